// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a list and says what its marks mean: above the headings or among them, in a row of its own below
// them, in a column for it, or on a sheet of its own.
#pragma once

#include <import/import_mapping.h>
#include <legends/list_legend.h>

namespace dtp
{

class FoundLegends
{
public:
    explicit FoundLegends(const ImportMapping& mapping);

    void look(const SheetRow& row);
    // The sheets of a workbook that hold little else than a legend. reader: of the sheet with the list.
    Result<> lookAtOthers(const SheetReader& reader, const QString& path, const SheetOptions& options);
    const std::vector<Legend>& all() const { return m_all; }
    const QStringList& texts() const { return m_texts; }

private:
    enum class Column { Known, Notes, Unheaded };
    Column columnAt(qsizetype index) const;
    void lookAbove(const SheetRow& row);
    void lookBeside(const SheetRow& row);
    void lookAtHeadings(const ImportMapping& mapping);
    void add(std::vector<Legend> legends);

    qint64 m_headingRow;
    std::vector<Column> m_columns;
    std::vector<Legend> m_all;
    QStringList m_texts;
};

} // namespace dtp
