// SPDX-License-Identifier: GPL-3.0-or-later
// Who a person was before records of her were merged: what left, and what was written elsewhere, still has the keys of
// those records.
#pragma once

#include <base/result.h>
#include <records/people.h>

#include <vector>

namespace dtp
{

class Store;

// The key of a person, and those of the records that were merged into hers.
Result<std::vector<qint64>> keysOf(const Store& store, Id<Person> person);

// Into whom the record of this key was merged; 0: it was not.
Result<qint64> mergedInto(const Store& store, qint64 formerKey);

} // namespace dtp
