// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a list as text for other programs. Nobody is asked for whom they are, so what is restricted is masked, and
// all of a row about somebody who needs care.
#pragma once

#include <privacy/gate.h>
#include <ui/lists/record_list_model.h>

namespace dtp
{

struct CopiedRows {
    QString text; // a line a row, cells apart by tabs
    int rows = 0;
    bool isMasked = false;     // something of it
    DisclosureSummary summary; // who is in it, and which columns; for the ledger
};

// rows, columns: of the model, in the order wanted.
Result<CopiedRows> copiedRows(const Store& store, const RecordListModel& model, const std::vector<int>& rows,
                              const std::vector<int>& columns);

} // namespace dtp
