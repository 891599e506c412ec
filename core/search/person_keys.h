// SPDX-License-Identifier: GPL-3.0-or-later
// person_key, the table of the index that has a row for each person: keys for sorting and for equal names, a copy of
// the short fields that most searches ask for, and facts: in “agreed” what each agreed to, in “alumni_from” since when
// she is one of the alumni, in “reach” by which kinds of contact she can be reached. One index holds them in the order
// of names, another without names, so that a list by name, its filters and counts of a million people need not read
// the records.
#pragma once

#include <base/result.h>
#include <database/connection.h>

namespace dtp
{

// Whether the table has a copy of this column of person.
bool isInPersonKeys(const char* column);
// Whether few have anything in it: an index tells who does.
bool isSeldomSaid(const char* column);

// Makes what is not there; drops what is there first, with its indexes.
Result<> createPersonKeys(sqlite3* database);
Result<> indexPersonKeys(sqlite3* database);
Result<> dropPersonKeys(sqlite3* database);
// When most rows are still to come, the indexes are made again behind them, which is quicker.
Result<> dropPersonKeyIndexes(sqlite3* database);

// Adds rows, each with its copies of who is in the file.
class PersonKeyWriter
{
public:
    static Result<PersonKeyWriter> open(sqlite3* database);
    // ownWords: how many bytes of the indexed words are her own, see IndexEntry.
    Result<> add(qint64 person, const QByteArray& sortKey, const QByteArray& nameKey, qint64 ownWords);

private:
    PersonKeyWriter(Statement copies, Statement insert) : m_copies(std::move(copies)), m_insert(std::move(insert)) {}
    // Not INSERT … SELECT: such a statement is guarded by a savepoint, and at each savepoint FTS5 writes out the words
    // that it holds, which would be those of one person (fts5SavepointMethod of SQLite 3.40).
    Statement m_copies;
    Statement m_insert;
};

// What is not as the records say, besides keys: person, column, what the record and what the row says.
QByteArray wrongPersonKeysSql();

} // namespace dtp
