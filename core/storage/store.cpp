// SPDX-License-Identifier: GPL-3.0-or-later
// Changing, undoing.
#include <storage/store_private.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QScopeGuard>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

} // namespace

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
    return {readOnlyReason + QLatin1Char(' ') + Storage::tr("Nothing was changed."), QString()};
}

Result<> Store::Private::commitParticipants(const Touched& touched)
{
    for (const auto& participant : environment.participants)
        DTP_CHECK(participant->beforeCommit(connection->handle(), touched));
    return {};
}

std::shared_future<Result<>> Store::soundness() const
{
    return d->soundness;
}

Result<> Store::Private::checkSoundAndThere() const
{
    DTP_CHECK(soundness.get());
    if (lock->isStillThere(path))
        return {};
    return fail(
        Storage::tr("%1 was deleted, moved or replaced by another program while it was open here, so nothing was "
                    "changed. Make a backup under another name to keep what you see, and open the file again.")
            .arg(QFileInfo(path).fileName()),
        path);
}

void Store::Private::tell(const Touched& touched)
{
    if (touched.has(Entity::Term))
        vocabularies.clear();
    Q_EMIT notifier.changed(touched);
}

Result<qint64> Store::change(const QString& sentence, const std::function<Result<>(ChangeWriter&)>& deed)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    DTP_CHECK(d->checkSoundAndThere());
    Q_ASSERT_X(!d->changing, "Store::change", "a change within a change");
    d->changing = true;
    const auto done = qScopeGuard([this] { d->changing = false; });
    Touched touched;
    qint64 id = 0;
    {
        DTP_TRY(transaction, Transaction::begin(*d->connection));
        DTP_TRY(recorder, ChangeRecorder::start(*d->connection));
        ChangeWriter writer(*this, true);
        writer.d->recorder = recorder.get();
        DTP_CHECK(deed(writer));
        DTP_TRY(changes, recorder->take());
        recorder.reset();
        if (!changes.isEmpty() || writer.d->parts > 0) {
            DTP_TRY(kept, d->keep(*writer.d, sentence, changes));
            touched = std::move(kept);
            id = writer.d->changeId;
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

Result<qint64> Store::Private::newChangeId()
{
    DTP_TRY(newest, connection->value("SELECT ifnull(max(id), 0) FROM change_set"));
    return std::max(environment.ids->next(), newest.toLongLong() + 1);
}

Result<Touched> Store::Private::keep(ChangeWriter::Private& written, const QString& sentence,
                                     const QByteArray& changes)
{
    ChangeLog log(*connection);
    ChangeSummary change;
    Touched touched;
    if (written.hasRemoved) {
        DTP_TRY(found, log.touchedByParts(written.changeId));
        DTP_CHECK(addTouched(*connection, changes, found));
        for (const auto& keys : std::as_const(found.records))
            change.records += keys.size();
        touched = std::move(found);
    } else {
        touched = written.takeWritten(change.records);
    }
    if (written.changeId == 0) {
        DTP_TRY(id, newChangeId());
        written.changeId = id;
    }
    change.id = written.changeId;
    change.at = environment.clock->now();
    change.author = environment.author;
    change.sentence = sentence;
    DTP_CHECK(commitParticipants(touched));
    DTP_CHECK(log.keep(change, changes, touched));
    return touched;
}

Result<> Store::load(const std::function<Result<>(ChangeWriter&)>& deed)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    DTP_CHECK(d->checkSoundAndThere());
    {
        DTP_TRY(transaction, Transaction::begin(*d->connection));
        ChangeWriter writer(*this, false);
        DTP_CHECK(deed(writer));
        for (const auto& participant : d->environment.participants)
            DTP_CHECK(participant->rebuild(d->connection->handle()));
        DTP_CHECK(transaction->commit());
    }
    noteChangesElsewhere();
    return {};
}

std::optional<ChangeSummary> Store::nextUndo() const
{
    return d->valueOrTold(ChangeLog(*d->connection).nextUndo());
}

std::optional<ChangeSummary> Store::nextRedo() const
{
    return d->valueOrTold(ChangeLog(*d->connection).nextRedo());
}

Result<ChangeSummary> Store::undo()
{
    return d->travel(true);
}

Result<ChangeSummary> Store::redo()
{
    return d->travel(false);
}

Result<ChangeSummary> Store::Private::travel(bool back)
{
    if (!lock)
        return tl::unexpected<Error>(readOnlyError());
    DTP_CHECK(checkSoundAndThere());
    ChangeLog log(*connection);
    DTP_TRY(next, back ? log.nextUndo() : log.nextRedo());
    if (!next)
        return fail(back ? Storage::tr("There is nothing to undo.") : Storage::tr("There is nothing to redo."));
    ChangeSummary info = *next;
    // The change set names every record itself, those too that went because their owner went; with foreign keys on
    // they would go twice. The state before and after is one that had passed them.
    DTP_CHECK(connection->run("PRAGMA foreign_keys = OFF"));
    const auto on = qScopeGuard([this] { (void)connection->run("PRAGMA foreign_keys = ON"); });
    Touched touched;
    {
        DTP_TRY(transaction, Transaction::begin(*connection));
        DTP_TRY(applied, log.apply(info.id, back));
        touched = std::move(applied);
        info.state = back ? ChangeSummary::State::Undone : ChangeSummary::State::Done;
        DTP_CHECK(log.setState(info.id, info.state));
        DTP_CHECK(commitParticipants(touched));
        DTP_CHECK(transaction->commit());
    }
    tell(touched);
    return info;
}

Result<std::vector<ChangeSummary>> Store::history(qint64 limit, qint64 offset) const
{
    return ChangeLog(*d->connection).history(limit, offset);
}

Result<std::vector<RecordChange>> Store::recordHistory(Entity entity, qint64 id, qint64 limit) const
{
    return ChangeLog(*d->connection).recordHistory(entity, id, limit);
}

QString Store::setting(const QString& key, const QString& fallback) const
{
    const auto read = [&]() -> Result<QString> {
        DTP_TRY(select, d->connection->statement("SELECT value FROM setting WHERE key = ?"));
        DTP_TRY(row, select.bind(1, QVariant(key)).step());
        return row ? select.text(0) : fallback;
    };
    const Result<QString> value = read();
    if (value)
        return *value;
    d->tellUnread(value.error());
    return fallback;
}

Result<> Store::setSetting(const QString& key, const QString& value)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    DTP_CHECK(d->soundness.get());
    DTP_TRY(insert, d->connection->statement("INSERT OR REPLACE INTO setting VALUES (?, ?)"));
    return insert.bind(1, QVariant(key)).bind(2, QVariant(value)).run();
}

} // namespace dtp
