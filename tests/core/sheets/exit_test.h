// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of exports share: rows of texts, and reading files back.
#pragma once

#include <document/table.h>
#include <privacy/gate.h>
#include <support/catch.h>
#include <support/rows_of_table.h>

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

} // namespace dtp::test
