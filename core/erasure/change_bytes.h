// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a change set: taken apart row by row, and put together again with rows or values left out, which the
// session extension of SQLite cannot do. The format: "CHANGESET FORMAT" in SQLite's ext/session/sqlite3session.c.
#pragma once

#include <records/record_type.h>

#include <QByteArray>
#include <QByteArrayView>
#include <optional>
#include <vector>

namespace dtp
{

// A value as it stands there: its type, and what follows. Empty: the row says nothing of this column.
namespace change_value
{
bool isThere(QByteArrayView value);
std::optional<qint64> integer(QByteArrayView value);
std::optional<QByteArrayView> utf8(QByteArrayView value); // of a text
QByteArray ofInteger(qint64 number);
QByteArray ofText(QByteArrayView utf8);
QByteArray null();
QByteArray absent();
} // namespace change_value

// Reads; the bytes must outlive it.
class ChangeRows
{
public:
    explicit ChangeRows(const QByteArray& changes) : m_bytes(changes) {}

    bool next(); // false at the end, and where the bytes are not as they should be
    bool isBroken() const { return m_isBroken; }

    const RecordType* type() const { return m_type; } // nullptr: of a table that we do not know
    int operation() const { return m_operation; }     // SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
    qint64 key() const;
    int columns() const { return m_columns; } // the key is the first
    // Empty: there is no such column, or the operation has no such side.
    QByteArrayView before(int column) const { return at(m_before, column); }
    QByteArrayView after(int column) const { return at(m_after, column); }
    // The key of another record, on either side of a change; 0 for none.
    qint64 keyBefore(int column) const { return change_value::integer(before(column)).value_or(0); }
    qint64 keyAfter(int column) const { return change_value::integer(after(column)).value_or(0); }

    QByteArrayView head() const { return m_head; } // of the table, as it stands before its rows
    QByteArrayView row() const { return m_row; }

private:
    using Values = std::vector<QByteArrayView>;
    static QByteArrayView at(const Values& values, int column)
    {
        return column < static_cast<int>(values.size()) ? values[static_cast<size_t>(column)] : QByteArrayView();
    }
    bool readHead();
    bool readValues(Values& values);
    std::optional<qsizetype> readSize();
    bool broken();
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    const RecordType* m_type = nullptr;
    int m_operation = 0;
    int m_columns = 0;
    QByteArrayView m_head;
    QByteArrayView m_row;
    Values m_before;
    Values m_after;
    bool m_isBroken = false;
};

// Writes what was read.
class ChangeRowsWriter
{
public:
    void add(const ChangeRows& rows); // the row as it stands
    // The row with other values; those that a change would leave as they are go, and the row with the last of them.
    void add(const ChangeRows& rows, std::vector<QByteArray> before, std::vector<QByteArray> after);
    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    void addHead(const ChangeRows& rows);
    QByteArray m_bytes;
    QByteArray m_head;
};

} // namespace dtp
