// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets: what a transaction did to records, as the session extension saw it
// (https://www.sqlite.org/sessionintro.html), kept in the same transaction; undo and redo apply it inverted or as it
// is.
#pragma once

#include <base/result.h>
#include <storage/connection.h>
#include <storage/store.h>

struct sqlite3_session;

namespace dtp
{

// Watches the record tables of one transaction.
class ChangeRecorder
{
public:
    static Result<std::unique_ptr<ChangeRecorder>> start(Connection& connection);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    Result<QByteArray> changeSet();

private:
    explicit ChangeRecorder(sqlite3_session* session) : m_session(session) {}
    sqlite3_session* m_session;
};

// The records that a change set names, and their owners; after the changes are made.
Result<Touched> touchedBy(Connection& connection, const QByteArray& changes);

class ChangeLog
{
public:
    explicit ChangeLog(Connection& connection) : m_connection(connection) {}

    // Inside the transaction that made the changes.
    Result<> keep(qint64 id, const QDateTime& at, const QString& author, const QString& sentence,
                  const QByteArray& changes, const Touched& touched);
    Result<std::optional<ChangeSummary>> nextUndo();
    Result<std::optional<ChangeSummary>> nextRedo();
    Result<QByteArray> changesOf(qint64 id);
    // Applies the change set, inverted to undo it. Fails on any conflict: then the file was changed behind our back.
    Result<Touched> apply(const QByteArray& changes, bool inverted);
    Result<> setState(qint64 id, ChangeSummary::State state);
    Result<> dropUndone();

    Result<std::vector<ChangeSummary>> history(qint64 limit, qint64 offset);
    Result<std::vector<RecordChange>> recordHistory(Entity entity, qint64 id, qint64 limit);

private:
    Result<> keepOwners(qint64 change, const QByteArray& changes, const Touched& touched, bool bulk);
    Result<std::vector<ChangeSummary>> read(const QByteArray& rest, const std::vector<QVariant>& values);
    Connection& m_connection;
};

} // namespace dtp
