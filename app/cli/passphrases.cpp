// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrases.h"

#include <platform/platform.h>
#include <vault/passphrase_strength.h>
#include <vault/typed_secret.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// Of a file without a buffer of its own, in which the line would stay.
Result<QString> firstLine(QFile& file, const QString& called)
{
    constexpr qint64 longest = 4096;
    QByteArray line = file.readLine(longest);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(Cli::tr("There is no passphrase in %1.").arg(called));
    const QString secret = QString::fromUtf8(line);
    line.fill('\0');
    return secret;
}

Result<QString> fromFd(int number)
{
    QFile file;
    if (!file.open(number, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Cli::tr("The passphrase could not be read from the open file %1.").arg(number),
                    file.errorString());
    return firstLine(file, Cli::tr("the open file %1").arg(number));
}

Result<QString> fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Cli::tr("“%1” could not be read: %2.").arg(path, file.errorString()), file.errorString());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((file.permissions() & others) != 0)
        return fail(
            Cli::tr("“%1” can be read by others on this computer: make it yours alone with “chmod 600 %1” first.")
                .arg(path));
    return firstLine(file, QStringLiteral("“%1”").arg(path));
}

Result<QString> askedOrRefused(const QString& prompt, const QString& otherwise)
{
    const auto answer = platform::askOnTerminal(prompt);
    if (!answer)
        return fail(otherwise);
    return *answer;
}
} // namespace

Result<> unlockFor(const Call& call, const QString& path)
{
    if (!vault::isVault(path) || vault::isUnlocked(path))
        return {};
    Result<QString> secret = call.passphraseFd ? fromFd(*call.passphraseFd)
                             : !call.keyFile.isEmpty()
                                 ? fromFile(call.keyFile)
                                 : askedOrRefused(Cli::tr("Passphrase of %1: ").arg(QFileInfo(path).fileName()),
                                                  Cli::tr("%1 is encrypted, and there is no terminal to ask for its "
                                                          "passphrase: give it by --passphrase-fd or --key-file.")
                                                      .arg(QFileInfo(path).fileName()));
    if (!secret)
        return tl::unexpected<Error>(secret.error());
    DTP_CHECK(vault::unlockBy(path, vault::takeSecret(*secret)));
    return {};
}

Result<vault::SecretBytes> newPassphrase(const Call& call, NewFrom from, const QString& whose)
{
    const bool isOfCall = from == NewFrom::Call;
    const std::optional<int> fd = isOfCall ? call.passphraseFd
                                  : call.has("--new-passphrase-fd")
                                      ? std::optional<int>(static_cast<int>(call.number("--new-passphrase-fd", 0)))
                                      : std::nullopt;
    const QString file = isOfCall ? call.keyFile : call.value("--new-key-file");
    Result<QString> secret = QString();
    if (fd) {
        secret = fromFd(*fd);
    } else if (!file.isEmpty()) {
        secret = fromFile(file);
    } else {
        const QString options = isOfCall ? QStringLiteral("--passphrase-fd, --key-file")
                                         : QStringLiteral("--new-passphrase-fd, --new-key-file");
        secret = askedOrRefused(Cli::tr("New passphrase of %1: ").arg(whose),
                                isOfCall ? Cli::tr("A new file is encrypted, and there is no terminal to ask for a "
                                                   "passphrase: give it by --passphrase-fd or --key-file, or say "
                                                   "--plain for a file that everybody who gets it can read.")
                                         : Cli::tr("There is no terminal to ask for a passphrase: give it by "
                                                   "--new-passphrase-fd or --new-key-file."));
        if (secret) {
            const auto again = platform::askOnTerminal(Cli::tr("The same again: "));
            const bool isSame = again && *again == *secret;
            if (again)
                vault::wipeText(*again);
            if (!isSame)
                return fail(Cli::tr("The two are not the same; nothing was changed."));
        }
    }
    if (!secret)
        return tl::unexpected<Error>(secret.error());
    const auto judged = vault::judge(*secret, {whose, QFileInfo(call.database).completeBaseName()});
    if (judged.strength == vault::Strength::Weak)
        return fail(judged.sentence + Cli::tr(" Nothing was changed."));
    return vault::takeSecret(*secret);
}

Option newPassphraseFdOption()
{
    return {"--new-passphrase-fd", "N", QT_TRANSLATE_NOOP("Cli", "read the new passphrase from the open file N"),
            Option::Kind::Count};
}

Option newKeyFileOption()
{
    return {"--new-key-file", "FILE",
            QT_TRANSLATE_NOOP("Cli", "read the new passphrase from a file that only you can read"),
            Option::Kind::Text};
}

} // namespace dtp::cli
