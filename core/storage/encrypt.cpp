// SPDX-License-Identifier: GPL-3.0-or-later
// A plain file becomes an encrypted one, with its backups.
#include <database/database_files.h>
#include <platform/platform.h>
#include <storage/backup_places.h>
#include <storage/encryption.h>
#include <storage/store_private.h>
#include <vault/vault.h>
#include <vault/vault_files.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Result<> makeEmpty(const QString& path)
{
    constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
        return fail(Storage::tr("%1 could not be made: %2. Is the disk full, or may its folder only be read?")
                        .arg(QFileInfo(path).fileName(), file.errorString()),
                    file.errorString());
    file.setPermissions(onlyOwner);
    return {};
}

// The whole of a plain database into an encrypted file that is there and empty. VACUUM lays out every page anew, with
// room at its end for what seals it; a copy page by page would have none.
Result<> writeInto(const QString& plain, const QString& encrypted)
{
    DTP_TRY(connection, Connection::open(plain, Connection::Mode::ReadWrite));
    DTP_CHECK(connection->run("PRAGMA temp_store = MEMORY"));
    int reserved = vault::reservedBytes;
    sqlite3_file_control(connection->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    DTP_TRY(vacuum, Statement::prepare(connection->handle(), "VACUUM INTO ?"));
    DTP_CHECK(vacuum.bind(1, QVariant(databaseUri(encrypted, Connection::Mode::Create))).run());
    // As the plain one was: otherwise each reading would begin by reading the first page, and whoever opens it next
    // would write.
    DTP_TRY(made, Connection::open(encrypted, Connection::Mode::ReadWrite));
    return made->run("PRAGMA journal_mode = WAL");
}

// Under another name it would stay readable, or lose what it holds when the plain one is written over.
Result<> checkOnlyName(const QString& path)
{
    if (!hasOtherName(path))
        return {};
    return fail(Storage::tr("%1 has another name on this disk (a hard link), under which it would stay readable or be "
                            "lost. Delete the other name, or copy the file and encrypt the copy. Nothing was changed.")
                    .arg(QFileInfo(path).fileName()));
}

// fill: makes the empty file an encrypted one.
Result<> encryptOne(const QString& path, const std::function<Result<>(const QString& part)>& fill)
{
    DTP_CHECK(checkOnlyName(path));
    if (hasJournal(path))
        DTP_CHECK(foldJournals(path));
    const QString part = partOf(path);
    DTP_CHECK(makeEmpty(part));
    const auto write = [&]() -> Result<> {
        DTP_CHECK(fill(part));
        DTP_CHECK(writeInto(path, part));
        DTP_CHECK(verifyDatabase(part));
        return checkOnlyName(path); // also one that was made meanwhile
    };
    if (const auto written = write(); !written) {
        removeDatabase(part);
        return written;
    }
    return replaceAndOverwrite(part, path);
}

// Those on a stick may lie beside others of the same name: only backups of this file are taken.
Result<> addOfSecondPlace(const QString& path, const Environment& environment, QFileInfoList& copies, QString& away)
{
    DTP_TRY(store, Store::open(path, environment, OpenMode::ReadOnly));
    for (const BackupPlace& place : backupPlaces(*store)) {
        if (place.isSecond() && !place.isThere)
            away = place.chosen;
        if (!place.isSecond() || !place.isThere)
            continue;
        for (const QFileInfo& file : backupsOf(path, place.folder)) {
            if (isBackupOf(*store, file.absoluteFilePath()).value_or(false))
                copies.append(file);
        }
    }
    return {};
}
} // namespace

Result<> encryptLike(const QString& plain, const QString& like)
{
    return encryptOne(plain, [&](const QString& part) { return vault::createLike(like, part); });
}

Result<> Store::encrypt(const QString& path, const vault::FirstPassphrase& passphrase, const Environment& environment,
                        const Progress& progress)
{
    const QString name = QFileInfo(path).fileName();
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString target = canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
    if (vault::isVault(target))
        return fail(Storage::tr("%1 is encrypted already.").arg(name));
    DTP_CHECK(checkOnlyName(target));
    {
        DTP_TRY(store, Store::open(target, environment)); // refuses what is not ours, and brings it up to date
        if (store->isReadOnly())
            return fail(store->readOnlyReason());
        DTP_CHECK(quickCheck(*store->d->connection, target)); // of any size: what is damaged would be lost or kept so
    }
    QString reason;
    const auto lock = FileLock::take(target, reason);
    if (!lock)
        return fail(Storage::tr("%1 was not encrypted. ").arg(name) + reason);
    removeSecondNames(target);
    (void)goOn(progress, 0, 0, Storage::tr("Encrypting"));
    DTP_CHECK(encryptOne(target, [&](const QString& part) { return vault::create(part, passphrase); }));
    DTP_TRY(backups, encryptBackups(target, environment, progress));
    Q_UNUSED(backups)
    return {};
}

Result<qint64> Store::encryptBackups(const QString& path, const Environment& environment, const Progress& progress)
{
    if (vault::isLocked(path))
        return tl::unexpected<Error>(vault::lockedError(path));
    const QFileInfo info(path);
    QFileInfoList copies = backupsOf(path, environment.backupFolder);
    copies += setAsideOf(path);
    QString away; // the second place
    DTP_CHECK(addOfSecondPlace(path, environment, copies, away));
    QStringList left;
    qint64 encrypted = 0;
    qint64 at = 0;
    for (const QFileInfo& copy : std::as_const(copies)) {
        (void)goOn(progress, at++, copies.size(), Storage::tr("Encrypting backups"));
        const QString file = copy.absoluteFilePath();
        if (vault::isVault(file) || (copy.size() == 0 && !hasJournal(file))) // there is nothing to read in it
            continue;
        if (encryptLike(file, path))
            ++encrypted;
        else
            left.append(file);
    }
    if (!left.isEmpty())
        return fail(Storage::tr("%1 is encrypted. These backups could not be encrypted and are still readable to "
                                "everybody who gets them; delete them: %2")
                        .arg(info.fileName(), left.join(QStringLiteral(", "))),
                    QStringLiteral("plain backups"));
    if (!away.isEmpty())
        return fail(Storage::tr("%1 is encrypted. The second place for backups, “%2”, is not there: backups on it are "
                                "still readable to everybody who gets them. They are encrypted with the next backup "
                                "that is made while it is there.")
                        .arg(info.fileName(), QDir::toNativeSeparators(away)),
                    QStringLiteral("plain backups"));
    return encrypted;
}

} // namespace dtp
