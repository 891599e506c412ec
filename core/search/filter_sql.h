// SPDX-License-Identifier: GPL-3.0-or-later
// One typed filter as a condition on person.id.
#pragma once

#include <search/person_search.h>

#include <QByteArray>
#include <QVariant>
#include <vector>

namespace dtp
{

struct FilterSql {
    QByteArray condition; // of SQL, about p.id of "person AS p"
    std::vector<QVariant> values;
};

// Of contact_note AS n: its next action is due on the day ? or before, and no later note says that it was done.
constexpr char dueContact[] =
    "n.next_action_on <> '' AND n.next_action_on <= ? AND NOT EXISTS (SELECT 1 FROM contact_note later"
    " WHERE later.person_id = n.person_id AND later.id <> n.id AND later.date > n.date)";

// Fails with a sentence when the key is unknown or the value is not understood.
Result<FilterSql> filterSql(const SearchFilter& filter, const Store& store);

} // namespace dtp
