// SPDX-License-Identifier: GPL-3.0-or-later
// The letters that ask for copies back, as files that can still be edited.
#pragma once

#include <privacy/recall.h>

#include <QString>
#include <QStringList>

namespace dtp
{

// One for each recipient into a folder that is there; each leaves through the gate and is entered in the ledger. Gives
// the paths. A letter of today to the same recipient is written over.
Result<QStringList> writeRecallLetters(Store& store, const std::vector<LeftCopy>& copies, const QString& folder);

} // namespace dtp
