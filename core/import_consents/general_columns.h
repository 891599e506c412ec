// SPDX-License-Identifier: GPL-3.0-or-later
// Columns beside agreements that take all of them back without saying which: "Opt-in: no", "Confidentiality: high".
#pragma once

#include <import/import_row.h>
#include <legends/general_answers.h>

namespace dtp
{

class GeneralColumns
{
public:
    explicit GeneralColumns(const ImportMapping& mapping);
    void settle(const SheetRow& row, int thisYear, PersonDraft& draft) const;

private:
    struct Column {
        const ColumnMapping* mapping;
        GeneralQuestion question;
    };
    static void takeBack(const Column& column, const QString& cell, bool isRefusal, PersonDraft& draft);

    std::vector<Column> m_columns;
};

} // namespace dtp
