// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that export have in common.
#pragma once

#include "cli.h"

#include <privacy/gate.h>

namespace dtp::cli
{

Option audienceOption(const char* help = nullptr); // nullptr: of what is written
Audience audienceOf(const Call& call);             // internal when not said
Option recipientOption();                          // “--given-to”
Option thresholdOption();
Result<int> thresholdOf(const Store& store, const Call& call); // 0 when not said: as the file says
// What left, and for whom.
void printDisclosure(const QString& file, const DisclosureSummary& summary, Output& output, QJsonObject more = {});

} // namespace dtp::cli
