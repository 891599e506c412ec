// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/merged_cells.h>

#include <algorithm>

namespace dtp
{

void MergedCells::add(qint64 firstRow, qint64 lastRow, int column)
{
    if (lastRow > firstRow && column >= 0 && column < SheetLimits::columns)
        m_all.push_back({firstRow, lastRow, column, {}});
}

void MergedCells::settle()
{
    std::sort(m_all.begin(), m_all.end(), [](const Merge& a, const Merge& b) { return a.first > b.first; });
}

void MergedCells::fill(SheetRow& row)
{
    row.merged.clear();
    if (m_all.empty() && m_open.empty())
        return;
    std::erase_if(m_open, [&row](const Merge& merge) { return merge.last < row.number; });
    if (!row.isBlank()) {
        for (const Merge& merge : m_open) {
            while (row.cells.size() <= merge.column)
                row.cells.append(QString());
            if (!row.cells.at(merge.column).trimmed().isEmpty())
                continue;
            row.cells[merge.column] = merge.value;
            row.merged.append(merge.column);
        }
    }
    for (; !m_all.empty() && m_all.back().first <= row.number; m_all.pop_back()) {
        Merge merge = std::move(m_all.back());
        merge.value = row.number == merge.first ? row.cells.value(merge.column) : QString();
        if (!merge.value.trimmed().isEmpty())
            m_open.push_back(std::move(merge));
    }
}

} // namespace dtp
