// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to whose records become one: a refusal or withdrawal on any of them holds. Inside of this room.
#pragma once

#include <merging/merge_people.h>
#include <records/people.h>

namespace dtp
{

struct MergedConsents {
    // To be entered for the one that stays, where the newest answer of all would be an agreement although one of the
    // records says no.
    std::vector<Consent> refusals;
    // Agreements that count and are given the earlier end that another record says of the same day.
    std::vector<Consent> ending;
    QStringList lost; // purposes that one of the records agrees to today, and the one that stays does not
};
Result<MergedConsents> mergedConsents(const Store& store, const std::vector<qint64>& people);

} // namespace dtp
