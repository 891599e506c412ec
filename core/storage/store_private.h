// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of Store and ChangeWriter, shared by the files that make them up.
#pragma once

#include <storage/change_log.h>
#include <storage/connection.h>
#include <storage/file_lock.h>
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
    mutable Notifier notifier;
    mutable QHash<QString, std::shared_ptr<Vocabulary>> vocabularies;
    bool changing = false;

    // With what is in the environment ready to work on the connection.
    Result<> prepare(bool readOnly);
    Result<> commitParticipants(const Touched& touched);
    void tell(const Touched& touched);
    Result<ChangeSummary> travel(bool back); // undo or redo
    Error readOnlyError() const;
};

class ChangeWriter::Private
{
public:
    Store& store;
    Connection& connection;
    bool isRecording; // in a change set
    Touched ledger;   // what went into tables that no change set watches
    // What was written, as touchedBy() would find it in the change set: known without reading through a large one. Not
    // to be relied on when something was removed, since that takes along what it owned. The keys are gathered as they
    // come, with repetitions: millions of them are a set sooner when their number is known.
    QHash<Entity, std::vector<qint64>> writtenRecords;
    QHash<Entity, std::vector<qint64>> writtenOwners;
    bool hasRemoved = false;
    qint64 lastOwner = 0;                              // in writtenOwners; keys are different for different kinds
    QHash<Entity, std::shared_ptr<Statement>> inserts; // one a kind of record, for the many of an import

    void note(const RecordType& type, const RecordValues& values);
    Touched takeWritten();
};

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
