// SPDX-License-Identifier: GPL-3.0-or-later
// A list as it stands on screen, into a CSV file for the secretariat itself: through the gate and into the ledger like
// everything that leaves.
#pragma once

#include <ui/widgets/app_context.h>

namespace dtp
{

class RecordListModel;
class RecordTable;

void exportRecordTable(AppContext& context, QWidget* parent, const QString& title, const RecordListModel& model,
                       const RecordTable& table);

} // namespace dtp
