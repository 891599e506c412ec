// SPDX-License-Identifier: GPL-3.0-or-later
// Making a file and opening one: what is refused, and when it may only be read.
#include <database/backup_files.h>
#include <database/database_files.h>
#include <database/file_head.h>
#include <database/free_room.h>
#include <database/journal.h>
#include <database/layout.h>
#include <database/ledger_rows.h>
#include <database/schema.h>
#include <database/soundness.h>
#include <records/reports.h>
#include <storage/store_private.h>
#include <vault/mend_head.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Result<> settings(Connection& connection, bool readOnly)
{
    DTP_CHECK(connection.run(usualCache(connection)));
    DTP_CHECK(connection.run("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                             "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;"));
    if (readOnly)
        return {};
    DTP_CHECK(connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"));
    return {};
}

// Null with the reason where the file may be read only.
std::unique_ptr<FileLock> lockToWrite(const QString& path, const QString& backups, QString& reason)
{
    auto lock = FileLock::take(path, reason);
    if (!lock)
        return nullptr;
    makePrivate(path);
    removeLeftParts(QFileInfo(path).dir(), QFileInfo(path).fileName());
    removeLeftParts(QDir(backups));
    removeSecondNames(path);
    if (!hasOtherName(path))
        return lock;
    reason = Storage::tr("%1 has another name on this disk (a hard link): changes may wait under that one which "
                         "cannot be seen here. You can read it; to change it, delete the other name, or copy the file "
                         "and work with the copy.")
                 .arg(QFileInfo(path).fileName());
    return nullptr;
}

Result<> refuseUnknown(Connection& connection, const QString& path, SchemaState state)
{
    const QString name = QFileInfo(path).fileName();
    if (state == SchemaState::Newer) {
        DTP_TRY(version, connection.value("PRAGMA user_version"));
        return fail(
            Storage::tr("%1 was made by a newer version of this program. Update the program on this computer to open "
                        "it; nothing was changed.")
                .arg(name),
            QStringLiteral("schema %1, known %2").arg(version.toLongLong()).arg(newestSchemaVersion()));
    }
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return fail(Storage::tr("%1 is a database of another program. Nothing in it was changed.").arg(name),
                    QStringLiteral("application id"));
    return {};
}

// They would run, or be read, whenever we change or read something.
Result<> refuseForeignObjects(Connection& connection, const QString& path)
{
    DTP_TRY(foreign, foreignObjects(connection));
    if (foreign.isEmpty())
        return {};
    return fail(
        Storage::tr("%1 holds something that this program did not put there (“%2”), which could change or pass on "
                    "what is in it. It was not opened. Restore a backup, or ask who sent it.")
            .arg(QFileInfo(path).fileName(), foreign.front()),
        foreign.join(QStringLiteral(", ")));
}

bool failedWith(const Error& error, int code)
{
    return error.detail.startsWith(QLatin1String("SQLite ")) &&
           (error.detail.section(QLatin1Char(' '), 1, 1).toInt() & 0xFF) == code;
}

// Opens and looks in: SQLite finds out only then whether it can.
Result<std::unique_ptr<Connection>> openConnection(const QString& path, Connection::Mode mode)
{
    DTP_TRY(connection, Connection::open(path, mode));
    DTP_TRY(version, connection->value("PRAGMA schema_version"));
    Q_UNUSED(version)
    return std::move(connection);
}

// Along with the journal of whoever writes to it. Where nothing can be written beside the file, since the folder may
// only be read or the disk is full, it can be read as it stands, unless a journal holds the newest of it.
Result<std::unique_ptr<Connection>> openToRead(const QString& path)
{
    auto connection = openConnection(path, Connection::Mode::ReadOnly);
    if (connection ||
        !(failedWith(connection.error(), SQLITE_CANTOPEN) || failedWith(connection.error(), SQLITE_READONLY) ||
          failedWith(connection.error(), SQLITE_FULL)))
        return connection;
    if (QFileInfo(path + QStringLiteral("-wal")).size() == 0)
        return openConnection(path, Connection::Mode::Immutable);
    return fail(
        Storage::tr("%1 was not closed properly, and here nothing can be written to mend that. Copy it, together with "
                    "%1-wal, to a folder of your own and open it there.")
            .arg(QFileInfo(path).fileName()),
        connection.error().detail);
}

// Whether opening writes: from a journal, to another layout, an index of another version, what a killed run has left.
Result<bool> writesOnOpening(Connection& connection, const QString& path, const Environment& environment)
{
    DTP_TRY(state, schemaState(connection));
    DTP_TRY(journal, connection.value("PRAGMA journal_mode"));
    if (state != SchemaState::Current || journal.toString() != QLatin1String("wal") ||
        QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return true;
    DTP_TRY(left, connection.value(
                      "SELECT count(*) FROM setting WHERE key = 'clearFreeRoom' OR key LIKE 'begunDisclosure/%'"));
    bool isAll = left.toLongLong() == 0;
    for (const auto& participant : environment.participants) {
        DTP_TRY(isUpToDate, participant->isUpToDate(connection.handle()));
        isAll = isAll && isUpToDate;
    }
    return !isAll;
}

// Small files are looked through at every start, beside other work where nothing will be written before the first
// change; large ones when they are backed up, which is daily. Before opening writes anything, any file is.
Result<Soundness> lookThrough(Connection& connection, const QString& path, const Environment& environment,
                              bool readOnly)
{
    constexpr qint64 smallFile = 16 * 1024 * 1024;
    const bool isLarge = QFileInfo(path).size() >= smallFile;
    if (isLarge && readOnly)
        return alreadySound();
    DTP_TRY(writes, writesOnOpening(connection, path, environment));
    if (writes || (vault::isVault(path) && !vault::isHeadWhole(path))) { // which is then mended
        DTP_CHECK(quickCheck(connection, path));
        return alreadySound();
    }
    if (isLarge)
        return alreadySound();
    return std::async(std::launch::async,
                      [path]() -> Result<> {
                          DTP_TRY(own, openToRead(path));
                          return quickCheck(*own, path);
                      })
        .share();
}
} // namespace

QByteArray usualCache(const Connection& connection)
{
    return vault::isVault(connection.path()) ? QByteArray(largeCache) : QByteArray("PRAGMA cache_size = -32000;");
}

Store::Store(std::unique_ptr<Private> p) : d(std::move(p)) {}

Store::~Store() = default;

Result<> Store::Private::prepare(bool readOnly)
{
    stopWhenDamaged(*connection, soundness);
    DTP_CHECK(settings(*connection, readOnly));
    for (const auto& participant : environment.participants)
        DTP_CHECK(participant->opened(connection->handle(), readOnly));
    return {};
}

Result<std::unique_ptr<Store>> Store::create(const QString& path, const Environment& environment,
                                             const vault::FirstPassphrase* passphrase)
{
    const QString name = QFileInfo(path).fileName();
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->environment = environment;
    // Made by us, empty and for the owner alone, before SQLite writes the first name into it.
    QFile file(d->path);
    if (file.exists())
        return fail(Storage::tr("%1 exists already. Choose another name, or open it.").arg(name), path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
        return fail(Storage::tr("%1 could not be made: %2 Choose another folder.")
                        .arg(name, file.errorString() + QLatin1Char('.')),
                    file.errorString());
    file.setPermissions(onlyOwner);
    file.close();
    d->soundness = alreadySound();
    d->lock = FileLock::take(d->path, d->readOnlyReason);
    const auto build = [&]() -> Result<std::unique_ptr<Store>> {
        if (!d->lock)
            return fail(d->readOnlyReason);
        if (passphrase)
            DTP_CHECK(vault::create(d->path, *passphrase));
        DTP_TRY(connection, Connection::open(d->path, Connection::Mode::Create));
        d->connection = std::move(connection);
        DTP_CHECK(settings(*d->connection, false));
        DTP_CHECK(migrate(*d->connection));
        DTP_CHECK(d->prepare(false));
        std::unique_ptr<Store> store(new Store(std::move(d)));
        DTP_CHECK(store->load([](ChangeWriter& writer) -> Result<> {
            for (const QString& vocabularyName : builtInVocabularies()) {
                DTP_TRY(vocabulary, builtInVocabulary(vocabularyName));
                int position = 0;
                for (const VocabularyTerm& term : vocabulary.terms()) {
                    DTP_CHECK(writer.insert(Term{{},
                                                 vocabularyName,
                                                 term.code,
                                                 term.label,
                                                 term.spellings.join(QLatin1Char('|')),
                                                 term.group,
                                                 ++position}));
                }
            }
            return {};
        }));
        return store;
    };
    auto store = build();
    if (!store) // half a file helps nobody
        for (const char* ending : {"", "-wal", "-shm"})
            QFile::remove(QFileInfo(path).absoluteFilePath() + QLatin1String(ending));
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, const Environment& environment, OpenMode mode)
{
    DTP_CHECK(checkFileHead(path));
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->environment = environment;
    if (mode == OpenMode::ReadOnly)
        d->readOnlyReason = Storage::tr("%1 is opened to read.").arg(QFileInfo(path).fileName());
    else if (!QFileInfo(d->path).isWritable())
        d->readOnlyReason = Storage::tr("%1 may only be read here. Copy it to a folder of your own to change it.")
                                .arg(QFileInfo(path).fileName());
    else
        d->lock = lockToWrite(d->path, backupFolderOf(d->path, environment.backupFolder), d->readOnlyReason);
    DTP_CHECK(checkJournal(d->path)); // SQLite would open it, without what it holds
    auto opened = d->lock ? openConnection(d->path, Connection::Mode::ReadWrite) : openToRead(d->path);
    if (!opened && d->lock && failedWith(opened.error(), SQLITE_FULL)) { // room for the lock, but not for more
        d->lock.reset();
        d->readOnlyReason = FileLock::fullReason(d->path);
        opened = openToRead(d->path);
    }
    DTP_TRY(connection, std::move(opened));
    const bool readOnly = !d->lock;
    d->connection = std::move(connection);
    keepJournal(*d->connection, hasJournal(d->path)); // as it is, where the file is refused
    DTP_TRY(state, schemaState(*d->connection));
    DTP_CHECK(refuseUnknown(*d->connection, path, state));
    DTP_CHECK(refuseForeignObjects(*d->connection, path));
    DTP_CHECK(checkLayout(*d->connection, path));
    DTP_TRY(soundness, lookThrough(*d->connection, d->path, environment, readOnly));
    d->soundness = std::move(soundness);
    keepJournal(*d->connection, false);
    if (!readOnly && vault::isUnlocked(d->path))
        DTP_CHECK(vault::mendHead(d->path));
    std::unique_ptr<Store> store(new Store(std::move(d)));
    if (state == SchemaState::Older) {
        if (readOnly)
            return fail(
                Storage::tr("%1 was made by an older version of this program and must be brought up to date first, "
                            "which is not possible while it may only be read.")
                    .arg(QFileInfo(path).fileName()),
                QStringLiteral("older layout"));
        DTP_CHECK(store->backupIfOlderThan(0, 10));
        DTP_CHECK(migrate(*store->d->connection));
    }
    DTP_CHECK(store->d->prepare(readOnly));
    if (!readOnly) {
        DTP_CHECK(closeBegunLedgerEntries(*store->d->connection));
        (void)clearMarkedFreeRoom(
            store->handle()); // for want of room, say: the file is whole, and the next opening tries again
    }
    return store;
}

Result<std::unique_ptr<Store>> Store::another() const
{
    auto p = std::make_unique<Private>();
    p->path = d->path;
    p->environment = d->environment;
    p->lock = d->lock;
    p->readOnlyReason = d->readOnlyReason;
    p->soundness = d->soundness;
    DTP_TRY(connection, isReadOnly() ? openToRead(d->path) : openConnection(d->path, Connection::Mode::ReadWrite));
    p->connection = std::move(connection);
    DTP_CHECK(p->prepare(isReadOnly()));
    // Long lists are read here once, which is no use of a large cache; who writes very many records takes one.
    DTP_CHECK(p->connection->run("PRAGMA cache_size = -8000"));
    std::unique_ptr<Store> store(new Store(std::move(p)));
    // Who listens here hears of that one too, on the thread of this one.
    QObject::connect(&store->notifier(), &Notifier::readingFailed, &d->notifier, &Notifier::readingFailed);
    return store;
}

} // namespace dtp
