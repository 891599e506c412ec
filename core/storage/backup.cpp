// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, restoring, and looking a file through.
#include <storage/daily_backup.h>
#include <storage/schema.h>
#include <storage/store_private.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <atomic>
#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString backupFolderOf(const QString& path, const QString& given)
{
    if (!given.isEmpty())
        return given;
    const QFileInfo info(path);
    return info.dir().filePath(QCoreApplication::translate("Storage", "%1 backups").arg(info.completeBaseName()));
}

QFileInfoList backupsOf(const QString& path, const QString& folder)
{
    // Not by a pattern of QDir, for which some letters of a name have a meaning.
    const QRegularExpression form(QLatin1Char('^') + QRegularExpression::escape(QFileInfo(path).completeBaseName()) +
                                  QStringLiteral(" 20\\d\\d-\\d\\d-\\d\\d .*\\.dtp$"));
    QFileInfoList all = QDir(backupFolderOf(path, folder)).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
    all.removeIf([&form](const QFileInfo& file) { return !form.match(file.fileName()).hasMatch(); });
    return all;
}

void removeDatabase(const QString& path)
{
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(ending));
}

constexpr qint64 day = 24 * 3600;

// What programs that were killed while they wrote a backup left in its folder.
void removeOldParts(const QDir& folder)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addSecs(-day);
    for (const QFileInfo& left : folder.entryInfoList(
             {QStringLiteral("*.dtp-*.part"), QStringLiteral("*.dtp-*.part-*")}, QDir::Files | QDir::Hidden)) {
        if (left.lastModified() < yesterday)
            QFile::remove(left.absoluteFilePath());
    }
}

// Beside the target, and of this backup alone: another program or window may be writing the same one.
QString partOf(const QString& target)
{
    static std::atomic<int> count = 0;
    return target + QStringLiteral("-%1-%2.part").arg(QCoreApplication::applicationPid()).arg(++count);
}

// A name with a time in it, which is moved on until no file has that name: two in one second are two.
QString freeName(const QDir& folder, QDateTime time, const std::function<QString(const QString&)>& nameAt)
{
    for (;; time = time.addSecs(1)) {
        const QString path = folder.filePath(nameAt(time.toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"))));
        if (!QFileInfo::exists(path))
            return path;
    }
}

Error stoppedError()
{
    return {Storage::tr("The backup was stopped; nothing was left behind."), QString()};
}

// A connection that reads one state of the file, whatever is written meanwhile, and keeps few pages in memory.
Result<std::unique_ptr<Connection>> openToCopy(const QString& path)
{
    DTP_TRY(connection, Connection::open(path, Connection::Mode::ReadOnly));
    DTP_CHECK(connection->run("PRAGMA cache_size = -2000; BEGIN"));
    DTP_TRY(begun, connection->value("SELECT count(*) FROM sqlite_schema"));
    Q_UNUSED(begun)
    return std::move(connection);
}

Result<> copyPages(sqlite3* from, sqlite3* to, const Progress& progress)
{
    constexpr int pages = 500; // 2 MB
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return tl::unexpected<Error>(sqliteError(to));
    bool stopped = false;
    int code = SQLITE_OK;
    do {
        code = sqlite3_backup_step(backup, pages);
        const qint64 total = sqlite3_backup_pagecount(backup);
        stopped = !goOn(progress, total - sqlite3_backup_remaining(backup), total, Storage::tr("Copying"));
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(50);
    } while (!stopped && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED));
    const int finished = sqlite3_backup_finish(backup);
    if (stopped)
        return tl::unexpected<Error>(stoppedError());
    if (finished != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(to));
    return {};
}

// Whether SQLite is to break off what it does just now.
int isToStop(void* progress)
{
    return goOn(*static_cast<const Progress*>(progress), 1, 1, Storage::tr("Looking through the copy")) ? 0 : 1;
}

// Opens a copy and looks it through, so that a backup is known to be one.
Result<> verify(const QString& path, const Progress& progress = {})
{
    DTP_TRY(connection, Connection::open(path, Connection::Mode::Immutable));
    constexpr int instructions = 1000; // well below a millisecond
    Progress ask = progress;
    if (ask)
        sqlite3_progress_handler(connection->handle(), instructions, &isToStop, &ask);
    DTP_TRY(state, schemaState(*connection));
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return fail(Storage::tr("%1 is not a file of this program.").arg(QFileInfo(path).fileName()));
    const auto looked = connection->value("PRAGMA quick_check(1)");
    if (!looked && sqlite3_errcode(connection->handle()) == SQLITE_INTERRUPT)
        return tl::unexpected<Error>(stoppedError());
    DTP_TRY(sound, looked);
    if (sound.toString() != QLatin1String("ok"))
        return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, sound.toString(), path));
    return {};
}

Result<> replaceBy(const QString& part, const QString& target)
{
    // rename(2) replaces in one step; QFile::rename would refuse.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0) {
        removeDatabase(part);
        return fail(Storage::tr("%1 could not be written. Choose another folder.").arg(QFileInfo(target).fileName()),
                    QStringLiteral("rename"));
    }
    return {};
}
} // namespace

Result<> Store::backupTo(const QString& target, const Progress& progress) const
{
    if (QFileInfo(target).absoluteFilePath() == d->path)
        return fail(Storage::tr("A file cannot be its own backup. Choose another name."));
    const QString part = partOf(target);
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(Storage::tr("The backup %1 could not be written: %2. Choose another folder.")
                        .arg(QFileInfo(target).fileName(), file.errorString()),
                    file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    const auto write = [&]() -> Result<> {
        DTP_TRY(copy, Connection::open(part, Connection::Mode::Create));
        std::unique_ptr<Connection> own;
        if (!isReadOnly()) { // to what is only read nobody here writes
            DTP_TRY(opened, openToCopy(d->path));
            own = std::move(opened);
        }
        DTP_CHECK(copyPages((own ? own : d->connection)->handle(), copy->handle(), progress));
        // A file of its own, without a journal beside it.
        DTP_CHECK(copy->run("PRAGMA journal_mode = DELETE"));
        return {};
    };
    auto written = write();
    if (written)
        written = verify(part, progress);
    if (!written) {
        removeDatabase(part);
        if (written.error().detail.startsWith(QStringLiteral("SQLite %1 ").arg(SQLITE_FULL)))
            return fail(
                Storage::tr("The backup %1 was not made: the disk is full. Make room on it, or choose another disk.")
                    .arg(QFileInfo(target).fileName()),
                written.error().detail);
        return tl::unexpected<Error>(Error{
            Storage::tr("The backup %1 was not made. ").arg(QFileInfo(target).fileName()) + written.error().sentence,
            written.error().detail});
    }
    removeDatabase(part + QStringLiteral("-wal"));
    return replaceBy(part, target);
}

Result<> Store::backupIfOlderThan(qint64 maximumAge, int keep) const
{
    return backUpIfOlderThan(*this, maximumAge, keep);
}

Result<> backUpIfOlderThan(const Store& store, qint64 maximumAge, int keep, const Progress& progress)
{
    const QString path = store.path();
    const Environment& environment = store.environment();
    const QString folder = backupFolderOf(path, environment.backupFolder);
    const QDateTime now = environment.clock->now();
    const QFileInfoList before = backupsOf(path, environment.backupFolder);
    if (!before.isEmpty() && maximumAge > 0) {
        const QString stamp = before.front().completeBaseName().mid(QFileInfo(path).completeBaseName().size() + 1, 16);
        QDateTime taken = QDateTime::fromString(stamp, QStringLiteral("yyyy-MM-dd HH.mm"));
        if (taken.isValid() && taken.secsTo(now.toLocalTime()) < maximumAge)
            return {};
    }
    if (!QDir().mkpath(folder))
        return fail(Storage::tr("The folder for backups, %1, could not be made.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    removeOldParts(QDir(folder));
    const QString base = QFileInfo(path).completeBaseName();
    const QString target = freeName(QDir(folder), now.toLocalTime(), [&base](const QString& time) -> QString {
        return base + QLatin1Char(' ') + time + QStringLiteral(".dtp");
    });
    DTP_CHECK(store.backupTo(target, progress));
    const QFileInfoList all = backupsOf(path, environment.backupFolder);
    for (qsizetype i = keep; i < all.size(); ++i)
        QFile::remove(all.at(i).absoluteFilePath());
    return {};
}

Result<> backUpAtLeisure(const Store& store, qint64 maximumAge, int keep, const Progress& progress)
{
    constexpr qint64 longestRest = 100; // milliseconds, so that it soon hears that it is to stop
    QElapsedTimer worked;
    worked.start();
    return backUpIfOlderThan(store, maximumAge, keep, [&](qint64 done, qint64 total, const QString& what) {
        sqlite3_sleep(static_cast<int>(std::min(worked.elapsed(), longestRest)));
        worked.start();
        return goOn(progress, done, total, what);
    });
}

bool Store::isDamage(const Error& error)
{
    static const QStringList signs{QStringLiteral("SQLite 11"), QStringLiteral("SQLite 26"),
                                   QStringLiteral("no SQLite header")};
    const bool corrupt =
        error.detail.startsWith(QLatin1String("SQLite ")) &&
        (error.detail.section(QLatin1Char(' '), 1, 1).remove(QLatin1Char(':')).toInt() & 0xFF) == SQLITE_CORRUPT;
    return corrupt ||
           std::any_of(signs.begin(), signs.end(), [&](const QString& sign) { return error.detail.startsWith(sign); });
}

QString Store::newestBackup(const QString& path, const QString& backupFolder)
{
    const QFileInfoList all = backupsOf(path, backupFolder);
    return all.isEmpty() ? QString() : all.front().absoluteFilePath();
}

Result<> Store::restore(const QString& backup, const QString& path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    const QString name = QFileInfo(backup).fileName();
    if (!QFileInfo::exists(backup))
        return fail(Storage::tr("The backup %1 is not there.").arg(name));
    if (const auto sound = verify(backup); !sound)
        return fail(Storage::tr("%1 is not a sound backup, so nothing was changed.").arg(name), sound.error().detail);
    QString reason;
    const auto lock = FileLock::take(target, reason);
    if (!lock)
        return fail(Storage::tr("The backup was not restored. ") + reason);
    const QString part = target + QStringLiteral(".part");
    removeDatabase(part);
    if (!QFile::copy(backup, part)) {
        QFile::remove(part);
        return fail(Storage::tr("The backup could not be copied: is the disk full? Nothing was changed."), part);
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    if (QFileInfo::exists(target)) {
        const QFileInfo info(target);
        const QString aside = freeName(info.dir(), QDateTime::currentDateTime(), [&info](const QString& time) {
            return Storage::tr("%1 (set aside %2).dtp").arg(info.completeBaseName(), time);
        });
        for (const char* ending : {"-wal", "-shm", ""}) {
            const QString from = target + QLatin1String(ending);
            if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1String(ending))) {
                QFile::remove(part);
                return fail(
                    Storage::tr("%1 could not be set aside, so the backup was not restored.").arg(info.fileName()));
            }
        }
    }
    return replaceBy(part, target);
}

Result<QStringList> Store::check(const Progress& progress) const
{
    QStringList wrong;
    (void)goOn(progress, 0, 4, Storage::tr("Looking through the file"));
    DTP_TRY(integrity, Statement::prepare(handle(), "PRAGMA integrity_check(20)"));
    for (;;) {
        DTP_TRY(row, integrity.step());
        if (!row)
            break;
        if (integrity.text(0) != QLatin1String("ok"))
            wrong.append(Storage::tr("The file is damaged: %1").arg(integrity.text(0)));
    }
    (void)goOn(progress, 1, 4, Storage::tr("Looking for references to records that are gone"));
    DTP_TRY(references, Statement::prepare(handle(), "PRAGMA foreign_key_check"));
    for (;;) {
        DTP_TRY(row, references.step());
        if (!row || wrong.size() > 100)
            break;
        wrong.append(Storage::tr("A record of “%1” (%2) refers to one of “%3” that is gone.")
                         .arg(references.text(0))
                         .arg(references.integer(1))
                         .arg(references.text(2)));
    }
    (void)goOn(progress, 2, 4, Storage::tr("Comparing the layout"));
    DTP_TRY(layout, compareWithFieldTables(*d->connection));
    wrong += layout;
    (void)goOn(progress, 3, 4, Storage::tr("Comparing the index"));
    for (const auto& participant : d->environment.participants) {
        DTP_TRY(found, participant->check(handle()));
        wrong += found;
    }
    return wrong;
}

} // namespace dtp
