// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of exports share: rows of texts, and reading files back.
#pragma once

#include <document/table.h>
#include <privacy/gate.h>
#include <support/catch.h>

#include <QFile>
#include <QString>

namespace dtp::test
{

inline QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

inline QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

// A table of public texts.
inline Table tableOf(const QStringList& titles, const std::vector<std::vector<QString>>& rows)
{
    Table table;
    for (const QString& title : titles)
        table.columns.push_back({title, title, Sensitivity::Public});
    for (const std::vector<QString>& cells : rows)
        table.rows.push_back({{cells.begin(), cells.end()}, {}});
    return table;
}

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
