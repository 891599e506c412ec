// SPDX-License-Identifier: GPL-3.0-or-later
// Changes as JSON, for the verbs that list, undo and redo them.
#pragma once

#include "cli.h"

#include <reverting/agreements_back.h>

namespace dtp::cli
{

QJsonObject toJson(const ChangeSummary& change);
// What was done to the change, and whose agreements count again by it.
void print(const QString& sentence, const Travelled& done, Output& output);

} // namespace dtp::cli
