// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that choose by what is restricted, or by notes about people: a list of those who match says it about
// everybody in it.
#pragma once

#include <base/result.h>
#include <query/query.h>
#include <storage/store.h>

#include <QSet>
#include <QStringList>
#include <vector>

namespace dtp
{

// Keys of the filters of this search, and of the saved searches in it, that ask for restricted fields: "disability".
Result<QStringList> restrictedFiltersOf(const Store& store, const QueryNode& query);

// The saved searches that a filter “in:” names, which are not in `read` yet; they are put there. A search is read once
// for what it wants and once for what it does not.
Result<std::vector<QueryNode>> savedSearchesOf(const Store& store, const QueryNode& node, bool isUnwanted,
                                               QSet<QString>& read);

} // namespace dtp
