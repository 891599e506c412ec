// SPDX-License-Identifier: GPL-3.0-or-later
// Changes as JSON, for the verbs that list, undo and redo them.
#pragma once

#include "cli.h"

namespace dtp::cli
{

QJsonObject toJson(const ChangeSummary& change);

} // namespace dtp::cli
