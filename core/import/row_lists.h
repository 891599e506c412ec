// SPDX-License-Identifier: GPL-3.0-or-later
// The lists beside an import, as CSV: rows that were set aside, to be mended and imported again, and what became of
// each row. They hold what was in the file that came in, and so leave without the disclosure gate: see ungated.h.
#pragma once

#include <import/import_mapping.h>
#include <import/planned_row.h>

#include <functional>

class QIODevice;

namespace dtp
{

struct RejectedRow {
    const QStringList* cells; // as in the file
    const QString* reason;
};
Result<> writeRejectedRows(QIODevice& device, const ImportMapping& mapping, const std::vector<RejectedRow>& rows);

// What became of each row. subject: the heading of the column that says what the row is about. count rows, of which
// rowAt gives one; fate: the word for it.
Result<> writeRowLog(QIODevice& device, const QString& subject, size_t count,
                     const std::function<const PlannedRow&(size_t)>& rowAt, QString (*fate)(RowFate));

} // namespace dtp
