// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that choose by what is restricted, or by notes about people: a list of those who match says it about
// everybody in it.
#pragma once

#include <base/result.h>
#include <query/query.h>
#include <storage/store.h>

#include <QStringList>

namespace dtp
{

// Keys of the filters of this search, and of the saved searches in it, that ask for restricted fields: "disability".
Result<QStringList> restrictedFiltersOf(const Store& store, const QueryNode& query);

} // namespace dtp
