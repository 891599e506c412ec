// SPDX-License-Identifier: GPL-3.0-or-later
// A query as a condition of SQL.
#pragma once

#include <search/filter.h>

namespace dtp
{

// "-email:" leaves out whoever has any.
QueryNode asMeant(QueryNode node);

// A condition on scope.alias; "1" for the empty query. Fails with a sentence that says what is not understood and what
// is known.
Result<SqlPiece> conditionSql(const QueryNode& node, const SearchScope& scope);

// The first column of every row: keys, or a number.
Result<std::vector<qint64>> readKeys(const Store& store, const SqlPiece& sql);

// Whether a filter with one of these keys stands anywhere in it.
bool mentions(const std::vector<QueryNode>& nodes, const QStringList& keys);

// Conditions that belong to the same related record are bound to it: in skill:"UN treaty bodies" willing:train the
// second is said of the first, when that is the only one of its kind in the group. One with a dash stays apart: it
// leaves out who is willing to train in anything.
std::vector<QueryNode> boundTogether(const std::vector<QueryNode>& conditions, Entity entity);

} // namespace dtp
