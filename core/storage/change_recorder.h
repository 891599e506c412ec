// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets: what a transaction did to records, as the session extension saw it
// (https://www.sqlite.org/sessionintro.html).
#pragma once

#include <base/result.h>
#include <database/connection.h>
#include <storage/store.h>

struct sqlite3_session;

namespace dtp
{

// What the session extension says, as a sentence; what: for the detail.
Error sessionError(int code, const char* what);

// Memory that SQLite gave.
struct FreeBySqlite {
    void operator()(void* memory) const;
};

// Watches the record tables of one transaction; or is told of new records by who writes very many of them, since
// watching takes a second look at each.
class ChangeRecorder
{
public:
    static Result<std::unique_ptr<ChangeRecorder>> start(Connection& connection); // watching
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    // Until it watches again it has to be told of everything.
    Result<> beTold();
    // record: as a change set has it, see RecordBatch.
    void tellInsert(const RecordType& type, const char* record, qsizetype size);
    Result<> watch();

    // What was changed since the start or since it was last taken, in its order; empty when nothing was.
    Result<QByteArray> take();

private:
    explicit ChangeRecorder(Connection& connection) : m_connection(connection) {}
    Result<QByteArray> seen() const;
    QByteArray told();
    Result<> keep(QByteArray changes);
    Connection& m_connection;
    sqlite3_session* m_session = nullptr; // none: it is told
    QHash<Entity, QByteArray> m_told;
    QByteArray m_kept; // from before it last began to watch or to be told
};

// Whether its records belong to others, as an e-mail address belongs to a person.
bool isOwned(const RecordType& type);

// Adds the records that a change set names, and their owners; after the changes are made.
Result<> addTouched(Connection& connection, const QByteArray& changes, Touched& touched);

} // namespace dtp
