// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of related records shows of each.
#pragma once

#include <ui/lists/record_list_model.h>

namespace dtp
{

// Two columns: the other side, or what says most; and the rest in one line. otherField: the reference to the other
// side, -1 when there is none.
std::vector<ListColumn> relatedColumns(Entity child, const QByteArray& linkField, int otherField);

// Whom a line of the ledger is about: also who was merged into another since.
qint64 personInLedger(const Store& store, const RecordValues& values);

} // namespace dtp
