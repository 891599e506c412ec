// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, and looking a file through; restoring is in restore.cpp.
#include <database/database_files.h>
#include <database/journal.h>
#include <database/ledger_rows.h>
#include <database/retention.h>
#include <database/schema.h>
#include <storage/backup_places.h>
#include <storage/store_private.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

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

QString noRoomFor(const QString& target)
{
    return Storage::tr("The backup %1 was not made: the disk is full. Make room on it, or choose another disk.")
        .arg(QFileInfo(target).fileName());
}

// What an older backup of this name has in journals is brought into it, so that nothing of it is taken for a journal
// of the new one, and a kill leaves it as it was.
Result<std::unique_ptr<FileLock>> clearPlaceOf(const QString& target)
{
    const QString name = QFileInfo(target).fileName();
    const QString advice = QLatin1Char(' ') + Storage::tr("Choose another name for the backup.");
    if (QFileInfo(target).isSymLink())
        return fail(Storage::tr("%1 is a link to another file.").arg(name) + advice);
    if (!QFileInfo::exists(target)) {
        for (const char* ending : {"-wal", "-shm", "-journal"}) {
            if (QFileInfo(target + QLatin1String(ending)).size() > 0)
                return fail(Storage::tr("Beside %1 there is the journal of a file that is gone.").arg(name) + advice);
            QFile::remove(target + QLatin1String(ending));
        }
        return std::unique_ptr<FileLock>();
    }
    QString reason;
    std::unique_ptr<FileLock> lock = FileLock::take(target, reason);
    if (!lock)
        return fail(reason == FileLock::fullReason(target) ? noRoomFor(target) : QString(reason + advice));
    bool hasAny = false;
    for (const char* ending : {"-wal", "-shm", "-journal"})
        hasAny = hasAny || QFileInfo::exists(target + QLatin1String(ending));
    if (hasAny) {
        const auto folded = foldJournals(target);
        if (!folded)
            return fail(Storage::tr("%1 was not closed properly and cannot be replaced.").arg(name) + advice,
                        folded.error().detail);
    }
    return lock;
}
} // namespace

namespace
{
// A backup takes the place of an earlier one of the same file and of nothing else: no journal, no text, no file of
// other people, and not of one with far more people.
Result<> checkReplaceable(const Store& store, const QString& target)
{
    const QString advice = QLatin1Char(' ') + Storage::tr("Choose another name for the backup.");
    const QString name = QFileInfo(target).fileName();
    for (const char* ending : {"-wal", "-shm", "-journal", ".lock"}) {
        if (target.endsWith(QLatin1String(ending)))
            return fail(Storage::tr("%1 is the name of what stands beside a file of this program.").arg(name) +
                        advice);
    }
    if (!QFileInfo::exists(target) || QFileInfo(target).isSymLink())
        return {};
    const auto ours = isBackupOf(store, target);
    if (!ours || !*ours)
        return fail(Storage::tr("%1 is there already, and it is no backup of this file.").arg(name) + advice,
                    ours ? QString() : ours.error().detail);
    DTP_TRY(connection, Connection::open(target, Connection::Mode::ReadOnly));
    DTP_TRY(isNewer, holdsNewer(*connection, store.handle()));
    if (isNewer)
        return fail(Storage::tr("%1 holds changes that this file does not have: they would be lost.").arg(name) +
                    advice);
    DTP_TRY(people, store.count(Entity::Person));
    const qint64 there = contentOfBackup(target).people;
    if (isFarFewer(people, there))
        return fail(Storage::tr("%1 holds %2 people, and this file %3: it is not replaced by one with so many fewer.")
                        .arg(name, QLocale().toString(there), QLocale().toString(people)) +
                    advice);
    return {};
}
} // namespace

// Once more at its place, as whoever needs it will find it. Who stops this has a backup that was looked through before
// it was put there.
static Result<> checkPlaced(const QString& target, const Progress& progress)
{
    const auto look = [&]() -> Result<> {
        DTP_TRY(placed, openToCopy(target));
        DTP_TRY(state, schemaState(*placed));
        if (state == SchemaState::Foreign || state == SchemaState::Fresh || hasJournal(target))
            return fail(Storage::tr("The backup %1 cannot be opened at its place. Choose another folder.")
                            .arg(QFileInfo(target).fileName()),
                        target);
        const auto whole = verifyDatabase(target, progress);
        return whole || Store::isDamage(whole.error()) ? whole : Result<>();
    };
    const auto looked = look();
    if (looked || !Store::isDamage(looked.error()))
        return looked;
    return tl::unexpected<Error>(
        Error{Storage::tr("The backup %1 is not whole at its place: make another one in another folder. ")
                      .arg(QFileInfo(target).fileName()) +
                  looked.error().sentence,
              looked.error().detail});
}

Result<> Store::backupTo(const QString& target, const Progress& progress) const
{
    const QString there = QFileInfo(target).canonicalFilePath();
    if (QFileInfo(target).absoluteFilePath() == d->path ||
        (!there.isEmpty() && there == QFileInfo(d->path).canonicalFilePath()))
        return fail(Storage::tr("A file cannot be its own backup. Choose another name."));
    DTP_CHECK(checkReplaceable(*this, target));
    DTP_TRY(lock, clearPlaceOf(target));
    Q_UNUSED(lock) // held to the end
    removeLeftParts(QFileInfo(target).dir(), QFileInfo(target).fileName());
    const QString part = partOf(target);
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(Storage::tr("The backup %1 could not be written: %2. Choose another folder.")
                        .arg(QFileInfo(target).fileName(), file.errorString()),
                    file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    const auto write = [&]() -> Result<> {
        if (vault::isVault(d->path)) // it opens as the file does
            DTP_CHECK(vault::createLike(d->path, part));
        DTP_TRY(copy, Connection::open(part, Connection::Mode::Create));
        std::unique_ptr<Connection> own;
        // To what is only read nobody here writes; what was deleted or replaced is still what this connection sees.
        if (!isReadOnly() && d->lock->isStillThere(d->path)) {
            DTP_TRY(opened, openToCopy(d->path));
            own = std::move(opened);
        }
        DTP_CHECK(copyPages((own ? own : d->connection)->handle(), copy->handle(), progress));
        // A file of its own, without a journal beside it.
        DTP_CHECK(copy->run("PRAGMA journal_mode = DELETE"));
        DTP_CHECK(completeEntryOfCopy(*copy, QFileInfo(target).fileName()));
        return noteContent(*copy);
    };
    auto written = write();
    if (written)
        written = verifyDatabase(part, progress);
    if (!written) {
        removeDatabase(part);
        if (written.error().detail.startsWith(QStringLiteral("SQLite %1 ").arg(SQLITE_FULL)))
            return fail(noRoomFor(target), written.error().detail);
        return tl::unexpected<Error>(Error{
            Storage::tr("The backup %1 was not made. ").arg(QFileInfo(target).fileName()) + written.error().sentence,
            written.error().detail});
    }
    DTP_CHECK(replaceBy(part, target));
    return checkPlaced(target, progress);
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
    return newestSoundBackup(path, backupFolder);
}

Result<QStringList> Store::check(const Progress& progress) const
{
    DTP_TRY(wrong, fullCheck(*d->connection, progress));
    if (const auto journal = checkJournal(d->path); !journal)
        wrong.append(journal.error().sentence);
    if (vault::isVault(d->path)) {
        DTP_TRY(pages, vault::damagedPages(d->path));
        QStringList lines;
        for (const qint64 page : pages)
            lines.append(Storage::tr("The file is damaged: page %1 is not as it was written.").arg(page));
        addFaults(wrong, lines, Storage::tr("More pages than these are damaged."));
        if (!vault::isHeadWhole(d->path))
            wrong.append(Storage::tr("The file is damaged: one of the two copies of its head is."));
    }
    (void)goOn(progress, 2, 4, Storage::tr("Comparing the layout"));
    DTP_TRY(layout, compareWithFieldTables(*d->connection));
    wrong += layout;
    (void)goOn(progress, 3, 4, Storage::tr("Comparing the index"));
    for (const auto& participant : d->environment.participants) {
        const auto found = participant->check(handle());
        if (!found && (wrong.isEmpty() || !isDamage(found.error()))) // else it read by what is damaged, as was said
            return tl::unexpected<Error>(found.error());
        wrong += found.value_or(QStringList());
    }
    return wrong;
}

Result<QStringList> Store::rebuildIndexes()
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    DTP_CHECK(d->checkSoundAndThere());
    DTP_TRY(transaction, Transaction::begin(*d->connection));
    DTP_TRY(doubtful, dtp::rebuildIndexes(*d->connection));
    for (const auto& participant : d->environment.participants) {
        DTP_TRY(found, participant->check(handle()));
        doubtful += found;
        if (!found.isEmpty())
            DTP_CHECK(participant->rebuild(handle()));
    }
    DTP_CHECK(transaction->commit());
    return doubtful;
}

} // namespace dtp
