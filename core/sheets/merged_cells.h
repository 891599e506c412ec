// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that are one over several rows: the value counts for each of the rows.
#pragma once

#include <sheets/sheet_reader.h>

namespace dtp
{

class MergedCells
{
public:
    void add(qint64 firstRow, qint64 lastRow, int column);
    void settle(); // after the last one of a sheet whose merges are known beforehand
    // Rows in their order. Blank ones stay blank.
    void fill(SheetRow& row);

private:
    struct Merge {
        qint64 first;
        qint64 last;
        int column;
        QString value;
    };
    std::vector<Merge> m_all; // that have not begun, the last first
    std::vector<Merge> m_open;
};

} // namespace dtp
