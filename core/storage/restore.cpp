// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a backup in the place of a file.
#include <database/backup_files.h>
#include <database/database_files.h>
#include <database/layout.h>
#include <database/ledger_rows.h>
#include <database/schema.h>
#include <platform/platform.h>
#include <storage/encryption.h>
#include <storage/restore.h>
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

// What left since the backup was made has left, whatever is restored. Of a damaged file, what can be read of it, row
// by row, which changes nothing in it: false when that is not all.
Result<bool> keepNewerLedger(const QString& part, const QString& target)
{
    if (vault::isLocked(target)) // to put another in its place is for whoever may open it
        return tl::unexpected<Error>(vault::lockedError(target));
    if (!QFileInfo::exists(target))
        return true;
    DTP_TRY(connection, Connection::open(part, Connection::Mode::ReadWrite));
    const bool isSound = !hasJournal(target) && verifyDatabase(target);
    bool isAll = isSound;
    if (isSound) {
        DTP_CHECK(takeOverLedger(*connection, target));
    } else {
        DTP_TRY(isWhole, rescueLedger(*connection, target));
        isAll = isWhole;
    }
    DTP_CHECK(connection->run("PRAGMA journal_mode = DELETE"));
    return isAll;
}
} // namespace

Result<> Store::restore(const QString& backup, const QString& path)
{
    DTP_TRY(remarks, restoreBackup(backup, path));
    Q_UNUSED(remarks)
    return {};
}

Result<QStringList> restoreBackup(const QString& backup, const QString& path)
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
    QStringList remarks;
    const auto prepare = [&]() -> Result<> {
        DTP_CHECK(copyWhole(backup, part));
        if (QFileInfo::exists(target) && hasJournal(target))
            (void)foldJournals(target); // a damaged one is set aside with them
        DTP_TRY(isAll, keepNewerLedger(part, target));
        if (!isAll)
            remarks.append(
                Storage::tr("The file that was replaced is damaged: what left since the backup was made could "
                            "not all be read, so that the list of what left may lack entries."));
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
        return tl::unexpected<Error>(prepared.error());
    }
    DTP_CHECK(replaceBy(part, target));
    DTP_CHECK(verifyDatabase(target));
    return remarks;
}

} // namespace dtp
