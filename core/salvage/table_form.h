// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a table look like, so that a row of which nothing else is known can be told.
#pragma once

#include "tree_page.h"

#include <base/result.h>

#include <QString>
#include <set>
#include <vector>

namespace dtp
{

class Connection;

enum class Fit { None, Shorter, Whole }; // Shorter: as rows of an earlier layout, which had fewer columns

class TableForm
{
public:
    // Of a table of a file that is as this program makes it. lengths: how many columns it has and had.
    static Result<TableForm> of(Connection& connection, const QString& table, const std::set<std::size_t>& lengths);

    const QString& table() const { return m_table; }
    Fit fits(const StoredRow& row) const;
    Fit fits(const LeafRows& leaf) const; // all of its rows, of which there are some
    // How much of what the rows refer to is there, less what is not: records, and words of a vocabulary.
    Result<int> agreement(Connection& connection, const LeafRows& leaf) const;
    // Whether it is new there: what is there already stays.
    Result<bool> insert(Connection& connection, const StoredRow& row) const;

private:
    struct Column {
        QByteArray name;
        StoredValue::Kind kind = StoredValue::Kind::Text;
        bool isKey = false; // by which SQLite finds the row; it does not stand in it
        bool isNeeded = false;
        QByteArray refersTo;   // a table
        QByteArray vocabulary; // of whose words it holds one
    };
    Result<int> agreement(Connection& connection, const Column& column, const StoredValue& value) const;

    QString m_table;
    std::vector<Column> m_columns;
    std::set<std::size_t> m_lengths;
};

} // namespace dtp
