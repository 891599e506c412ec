// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/automatic_backup.h>

#include <database/database_files.h>
#include <database/retention.h>
#include <storage/backup_places.h>
#include <storage/encryption.h>
#include <storage/store_private.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <optional>

#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr qint64 hour = 3600; // seconds

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// When a backup is needed.
struct Need {
    qint64 age = 0; // seconds that the newest must have
    bool onlyWhenChanged = false;
    bool isAsked = false; // also of an empty file
    int keepLast = RetentionRule().last;
};

Need needOf(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Asked:
        return {0, false, true};
    case BackupReason::Work:
        return {hour, true, false};
    case BackupReason::Before:
    case BackupReason::Closing:
        break;
    }
    return {0, true, false};
}

Result<bool> isDue(const Store& store, const BackupPlace& place, const Need& need)
{
    const auto newest = newestBackupIn(store, place);
    if (!newest)
        return true;
    if (need.age > 0 && newest->at.secsTo(store.environment().clock->now().toLocalTime()) < need.age)
        return false;
    if (!need.onlyWhenChanged)
        return true;
    DTP_TRY(change, changeOf(store.handle()));
    return contentOfBackup(newest->path).change != change;
}

// A backup of nobody would be called one; those that hold something are to be the newest.
Result<bool> holdsSomething(const Store& store)
{
    DTP_TRY(people, store.count(Entity::Person));
    DTP_TRY(organisations, store.count(Entity::Organisation));
    return people > 0 || organisations > 0;
}

// What ages out. A backup is removed only after a look into it: it is of this file, and what it holds is known.
void removeAged(const Store& store, const BackupPlace& place, int keepLast)
{
    const QFileInfoList files = backupsIn(store, place);
    RetentionRule rule;
    rule.last = keepLast;
    const QDateTime now = store.environment().clock->now().toLocalTime();
    std::vector<BackupMoment> moments;
    for (const QFileInfo& file : files)
        moments.push_back({timeOfBackup(store.path(), file), 0});
    const auto isAll = [](const std::vector<bool>& kept) {
        return std::all_of(kept.begin(), kept.end(), [](bool each) { return each; });
    };
    if (isAll(keptBackups(moments, now, rule)))
        return; // without a look into any
    for (qsizetype i = 0; i < files.size(); ++i)
        moments[static_cast<size_t>(i)].people = contentOfBackup(files.at(i).absoluteFilePath()).people;
    const std::vector<bool> kept = keptBackups(moments, now, rule);
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString file = files.at(i).absoluteFilePath();
        if (!kept[static_cast<size_t>(i)] && !hasJournal(file) && isBackupOf(store, file).value_or(false))
            QFile::remove(file);
    }
}

// Backups of before the file was encrypted, on a stick that was not there then.
void encryptPlainIn(const Store& store, const BackupPlace& place, BackupsMade& made)
{
    if (!vault::isUnlocked(store.path()))
        return;
    const QFileInfoList files = backupsOf(store.path(), place.folder);
    for (const QFileInfo& file : files) {
        const QString path = file.absoluteFilePath();
        const auto isOurs = vault::isVault(path) ? Result<bool>(false) : isBackupOf(store, path);
        if (isOurs && !*isOurs)
            continue;
        if (const auto done = isOurs ? encryptLike(path, store.path()) : tl::unexpected<Error>(isOurs.error()); !done)
            made.remarks.append(Storage::tr("The backup %1 is not encrypted, and could not be: %2")
                                    .arg(QDir::toNativeSeparators(path), done.error().sentence));
    }
}

// Said of the newest alone: before it nobody had vanished.
Result<> remarkOnFewer(const Store& store, const BackupPlace& place, BackupsMade& made)
{
    const auto before = newestBackupIn(store, place);
    if (!before)
        return {};
    DTP_TRY(people, store.count(Entity::Person));
    const BackupContent content = contentOfBackup(before->path);
    if (isFarFewer(people, content.people))
        made.remarks.append(Storage::tr("The backup that is made now holds %1; the one of %2 holds %3, and is kept.")
                                .arg(backupPeople({BackupContent::State::Readable, people, {}}),
                                     QLocale().toString(before->at, QStringLiteral("d MMMM yyyy, HH:mm")),
                                     backupPeople(content)));
    return {};
}

Result<QString> backUpInto(const Store& store, const BackupPlace& place, const Progress& progress)
{
    const QString folder = place.folder;
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return fail(Storage::tr("The folder for backups, %1, could not be made.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    removeLeftParts(QDir(folder));
    const QString base = QFileInfo(store.path()).completeBaseName();
    const QString target = freeName(
        QDir(folder), store.environment().clock->now().toLocalTime(),
        [&base](const QString& time) -> QString { return base + QLatin1Char(' ') + time + QStringLiteral(".dtp"); });
    const auto done = store.backupTo(target, progress);
    if (!done && isNew)
        QDir().rmdir(folder);
    if (!done)
        return tl::unexpected<Error>(done.error());
    return target;
}

// The same progress, which notes whether it was told to stop.
Progress noting(const Progress& progress, bool& isStopped)
{
    return [&progress, &isStopped](qint64 done, qint64 total, const QString& what) {
        isStopped = isStopped || !goOn(progress, done, total, what);
        return !isStopped;
    };
}

Result<BackupsMade> backUpWhere(const Store& store, const Need& need, const Progress& asked)
{
    BackupsMade made;
    bool isStopped = false;
    const Progress progress = noting(asked, isStopped);
    if (!need.isAsked) {
        DTP_TRY(something, holdsSomething(store));
        if (!something)
            return made;
    }
    for (const BackupPlace& place : backupPlaces(store)) {
        if (!place.isThere) {
            made.isEverywhere = false;
            if (need.isAsked) // else it is said where backups are listed
                made.remarks.append(Storage::tr("The second place for backups, “%1”, is not there just now.")
                                        .arg(QDir::toNativeSeparators(place.chosen)));
            continue;
        }
        const auto make = [&]() -> Result<> {
            if (place.isSecond())
                encryptPlainIn(store, place, made);
            DTP_TRY(due, isDue(store, place, need));
            if (!due)
                return {};
            if (!place.isSecond())
                DTP_CHECK(remarkOnFewer(store, place, made));
            DTP_TRY(file, backUpInto(store, place, progress));
            made.files.append(file);
            removeAged(store, place, need.keepLast);
            return {};
        };
        const auto done = make();
        if (!done && (!place.isSecond() || isStopped))
            return tl::unexpected<Error>(done.error());
        if (!done) {
            made.isEverywhere = false;
            made.remarks.append(done.error().sentence);
        }
    }
    return made;
}
} // namespace

Result<BackupsMade> backUp(const Store& store, BackupReason reason, const Progress& progress)
{
    return backUpWhere(store, needOf(reason), progress);
}

Result<QStringList> backUpBefore(const Store& store, const Progress& progress)
{
    bool isStopped = false;
    const auto made = backUp(store, BackupReason::Before, noting(progress, isStopped));
    if (made)
        return made->remarks;
    if (isStopped)
        return tl::unexpected<Error>(made.error());
    return QStringList{made.error().sentence};
}

Result<> backUpIfOlderThan(const Store& store, qint64 maximumAge, int keep, const Progress& progress)
{
    DTP_TRY(made, backUpWhere(store, {maximumAge, false, maximumAge <= 0, keep}, progress));
    Q_UNUSED(made)
    return {};
}

Result<BackupsMade> backUpAtLeisure(const Store& store, const Progress& progress)
{
    constexpr qint64 longestRest = 100; // milliseconds, so that it soon hears that it is to stop
    QElapsedTimer worked;
    worked.start();
    return backUp(store, BackupReason::Work, [&](qint64 done, qint64 total, const QString& what) {
        sqlite3_sleep(static_cast<int>(std::min(worked.elapsed(), longestRest)));
        worked.start();
        return goOn(progress, done, total, what);
    });
}

Result<> Store::backupIfOlderThan(qint64 maximumAge, int keep) const
{
    return backUpIfOlderThan(*this, maximumAge, keep);
}

} // namespace dtp
