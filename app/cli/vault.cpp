// SPDX-License-Identifier: GPL-3.0-or-later
// vault info|add|remove|change|recover|code|encrypt: who can open the database.
#include "passphrases.h"
#include "verbs.h"

#include <base/output_path.h>
#include <database/file_lock.h>
#include <vault/recovery_code.h>
#include <vault/vault.h>
#include <writers/recovery_sheet.h>

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

Result<> mustBeVault(const Call& call)
{
    if (vault::isVault(call.database))
        return {};
    if (!QFileInfo::exists(call.database))
        return fail(Cli::tr("“%1” is not there.").arg(call.database));
    return fail(Cli::tr("“%1” is not encrypted. “vault encrypt” encrypts it.").arg(call.database));
}

// Held while the head is written, so that nobody else does or puts another file in its place. The file is looked
// through before, as it is when it is opened: nothing is written to a damaged one.
Result<std::unique_ptr<FileLock>> lockOf(const Session& session, const Call& call)
{
    {
        DTP_TRY(store, session.openToRead(call));
        Q_UNUSED(store)
        DTP_CHECK(session.soundness());
    }
    QString reason;
    auto lock = FileLock::take(call.database, reason);
    if (!lock)
        return fail(reason + Cli::tr(" Nothing was changed."));
    return lock;
}

Outcome info(const Session&, const Call& call, Output& output)
{
    DTP_CHECK(mustBeVault(call));
    DTP_TRY(slots, vault::slotsOf(call.database));
    std::vector<QStringList> rows;
    QJsonArray all;
    for (const vault::Slot& slot : slots) {
        const bool isCode = slot.kind == vault::SlotKind::RecoveryCode;
        rows.push_back({slot.name, slot.added.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")),
                        isCode ? Cli::tr("recovery code") : Cli::tr("passphrase")});
        all.append(QJsonObject{
            {QStringLiteral("name"), slot.name},
            {QStringLiteral("kind"), isCode ? QStringLiteral("recovery code") : QStringLiteral("passphrase")},
            {QStringLiteral("since"), slot.added.toString(Qt::ISODate)}});
    }
    const bool isWhole = vault::isHeadWhole(call.database);
    if (output.isJson()) {
        output.json(QJsonObject{{QStringLiteral("opens"), all}, {QStringLiteral("headIsWhole"), isWhole}});
        return {};
    }
    output.table(rows);
    if (!isWhole)
        output.line(
            Cli::tr("One of the two copies of its head is damaged; the next change of a passphrase mends it."));
    return {};
}

Outcome add(const Session& session, const Call& call, Output& output)
{
    DTP_CHECK(mustBeVault(call));
    const QString& name = call.arguments.front();
    DTP_TRY(secret, newPassphrase(call, NewFrom::Options, name));
    DTP_TRY(lock, lockOf(session, call));
    Q_UNUSED(lock)
    DTP_CHECK(vault::addPassphrase(call.database, name, secret));
    output.result(Cli::tr("“%1” opens with a passphrase of %2 as well.").arg(call.database, name),
                  {{QStringLiteral("name"), name}});
    return {};
}

Outcome change(const Session& session, const Call& call, Output& output)
{
    DTP_CHECK(mustBeVault(call));
    const QString& name = call.arguments.front();
    DTP_TRY(secret, newPassphrase(call, NewFrom::Options, name));
    DTP_TRY(lock, lockOf(session, call));
    Q_UNUSED(lock)
    DTP_CHECK(vault::changePassphrase(call.database, name, secret));
    output.result(Cli::tr("%2 has a new passphrase for “%1”. Backups made before open with the old one.")
                      .arg(call.database, name),
                  {{QStringLiteral("name"), name}});
    return {};
}

Outcome removeOne(const Session& session, const Call& call, Output& output)
{
    DTP_CHECK(mustBeVault(call));
    const QString& name = call.arguments.front();
    DTP_TRY(lock, lockOf(session, call));
    Q_UNUSED(lock)
    DTP_CHECK(vault::removePassphrase(call.database, name));
    output.result(Cli::tr("The passphrase of %2 does not open “%1” any more. Backups and copies made before still "
                          "open with it; delete those that the person could get at.")
                      .arg(call.database, name),
                  {{QStringLiteral("name"), name}});
    return {};
}

Outcome code(const Session& session, const Call& call, Output& output)
{
    DTP_CHECK(mustBeVault(call));
    const QString& target = call.arguments.front();
    DTP_TRY(lock, lockOf(session, call));
    Q_UNUSED(lock)
    // On paper before the old code is worthless.
    const QString code = vault::newRecoveryCode();
    DTP_CHECK(checkOutput(target, {call.database}));
    DTP_CHECK(writeRecoverySheet(
        target, {QFileInfo(call.database).fileName(), code, session.environment().clock->now().toLocalTime().date()}));
    if (const auto set = vault::setRecoveryCode(call.database, code); !set) {
        QFile::remove(target);
        return tl::unexpected<Failure>(set.error());
    }
    output.result(
        Cli::tr("The recovery code is in “%1”. Print it, keep it apart from the computer, and delete the file. "
                "An earlier code opens this file no more; backups that were made before still open with it.")
            .arg(target),
        {{QStringLiteral("file"), target}});
    return {};
}

Outcome encrypt(const Session& session, const Call& call, Output& output)
{
    const QString name = call.value("--name", session.environment().author);
    if (vault::isVault(call.database)) { // perhaps it was stopped before all backups were
        DTP_TRY(done, Store::encryptBackups(call.database, session.environment()));
        if (done == 0)
            return tl::unexpected<Failure>(
                Failure({Cli::tr("“%1” and its backups are encrypted already.").arg(call.database), QString()}));
        output.result(Cli::tr("%n backups that were still plain are encrypted.", nullptr, static_cast<int>(done)),
                      {{QStringLiteral("backups"), done}});
        return {};
    }
    DTP_TRY(secret, newPassphrase(call, NewFrom::Call, name));
    DTP_CHECK(Store::encrypt(call.database, {name, secret}, session.environment()));
    output.result(
        Cli::tr("“%1” and its backups are encrypted. What a disk keeps of deleted files for a while cannot be "
                "reached from here: on an encrypted disk it does not matter. Copies elsewhere are still plain.")
            .arg(call.database),
        {{QStringLiteral("file"), call.database}, {QStringLiteral("name"), name}});
    return {};
}

Verb ofVault(const char* name, const char* arguments, const char* summary, const char* more,
             Outcome (*run)(const Session&, const Call&, Output&), std::vector<Option> options = {})
{
    const int count = *arguments == '\0' ? 0 : 1;
    return {name, arguments, summary, more, std::move(options), count, count, false, nullptr, run};
}

bool always(const Call&)
{
    return true;
}
} // namespace

std::vector<Verb> vaultVerbs()
{
    Verb sheet =
        ofVault("vault code", "FILE.pdf", QT_TRANSLATE_NOOP("Cli", "Make a new recovery code, as a page to print."),
                QT_TRANSLATE_NOOP("Cli", "It opens the database in the place of a passphrase. The earlier code "
                                         "opens it no more."),
                &code);
    sheet.needsFonts = &always;
    Verb encryption = ofVault(
        "vault encrypt", "", QT_TRANSLATE_NOOP("Cli", "Encrypt a plain database and its backups."),
        QT_TRANSLATE_NOOP("Cli", "The passphrase comes from the terminal, --passphrase-fd or --key-file."), &encrypt,
        {{"--name", "NAME", QT_TRANSLATE_NOOP("Cli", "whose passphrase it is (default: you)"), Option::Kind::Text}});
    const std::vector<Option> fresh{newPassphraseFdOption(), newKeyFileOption()};
    return {
        ofVault("vault info", "", QT_TRANSLATE_NOOP("Cli", "List whose passphrases open an encrypted database."), "",
                &info),
        ofVault("vault add", "NAME", QT_TRANSLATE_NOOP("Cli", "Add a passphrase of somebody else."), "", &add, fresh),
        ofVault("vault remove", "NAME", QT_TRANSLATE_NOOP("Cli", "Take somebody's passphrase away."),
                QT_TRANSLATE_NOOP("Cli", "Backups that were made before still open with it."), &removeOne),
        ofVault("vault change", "NAME", QT_TRANSLATE_NOOP("Cli", "Give somebody another passphrase."),
                QT_TRANSLATE_NOOP("Cli", "Backups that were made before open with the old one."), &change, fresh),
        ofVault("vault recover", "NAME",
                QT_TRANSLATE_NOOP("Cli", "Give somebody who forgot it a new passphrase, by the recovery code."),
                QT_TRANSLATE_NOOP("Cli", "Type the recovery code where the passphrase of the database is asked for."),
                &change, fresh),
        std::move(sheet),
        std::move(encryption),
    };
}

} // namespace dtp::cli
