// SPDX-License-Identifier: GPL-3.0-or-later
// A table is columns and rows; whoever writes it (CSV, XLSX, PDF, ODT, HTML) knows nothing of where it came from.
#pragma once

#include <base/id.h>
#include <base/result.h>
#include <records/field.h>
#include <records/people.h>

#include <QString>
#include <vector>

namespace dtp
{

struct TableColumn {
    QString title;
    Sensitivity sensitivity = Sensitivity::Public;
    bool isNumber = false; // right-aligned, and a number in spreadsheets
    double weight = 1.0;   // share of the page's width
};

struct TableRow {
    std::vector<QString> cells;
    Id<Person> person; // whom the row is about; none: nobody
};

struct Table {
    QString title;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
};

// Rows one at a time, for tables that are too long to hold. next() returns false at the end, an Error when reading
// failed.
class RowSource
{
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    virtual const std::vector<TableColumn>& columns() const = 0;
    virtual Result<bool> next(TableRow& row) = 0;
};

} // namespace dtp
