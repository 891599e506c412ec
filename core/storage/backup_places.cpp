// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/backup_places.h>

#include <database/schema.h>
#include <storage/store_private.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QStorageInfo>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr const char* secondPlaceKey = "backup/secondPlace";
constexpr const char* secondVolumeKey = "backup/secondVolume";
constexpr const char* secondNameKey = "backup/secondName"; // of the folder in it; empty: the usual one

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// Without this, backups for a stick that is not there would go to the folder where it is usually found.
QString volumeOf(const QString& folder)
{
    return QStorageInfo(folder).rootPath();
}

bool isSamePlace(const QString& a, const QString& b)
{
    const QString there = QFileInfo(a).canonicalFilePath();
    return QDir::cleanPath(a) == QDir::cleanPath(b) || (!there.isEmpty() && there == QFileInfo(b).canonicalFilePath());
}

// The latest time that a backup of now may have: several within one second have the names of the next ones.
QDateTime latest(const Store& store)
{
    constexpr int movedOn = 60; // seconds
    return store.environment().clock->now().toLocalTime().addSecs(movedOn);
}

QString folderIn(const QString& chosen, const QString& path)
{
    return backupFolderOf(QDir(chosen).filePath(QFileInfo(path).fileName()), {});
}

// Another file of this name may have its backups on the same stick.
bool isTakenByAnother(const Store& store, const QString& folder)
{
    const QFileInfoList files = backupsOf(store.path(), folder);
    return !files.isEmpty() && std::all_of(files.begin(), files.end(), [&store](const QFileInfo& file) {
        return isOfAnother(store, file.absoluteFilePath());
    });
}

// The usual folder, or the first of "<name> backups 2", 3 … that is not another file's.
QString freeFolderIn(const Store& store, const QString& chosen)
{
    const QString usual = folderIn(chosen, store.path());
    QString folder = usual;
    for (int number = 2; isTakenByAnother(store, folder); ++number)
        folder = usual + QLatin1Char(' ') + QString::number(number);
    return folder;
}
} // namespace

std::vector<BackupPlace> backupPlaces(const Store& store)
{
    std::vector<BackupPlace> places{{backupFolderOf(store.path(), store.environment().backupFolder), {}, true}};
    const QString chosen = store.setting(QLatin1String(secondPlaceKey));
    if (!chosen.isEmpty()) {
        const bool isThere =
            QFileInfo(chosen).isDir() && volumeOf(chosen) == store.setting(QLatin1String(secondVolumeKey));
        const QString name = store.setting(QLatin1String(secondNameKey));
        const QString folder = name.isEmpty() ? folderIn(chosen, store.path()) : QDir(chosen).filePath(name);
        places.push_back({folder, chosen, isThere});
    }
    return places;
}

Result<> setSecondPlace(Store& store, const QString& folder)
{
    if (folder.isEmpty())
        return store.setSetting(QLatin1String(secondPlaceKey), QString());
    const QString chosen = QFileInfo(folder).canonicalFilePath();
    if (chosen.isEmpty() || !QFileInfo(chosen).isDir())
        return fail(Storage::tr("The folder “%1” is not there. Connect its disk, or choose another one.").arg(folder));
    if (!QFileInfo(chosen).isWritable())
        return fail(Storage::tr("Nothing can be written into “%1”. Choose another folder.").arg(folder));
    const QString first = backupFolderOf(store.path(), store.environment().backupFolder);
    if (isSamePlace(folderIn(chosen, store.path()), first) || isSamePlace(chosen, first))
        return fail(
            Storage::tr("Backups are in “%1” already. Choose a folder on another disk, as a stick.").arg(folder));
    const QString name = QFileInfo(freeFolderIn(store, chosen)).fileName();
    DTP_CHECK(store.setSetting(QLatin1String(secondNameKey), name));
    DTP_CHECK(store.setSetting(QLatin1String(secondVolumeKey), volumeOf(chosen)));
    return store.setSetting(QLatin1String(secondPlaceKey), chosen);
}

namespace
{
// Whether the backup has a key that the file has as well, which no other file has; nothing when it has no keys.
Result<std::optional<bool>> sharesKeys(const Store& store, Connection& backup, const QByteArray& table)
{
    DTP_TRY(keys, Statement::prepare(backup.handle(), "SELECT id FROM " + table + " ORDER BY id LIMIT 200"));
    DTP_TRY(known, Statement::prepare(store.handle(), "SELECT 1 FROM " + table + " WHERE id = ?"));
    std::optional<bool> shares;
    for (;;) {
        DTP_TRY(row, keys.step());
        if (!row)
            return shares;
        known.reset();
        DTP_TRY(isKnown, known.bind(1, keys.integer(0)).step());
        shares = isKnown;
        if (isKnown)
            return shares;
    }
}
} // namespace

Result<bool> isBackupOf(const Store& store, const QString& backup)
{
    if (vault::isLocked(backup))
        return false;
    DTP_TRY(connection, Connection::open(backup, Connection::Mode::ReadOnly));
    DTP_TRY(state, schemaState(*connection));
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return false;
    DTP_TRY(people, sharesKeys(store, *connection, "person"));
    if (people.value_or(true))
        return true;
    DTP_TRY(changes, sharesKeys(store, *connection, "change_set")); // people may all have gone since
    return changes.value_or(false);
}

bool isOfAnother(const Store& store, const QString& backup)
{
    if (vault::isLocked(backup)) // one of ours opens by a key that is known
        return true;
    const auto ours = isBackupOf(store, backup);
    return ours && !*ours;
}

QFileInfoList backupsIn(const Store& store, const BackupPlace& place)
{
    QFileInfoList files = backupsOf(store.path(), place.folder);
    if (place.isSecond())
        files.removeIf([&store](const QFileInfo& file) { return isOfAnother(store, file.absoluteFilePath()); });
    return files;
}

std::vector<BackupEntry> allBackups(const Store& store)
{
    std::vector<BackupEntry> all;
    for (const BackupPlace& place : backupPlaces(store)) {
        if (!place.isThere)
            continue;
        for (const QFileInfo& file : backupsIn(store, place))
            all.push_back({file.absoluteFilePath(), timeOfBackup(store.path(), file), place.isSecond()});
    }
    // What is dated after now, as by a clock that was wrong, is not the newest.
    const QDateTime now = latest(store);
    std::stable_sort(all.begin(), all.end(), [&now](const BackupEntry& a, const BackupEntry& b) {
        return (a.at > now) != (b.at > now) ? b.at > now : a.at > b.at;
    });
    return all;
}

std::optional<BackupEntry> newestBackupIn(const Store& store, const BackupPlace& place)
{
    std::optional<BackupEntry> newest;
    const QDateTime now = latest(store);
    const QFileInfoList files = backupsOf(store.path(), place.folder);
    for (const QFileInfo& file : files) {
        const QDateTime at = timeOfBackup(store.path(), file);
        if (at.isValid() && at <= now && (!newest || at > newest->at) &&
            !(place.isSecond() && isOfAnother(store, file.absoluteFilePath())))
            newest = BackupEntry{file.absoluteFilePath(), at, place.isSecond()};
    }
    return newest;
}

BackupStatus backupStatus(const Store& store)
{
    BackupStatus status;
    for (const BackupPlace& place : backupPlaces(store)) {
        if (!place.isThere) {
            status.missingPlace = place.chosen;
            continue;
        }
        const auto newest = newestBackupIn(store, place);
        if (newest && (!status.newest || newest->at > status.newest->at))
            status.newest = newest;
    }
    if (status.newest) {
        status.content = contentOfBackup(status.newest->path);
        const auto change = changeOf(store.handle());
        status.isCurrent = change && *change == status.content.change;
    }
    return status;
}

} // namespace dtp
