// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of Store and ChangeWriter, shared by the files that make them up.
#pragma once

#include <database/connection.h>
#include <database/file_lock.h>
#include <database/soundness.h>
#include <storage/change_log.h>
#include <storage/store.h>

namespace dtp
{

class Store::Private
{
public:
    QString path;
    Environment environment;
    std::shared_ptr<FileLock> lock; // shared with the stores of other threads of this program
    QString readOnlyReason;
    std::unique_ptr<Connection> connection;
    Soundness soundness; // below the connection: the thread ends before that is closed
    mutable Notifier notifier;
    mutable QHash<QString, std::shared_ptr<Vocabulary>> vocabularies;
    mutable QHash<QString, std::shared_ptr<Vocabulary>> unreadVocabularies; // empty, until they can be read
    bool changing = false;

    // With what is in the environment ready to work on the connection.
    Result<> prepare(bool readOnly);
    Result<> commitParticipants(const Touched& touched);
    void tell(const Touched& touched);
    void tellUnread(const Error& error) const { Q_EMIT notifier.readingFailed(error); }
    template <class T>
    T valueOrTold(Result<T> result) const
    {
        if (result)
            return std::move(*result);
        tellUnread(result.error());
        return T{};
    }
    Result<std::optional<RecordValues>> read(Entity entity, qint64 id) const; // none: not there
    Result<ChangeSummary> travel(bool back);                                  // undo or redo
    Result<qint64> newChangeId(); // newer than every other, also when this computer's clock was set back
    // The end of a change: the index follows, and its last part goes into the log.
    Result<Touched> keep(ChangeWriter::Private& written, const QString& sentence, const QByteArray& changes);
    Error readOnlyError() const;
    Result<> checkSoundAndThere() const; // the file, under its name
};

class ChangeWriter::Private
{
public:
    Store& store;
    Connection& connection;
    bool isRecording; // in a change set
    ChangeRecorder* recorder = nullptr;
    Touched ledger = {}; // what went into tables that no change set watches
    // What was written, as addTouched() would find it in the change set: known without reading through a large one.
    // Not to be relied on when something was removed, since that takes along what it owned. The keys are gathered as
    // they come, with repetitions: millions of them are a set sooner when their number is known.
    QHash<Entity, std::vector<qint64>> writtenRecords = {};
    QHash<Entity, std::vector<qint64>> writtenOwners = {};
    bool hasRemoved = false;
    bool isEverything = false; // so much was written that it is not listed
    qint64 countedOnly = 0;    // records whose keys were let go of
    qint64 lastOwner = 0;      // in writtenOwners; keys are different for different kinds
    QHash<QPair<Entity, int>, std::shared_ptr<Statement>> inserts = {}; // by type and rows, for the many of an import
    qint64 changeId = 0;     // of the parts of the change set that were put aside
    qint64 parts = 0;        // how many these are
    qint64 writtenSince = 0; // since the last of them

    Result<> watch() { return recorder ? recorder->watch() : Result<>(); }
    Result<Statement*> insertOf(const RecordType& type, int rows);
    void note(const RecordType& type, const RecordValues& values);
    void countMany();
    Result<> putAside();                  // what was recorded, when that is a good deal
    Touched takeWritten(qint64& records); // and how many they are
};

// How many KiB of the file SQLite holds: enough for the upper pages of every index of a million people. A page of an
// encrypted file costs thrice as much to read again, so that of these it holds what 200 searches need; while very many
// records are written, which is all over the indexes, as much.
QByteArray usualCache(const Connection& connection);
constexpr const char* largeCache = "PRAGMA cache_size = -64000;";

// SQL for a Where: "WHERE … ORDER BY … LIMIT …"; values in the order of their marks.
struct WhereSql {
    QByteArray text;
    std::vector<QVariant> values;
};
Result<WhereSql> toSql(const RecordType& type, const Where& where);

// Columns of a field table, for SELECT: "id, given_name, …".
QByteArray columnList(const RecordType& type);
QVariant readColumn(const Statement& row, int column, const Field& field);
RecordValues readRecord(const Statement& row, const RecordType& type);

} // namespace dtp
