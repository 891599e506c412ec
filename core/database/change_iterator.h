// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a change set of SQLite, one after the other.
#pragma once

#include <QByteArray>
#include <QVariant>

#include <sqlite3.h>

namespace dtp
{

class ChangeIterator
{
public:
    explicit ChangeIterator(const QByteArray& changes)
    {
        m_code = sqlite3changeset_start(&m_iterator, static_cast<int>(changes.size()),
                                        const_cast<char*>(changes.constData()));
    }
    ~ChangeIterator() { sqlite3changeset_finalize(m_iterator); }
    ChangeIterator(const ChangeIterator&) = delete;
    ChangeIterator& operator=(const ChangeIterator&) = delete;

    bool next()
    {
        if (m_code != SQLITE_OK || sqlite3changeset_next(m_iterator) != SQLITE_ROW)
            return false;
        int indirect = 0;
        sqlite3changeset_op(m_iterator, &m_table, &m_columns, &m_operation, &indirect);
        return true;
    }
    const char* table() const { return m_table; }
    int operation() const { return m_operation; }
    int columns() const { return m_columns; }
    sqlite3_value* before(int column) const
    {
        return value(&sqlite3changeset_old, column, m_operation != SQLITE_INSERT);
    }
    sqlite3_value* after(int column) const
    {
        return value(&sqlite3changeset_new, column, m_operation != SQLITE_DELETE);
    }
    qint64 key() const { return sqlite3_value_int64(m_operation == SQLITE_INSERT ? after(0) : before(0)); }

private:
    using Access = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);
    sqlite3_value* value(Access access, int column, bool exists) const
    {
        sqlite3_value* found = nullptr;
        if (exists)
            access(m_iterator, column, &found);
        return found;
    }
    sqlite3_changeset_iter* m_iterator = nullptr;
    const char* m_table = nullptr;
    int m_columns = 0;
    int m_operation = 0;
    int m_code = SQLITE_OK;
};

// As the field tables have it; null where there is none.
inline QVariant fromSqlite(sqlite3_value* value)
{
    if (!value)
        return {};
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return QVariant(static_cast<qint64>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char*>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_value_text(value)), sqlite3_value_bytes(value));
    default:
        return {};
    }
}

} // namespace dtp
