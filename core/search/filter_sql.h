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

// Fails with a sentence when the key is unknown or the value is not understood.
Result<FilterSql> filterSql(const SearchFilter& filter, const Store& store);

} // namespace dtp
