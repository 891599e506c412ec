// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_form.h"

#include <database/connection.h>
#include <records/record_type.h>

#include <algorithm>
#include <sqlite3.h>

namespace dtp
{

namespace
{
using Kind = StoredValue::Kind;

Kind kindOf(const QByteArray& type)
{
    if (type == "INTEGER")
        return Kind::Integer;
    return type == "REAL" ? Kind::Real : type == "BLOB" ? Kind::Blob : Kind::Text;
}

bool holds(Kind column, Kind value)
{
    return column == value || (column == Kind::Real && value == Kind::Integer); // as SQLite keeps a whole number
}

QByteArray quoted(const QByteArray& name)
{
    return '"' + name + '"';
}

void bind(Statement& statement, int index, const StoredValue& value)
{
    switch (value.kind) {
    case Kind::Null:
        statement.bind(index, QVariant());
        break;
    case Kind::Integer:
        statement.bind(index, value.integer);
        break;
    case Kind::Real:
        statement.bind(index, QVariant(value.real));
        break;
    case Kind::Text:
        statement.bindUtf8(index, value.bytes);
        break;
    case Kind::Blob:
        statement.bind(index, QVariant(value.bytes));
        break;
    }
}

const std::set<QByteArray>& vocabularies()
{
    static const std::set<QByteArray> all = [] {
        std::set<QByteArray> names;
        for (const RecordType& type : allRecordTypes()) {
            for (const Field& field : type.fields)
                names.insert(field.vocabulary);
        }
        names.erase(QByteArray());
        return names;
    }();
    return all;
}
} // namespace

Result<TableForm> TableForm::of(Connection& connection, const QString& table, const std::set<std::size_t>& lengths)
{
    TableForm form;
    form.m_table = table;
    form.m_lengths = lengths;
    const RecordType* type = recordTypeOfTable(table);
    DTP_TRY(columns,
            Statement::prepare(connection.handle(), "SELECT i.name, i.type, i.\"notnull\", i.pk, f.\"table\" "
                                                    "FROM pragma_table_info(?1) i "
                                                    "LEFT JOIN pragma_foreign_key_list(?1) f ON f.\"from\" = i.name "
                                                    "ORDER BY i.cid"));
    columns.bindUtf8(1, table.toUtf8());
    int keys = 0;
    for (;;) {
        DTP_TRY(row, columns.step());
        if (!row)
            break;
        const Field* field = type ? type->fieldNamed(columns.text(0)) : nullptr;
        const bool isOfKey = columns.integer(3) != 0;
        keys += isOfKey ? 1 : 0;
        form.m_columns.push_back({columns.utf8(0), kindOf(columns.utf8(1)), isOfKey && columns.utf8(1) == "INTEGER",
                                  columns.integer(2) != 0, columns.utf8(4), field ? field->vocabulary : ""});
    }
    for (Column& column : form.m_columns)
        column.isKey = column.isKey && keys == 1;
    return form;
}

Fit TableForm::fits(const StoredRow& row) const
{
    if (row.values.size() > m_columns.size() || !m_lengths.contains(row.values.size()))
        return Fit::None;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const Kind kind = row.values[i].kind;
        const Column& column = m_columns[i];
        const bool isNothing = kind == Kind::Null;
        if (column.isKey ? !isNothing : isNothing ? column.isNeeded : !holds(column.kind, kind))
            return Fit::None;
    }
    return row.values.size() == m_columns.size() ? Fit::Whole : Fit::Shorter;
}

Fit TableForm::fits(const LeafRows& leaf) const
{
    Fit all = leaf.rows.empty() ? Fit::None : Fit::Whole;
    for (const StoredRow& row : leaf.rows)
        all = std::min(all, fits(row));
    return all;
}

Result<int> TableForm::agreement(Connection& connection, const Column& column, const StoredValue& value) const
{
    if (value.kind == Kind::Text && m_table == QLatin1String("term") && column.name == "vocabulary")
        return vocabularies().contains(value.bytes) ? 1 : -1;
    const bool isReference = !column.refersTo.isEmpty() && value.kind == Kind::Integer;
    const bool isWord = !column.vocabulary.isEmpty() && !value.bytes.isEmpty();
    if (!isReference && !isWord)
        return 0;
    DTP_TRY(there,
            connection.statement(isReference ? "SELECT 1 FROM " + quoted(column.refersTo) + " WHERE id = ?"
                                             : QByteArray("SELECT 1 FROM term WHERE code = ? AND vocabulary = ?")));
    bind(there, 1, value);
    if (isWord)
        there.bindUtf8(2, column.vocabulary);
    DTP_TRY(isThere, there.step());
    there.reset();
    return isThere ? 1 : -1;
}

Result<int> TableForm::agreement(Connection& connection, const LeafRows& leaf) const
{
    int sum = 0;
    for (const StoredRow& row : leaf.rows) {
        for (std::size_t i = 0; i < row.values.size() && i < m_columns.size(); ++i) {
            DTP_TRY(one, agreement(connection, m_columns[i], row.values[i]));
            sum += one;
        }
    }
    return sum;
}

Result<bool> TableForm::insert(Connection& connection, const StoredRow& row) const
{
    QByteArray names;
    QByteArray marks;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        names += (i == 0 ? "" : ", ") + quoted(m_columns[i].name);
        marks += i == 0 ? "?" : ", ?";
    }
    DTP_TRY(insert, connection.statement("INSERT OR IGNORE INTO " + quoted(m_table.toUtf8()) + " (" + names +
                                         ") VALUES (" + marks + ')'));
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (m_columns[i].isKey)
            insert.bind(static_cast<int>(i) + 1, row.key);
        else
            bind(insert, static_cast<int>(i) + 1, row.values[i]);
    }
    DTP_CHECK(insert.run());
    return sqlite3_changes(connection.handle()) > 0;
}

} // namespace dtp
