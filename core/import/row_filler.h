// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that stand for the value of the row above, before rows are understood each by itself.
#pragma once

#include <import/import_mapping.h>

namespace dtp
{

class RowFiller
{
public:
    explicit RowFiller(const ImportMapping& mapping);
    // Rows below the headings, in their order.
    void fill(SheetRow& row);
    // A sentence about what was filled in; empty when nothing was.
    QString remark() const;

private:
    std::vector<bool> m_mayRepeat; // by column: a name is never "as above"
    QStringList m_above;
    qint64 m_filled = 0;
};

} // namespace dtp
