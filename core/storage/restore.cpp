// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a backup in the place of a file.
#include <database/backup_files.h>
#include <database/database_files.h>
#include <database/layout.h>
#include <database/schema.h>
#include <platform/platform.h>
#include <storage/encryption.h>
#include <storage/ledger.h>
#include <storage/store_private.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <filesystem>

namespace dtp
{

namespace
{
constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// The whole of a backup, with what its journals hold, as a file of its own that was looked through.
Result<> copyWhole(const QString& backup, const QString& part)
{
    if (const QFileInfo info(backup); info.exists() && !info.isFile() && !info.isDir())
        return fail(Storage::tr("%1 is a pipe or a device, not a file of this program.").arg(info.fileName()));
    for (const char* ending : {"", "-wal", "-journal"}) {
        const QString from = backup + QLatin1String(ending);
        const QString to = part + QLatin1String(ending);
        if (*ending != '\0' && QFileInfo(from).size() == 0)
            continue;
        if (!QFile::copy(from, to))
            return fail(Storage::tr("The backup could not be copied: is the disk full? Nothing was changed."), to);
        QFile::setPermissions(to, onlyOwner);
    }
    const auto makeOne = [&]() -> Result<> {
        if (hasJournal(part))
            DTP_CHECK(foldJournals(part));
        DTP_CHECK(verifyDatabase(part));
        DTP_TRY(connection, Connection::open(part, Connection::Mode::Immutable));
        DTP_TRY(foreign, foreignObjects(*connection));
        if (!foreign.isEmpty())
            return fail(QString(), foreign.join(QStringLiteral(", ")));
        return checkLayout(*connection, backup);
    };
    if (const auto made = makeOne(); !made)
        return fail(Storage::tr("%1 is not a sound backup, so nothing was changed.").arg(QFileInfo(backup).fileName()),
                    made.error().detail.isEmpty() ? made.error().sentence : made.error().detail);
    return {};
}

// A second name for a file, or a copy where the disk knows no second names.
bool keepAs(const QString& file, const QString& name)
{
    std::error_code error;
    std::filesystem::create_hard_link(QFile::encodeName(file).toStdString(), QFile::encodeName(name).toStdString(),
                                      error);
    if (!error)
        return true;
    const QString part = partOf(name); // half a copy has no such name
    return QFile::copy(file, part) && replaceBy(part, name).has_value();
}

// Keeps what is there under another name, and leaves it in its place until the new one replaces it.
Result<> setAside(const QString& target)
{
    const QFileInfo info(target);
    const QString aside = nameToSetAside(target);
    // A journal without its file is kept as well.
    const bool isWhole = !hasJournal(target) || (info.exists() && foldJournals(target).has_value());
    QStringList endings{QString()};
    if (!isWhole) // damaged: kept as it is, with its journals
        endings = {QStringLiteral("-wal"), QStringLiteral("-journal"), QString()};
    for (const QString& ending : std::as_const(endings)) {
        if (QFileInfo::exists(target + ending) && !keepAs(target + ending, aside + ending))
            return fail(Storage::tr("%1 could not be set aside, so the backup was not restored.").arg(info.fileName()),
                        aside);
    }
    // They would be taken for journals of the file that comes.
    for (const char* ending : {"-wal", "-shm", "-journal"})
        QFile::remove(target + QLatin1String(ending));
    return {};
}

// What left since the backup was made has left, whatever is restored.
Result<> keepNewerLedger(const QString& part, const QString& target)
{
    if (vault::isLocked(target)) // to put another in its place is for whoever may open it
        return tl::unexpected<Error>(vault::lockedError(target));
    if (!QFileInfo::exists(target) || !verifyDatabase(target))
        return {}; // damaged: what could not be read is kept beside it
    DTP_TRY(connection, Connection::open(part, Connection::Mode::ReadWrite));
    DTP_CHECK(takeOverLedger(*connection, target));
    return connection->run("PRAGMA journal_mode = DELETE");
}
} // namespace

Result<> Store::restore(const QString& backup, const QString& path)
{
    // To where a link leads, so that the link stays one.
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString target = canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
    if (!QFileInfo::exists(backup))
        return fail(Storage::tr("The backup %1 is not there.").arg(QFileInfo(backup).fileName()));
    const QString identity = platform::fileIdentity(target);
    if (QFileInfo(backup).canonicalFilePath() == target ||
        (!identity.isEmpty() && platform::fileIdentity(backup) == identity))
        return fail(Storage::tr("%1 is the file itself and no backup of it. Nothing was changed.")
                        .arg(QFileInfo(backup).fileName()));
    QString reason;
    const auto lock = FileLock::take(target, reason);
    if (!lock)
        return fail(Storage::tr("The backup was not restored. ") + reason);
    removeLeftParts(QFileInfo(target).dir(), QFileInfo(target).fileName());
    removeSecondNames(target);
    const QString part = partOf(target);
    const auto prepare = [&]() -> Result<> {
        DTP_CHECK(copyWhole(backup, part));
        if (QFileInfo::exists(target) && hasJournal(target))
            (void)foldJournals(target); // a damaged one is set aside with them
        DTP_CHECK(keepNewerLedger(part, target));
        if (vault::isVault(target) && !vault::isUnlocked(target) && !vault::isVault(part))
            return fail(
                Storage::tr("%1 is encrypted and damaged, and %2 is a plain backup of before: everybody who gets it "
                            "could read it. Nothing was changed. Copy the backup under another name, and "
                            "encrypt that.")
                    .arg(QFileInfo(target).fileName(), QFileInfo(backup).fileName()));
        // A plain backup of before it was encrypted does not make it plain again.
        if (vault::isUnlocked(target) && !vault::isVault(part))
            DTP_CHECK(encryptLike(part, target));
        return setAside(target);
    };
    if (const auto prepared = prepare(); !prepared) {
        removeDatabase(part);
        return prepared;
    }
    DTP_CHECK(replaceBy(part, target));
    return verifyDatabase(target);
}

} // namespace dtp
