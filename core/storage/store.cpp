// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, changing, undoing.
#include <records/reports.h>
#include <storage/schema.h>
#include <storage/store_private.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

QString tr(const char* text)
{
    return QCoreApplication::translate("Storage", text);
}

Result<> settings(Connection& connection, bool readOnly)
{
    // Negative: KiB. Enough for the upper pages of every index of a million people.
    DTP_CHECK(connection.run("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                             "PRAGMA cell_size_check = ON;"));
    if (readOnly)
        return {};
    DTP_CHECK(connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"));
    return {};
}

// What can be said before SQLite looks: empty, cut off, or something else altogether.
Result<> checkFile(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return fail(tr("%1 is not there. Check whether it was moved or its disk is not connected.").arg(name), path);
    if (info.isDir())
        return fail(tr("%1 is a folder, not a file of this program.").arg(name), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(tr("%1 may not be read by you. Ask its owner for a copy.").arg(name), file.errorString());
    const QByteArray head = file.read(100);
    if (head.isEmpty())
        return fail(tr("%1 is empty: not a file of this program. Restore the newest backup if it should hold something.").arg(name), {});
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(tr("%1 is not a file of this program, or it is damaged. Nothing in it was changed.").arg(name),
                    QStringLiteral("no SQLite header"));
    const auto number = [&](qsizetype at, int bytes) {
        qint64 value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value * 256 + static_cast<unsigned char>(head.at(at + i));
        return value;
    };
    const qint64 pageSize = number(16, 2) == 1 ? 65536 : number(16, 2);
    const bool hasJournal = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (!hasJournal && number(28, 4) * pageSize > info.size() && number(24, 4) == number(92, 4))
        return fail(tr("%1 is damaged: its end is missing. Nothing in it was changed. Restore the newest backup; the damaged file will be kept beside it.").arg(name),
                    QStringLiteral("SQLite 11: truncated, %1 of %2 bytes").arg(info.size()).arg(number(28, 4) * pageSize));
    return {};
}

Result<> refuseUnknown(Connection& connection, const QString& path, SchemaState state)
{
    const QString name = QFileInfo(path).fileName();
    if (state == SchemaState::Newer) {
        DTP_TRY(version, connection.value("PRAGMA user_version"));
        return fail(tr("%1 was made by a newer version of this program. Update the program on this computer to open it; nothing was changed.").arg(name),
                    QStringLiteral("schema %1, known %2").arg(version.toLongLong()).arg(newestSchemaVersion()));
    }
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return fail(tr("%1 is a database of another program. Nothing in it was changed.").arg(name), QStringLiteral("application id"));
    return {};
}
} // namespace

Store::Store(std::unique_ptr<Private> p) : d(std::move(p)) {}

Store::~Store() = default;

Result<> Store::Private::prepare(bool readOnly)
{
    DTP_CHECK(settings(*connection, readOnly));
    for (const auto& participant : environment.participants)
        DTP_CHECK(participant->opened(connection->handle(), readOnly));
    return {};
}

Result<std::unique_ptr<Store>> Store::create(const QString& path, const Environment& environment)
{
    const QString name = QFileInfo(path).fileName();
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->environment = environment;
    // Made by us, empty and for the owner alone, before SQLite writes the first name into it.
    QFile file(d->path);
    if (file.exists())
        return fail(tr("%1 exists already. Choose another name, or open it.").arg(name), path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
        return fail(tr("%1 could not be made: %2 Choose another folder.").arg(name, file.errorString() + QLatin1Char('.')), file.errorString());
    file.setPermissions(onlyOwner);
    file.close();
    d->lock = FileLock::take(d->path, d->readOnlyReason);
    const auto build = [&]() -> Result<std::unique_ptr<Store>> {
        if (!d->lock)
            return fail(d->readOnlyReason);
        DTP_TRY(connection, Connection::open(d->path, Connection::Mode::Create));
        d->connection = std::move(connection);
        DTP_CHECK(settings(*d->connection, false));
        DTP_CHECK(migrate(*d->connection));
        DTP_CHECK(d->prepare(false));
        std::unique_ptr<Store> store(new Store(std::move(d)));
        DTP_CHECK(store->load([](Writer& writer) -> Result<> {
            for (const QString& vocabularyName : builtInVocabularies()) {
                DTP_TRY(vocabulary, builtInVocabulary(vocabularyName));
                int position = 0;
                for (const VocabularyTerm& term : vocabulary.terms()) {
                    DTP_CHECK(writer.insert(Term{{}, vocabularyName, term.code, term.label,
                                                 term.spellings.join(QLatin1Char('|')), term.group, ++position}));
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
    DTP_CHECK(checkFile(path));
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->environment = environment;
    if (mode == OpenMode::ReadOnly)
        d->readOnlyReason = tr("%1 is opened to read.").arg(QFileInfo(path).fileName());
    else if (!QFileInfo(d->path).isWritable())
        d->readOnlyReason = tr("%1 may only be read here. Copy it to a folder of your own to change it.").arg(QFileInfo(path).fileName());
    else
        d->lock = FileLock::take(d->path, d->readOnlyReason);
    const bool readOnly = !d->lock;
    const bool folderWritable = QFileInfo(QFileInfo(d->path).path()).isWritable();
    const auto how = !readOnly         ? Connection::Mode::ReadWrite
                     : folderWritable  ? Connection::Mode::ReadOnly
                                       : Connection::Mode::Immutable;
    DTP_TRY(connection, Connection::open(d->path, how));
    d->connection = std::move(connection);
    DTP_TRY(state, schemaState(*d->connection));
    DTP_CHECK(refuseUnknown(*d->connection, path, state));
    // Small files are looked through at every start; large ones when they are backed up, which is daily.
    constexpr qint64 smallFile = 16 * 1024 * 1024;
    if (QFileInfo(d->path).size() < smallFile) {
        DTP_TRY(sound, d->connection->value("PRAGMA quick_check(1)"));
        if (sound.toString() != QLatin1String("ok"))
            return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, sound.toString(), path));
    }
    std::unique_ptr<Store> store(new Store(std::move(d)));
    if (state == SchemaState::Older) {
        if (readOnly)
            return fail(tr("%1 was made by an older version of this program and must be brought up to date first, which is not possible while it may only be read.")
                            .arg(QFileInfo(path).fileName()));
        DTP_CHECK(store->backupIfOlderThan(0, 10));
        DTP_CHECK(migrate(*store->d->connection));
    }
    DTP_CHECK(store->d->prepare(readOnly));
    return store;
}

Result<std::unique_ptr<Store>> Store::another() const
{
    auto p = std::make_unique<Private>();
    p->path = d->path;
    p->environment = d->environment;
    p->lock = d->lock;
    p->readOnlyReason = d->readOnlyReason;
    const bool folderWritable = QFileInfo(QFileInfo(d->path).path()).isWritable();
    DTP_TRY(connection, Connection::open(d->path, !isReadOnly()    ? Connection::Mode::ReadWrite
                                                  : folderWritable ? Connection::Mode::ReadOnly
                                                                   : Connection::Mode::Immutable));
    p->connection = std::move(connection);
    DTP_CHECK(p->prepare(isReadOnly()));
    // Long work, such as an import, goes on here, and is gone afterwards with its memory.
    DTP_CHECK(p->connection->run("PRAGMA cache_size = -96000"));
    return std::unique_ptr<Store>(new Store(std::move(p)));
}

void Store::noteChangesElsewhere()
{
    Touched touched;
    touched.everything = true;
    d->tell(touched);
}

QString Store::path() const
{
    return d->path;
}

bool Store::isReadOnly() const
{
    return !d->lock;
}

QString Store::readOnlyReason() const
{
    return d->lock ? QString() : d->readOnlyReason;
}

const Environment& Store::environment() const
{
    return d->environment;
}

Notifier& Store::notifier() const
{
    return d->notifier;
}

sqlite3* Store::handle() const
{
    return d->connection->handle();
}

Error Store::Private::readOnlyError() const
{
    return {readOnlyReason + QLatin1Char(' ') + tr("Nothing was changed."), QString()};
}

Result<> Store::Private::commitParticipants(const Touched& touched)
{
    for (const auto& participant : environment.participants)
        DTP_CHECK(participant->beforeCommit(connection->handle(), touched));
    return {};
}

void Store::Private::tell(const Touched& touched)
{
    if (touched.has(Entity::Term))
        vocabularies.clear();
    Q_EMIT notifier.changed(touched);
}

Result<qint64> Store::change(const QString& sentence, const std::function<Result<>(Writer&)>& deed)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    Q_ASSERT_X(!d->changing, "Store::change", "a change within a change");
    d->changing = true;
    const auto done = qScopeGuard([this] { d->changing = false; });
    Touched touched;
    qint64 id = 0;
    {
        DTP_TRY(transaction, Transaction::begin(*d->connection));
        DTP_TRY(recorder, ChangeRecorder::start(*d->connection));
        Writer writer(*this, true);
        DTP_CHECK(deed(writer));
        DTP_TRY(changes, recorder->changeSet());
        recorder.reset();
        if (!changes.isEmpty()) {
            if (writer.d->hasRemoved) {
                DTP_TRY(found, touchedBy(*d->connection, changes));
                touched = std::move(found);
            } else {
                touched = std::move(writer.d->written);
            }
            // Newer than every other, also when this computer's clock was set back.
            DTP_TRY(newest, d->connection->value("SELECT ifnull(max(id), 0) FROM change_set"));
            id = std::max(d->environment.ids->next(), newest.toLongLong() + 1);
            DTP_CHECK(d->commitParticipants(touched));
            ChangeLog log(*d->connection);
            DTP_CHECK(log.keep(id, d->environment.clock->now(), d->environment.author, sentence, changes, touched));
        }
        DTP_CHECK(transaction->commit());
        for (auto it = writer.d->ledger.records.cbegin(); it != writer.d->ledger.records.cend(); ++it)
            touched.records.insert(it.key(), it.value());
    }
    d->changing = false;
    if (!touched.records.isEmpty())
        d->tell(touched);
    return id;
}

Result<> Store::load(const std::function<Result<>(Writer&)>& deed)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    {
        DTP_TRY(transaction, Transaction::begin(*d->connection));
        Writer writer(*this, false);
        DTP_CHECK(deed(writer));
        for (const auto& participant : d->environment.participants)
            DTP_CHECK(participant->rebuild(d->connection->handle()));
        DTP_CHECK(transaction->commit());
    }
    noteChangesElsewhere();
    return {};
}

std::optional<ChangeInfo> Store::nextUndo() const
{
    return ChangeLog(*d->connection).nextUndo().value_or(std::nullopt);
}

std::optional<ChangeInfo> Store::nextRedo() const
{
    return ChangeLog(*d->connection).nextRedo().value_or(std::nullopt);
}

Result<ChangeInfo> Store::undo()
{
    return d->travel(true);
}

Result<ChangeInfo> Store::redo()
{
    return d->travel(false);
}

Result<ChangeInfo> Store::Private::travel(bool back)
{
    if (!lock)
        return tl::unexpected<Error>(readOnlyError());
    ChangeLog log(*connection);
    DTP_TRY(next, back ? log.nextUndo() : log.nextRedo());
    if (!next)
        return fail(back ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
    ChangeInfo info = *next;
    // The change set names every record itself, those too that went because their owner went; with foreign keys on they
    // would go twice. The state before and after is one that had passed them.
    DTP_CHECK(connection->run("PRAGMA foreign_keys = OFF"));
    const auto on = qScopeGuard([this] { (void)connection->run("PRAGMA foreign_keys = ON"); });
    Touched touched;
    {
        DTP_TRY(transaction, Transaction::begin(*connection));
        DTP_TRY(changes, log.changesOf(info.id));
        DTP_TRY(applied, log.apply(changes, back));
        touched = std::move(applied);
        info.state = back ? ChangeInfo::State::Undone : ChangeInfo::State::Done;
        DTP_CHECK(log.setState(info.id, info.state));
        DTP_CHECK(commitParticipants(touched));
        DTP_CHECK(transaction->commit());
    }
    tell(touched);
    return info;
}

Result<std::vector<ChangeInfo>> Store::history(qint64 limit, qint64 offset) const
{
    return ChangeLog(*d->connection).history(limit, offset);
}

Result<std::vector<RecordChange>> Store::recordHistory(Entity entity, qint64 id, qint64 limit) const
{
    return ChangeLog(*d->connection).recordHistory(entity, id, limit);
}

QString Store::setting(const QString& key, const QString& fallback) const
{
    auto select = d->connection->statement("SELECT value FROM setting WHERE key = ?");
    if (!select)
        return fallback;
    const auto row = select->bind(1, QVariant(key)).step();
    return row && *row ? select->text(0) : fallback;
}

Result<> Store::setSetting(const QString& key, const QString& value)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    DTP_TRY(insert, d->connection->statement("INSERT OR REPLACE INTO setting VALUES (?, ?)"));
    return insert.bind(1, QVariant(key)).bind(2, QVariant(value)).run();
}

} // namespace dtp
