// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to whose records become one: a refusal or withdrawal on any of them holds. Inside of this room.
#pragma once

#include <merging/merge_people.h>
#include <records/people.h>

namespace dtp
{

// Refusals to be entered for the one that stays, where the newest answer of all would be an agreement although one of
// the records says no.
Result<std::vector<Consent>> refusalsThatHold(const Store& store, const std::vector<qint64>& people);

} // namespace dtp
