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

} // namespace

std::vector<BackupPlace> backupPlaces(const Store& store)
{
    std::vector<BackupPlace> places{{backupFolderOf(store.path(), store.environment().backupFolder), {}, true}};
    const QString chosen = store.setting(QLatin1String(secondPlaceKey));
    if (!chosen.isEmpty()) {
        const bool isThere =
            QFileInfo(chosen).isDir() && volumeOf(chosen) == store.setting(QLatin1String(secondVolumeKey));
        places.push_back({folderIn(chosen, store.path()), chosen, isThere});
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
    DTP_CHECK(store.setSetting(QLatin1String(secondVolumeKey), volumeOf(chosen)));
    return store.setSetting(QLatin1String(secondPlaceKey), chosen);
}

Result<bool> isBackupOf(const Store& store, const QString& backup)
{
    if (vault::isLocked(backup))
        return false;
    DTP_TRY(connection, Connection::open(backup, Connection::Mode::ReadOnly));
    DTP_TRY(state, schemaState(*connection));
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return false;
    constexpr int enough = 200;
    DTP_TRY(people,
            Statement::prepare(connection->handle(), "SELECT id FROM person LIMIT " + QByteArray::number(enough)));
    bool hasAny = false;
    for (;;) {
        DTP_TRY(row, people.step());
        if (!row)
            return !hasAny;
        hasAny = true;
        DTP_TRY(known, store.contains(Entity::Person, people.integer(0)));
        if (known)
            return true;
    }
}

std::vector<BackupEntry> allBackups(const Store& store)
{
    std::vector<BackupEntry> all;
    for (const BackupPlace& place : backupPlaces(store)) {
        if (!place.isThere)
            continue;
        const QFileInfoList files = backupsOf(store.path(), place.folder);
        for (const QFileInfo& file : files)
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
        if (at.isValid() && at <= now && (!newest || at > newest->at))
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
