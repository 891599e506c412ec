// SPDX-License-Identifier: GPL-3.0-or-later
// A table as rows that come one by one, as from a file of a million.
#pragma once

#include <document/table.h>

namespace dtp::test
{

class RowsOfTable final : public RowSource
{
public:
    explicit RowsOfTable(Table table) : m_table(std::move(table)) {}
    const std::vector<TableColumn>& columns() const override { return m_table.columns; }
    Result<bool> next(TableRow& row) override
    {
        if (m_at == m_table.rows.size())
            return false;
        row = m_table.rows[m_at++];
        return true;
    }

private:
    Table m_table;
    size_t m_at = 0;
};

} // namespace dtp::test
