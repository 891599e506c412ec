// SPDX-License-Identifier: GPL-3.0-or-later
// What remarks, and what stands beside numbers, say against calling somebody: the number is not used, and care is
// taken.
#pragma once

#include <import/import_row.h>

namespace dtp
{

class PhoneColumns
{
public:
    explicit PhoneColumns(const ImportMapping& mapping);
    void settle(const SheetRow& row, PersonDraft& draft) const;

private:
    static void read(const ColumnMapping& column, const QString& cell, PersonDraft& draft);

    std::vector<const ColumnMapping*> m_columns;
};

} // namespace dtp
