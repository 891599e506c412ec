// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with how a search is written. parseQuery() makes something of any text; who typed it is told what
// would otherwise mean nothing, or not what it seems.
#pragma once

#include <base/result.h>
#include <query/query.h>

namespace dtp
{

// More conditions, counting every word and value, are refused: SQLite goes no deeper than a thousand.
constexpr qsizetype MostConditions = 500;

// Fails for a quotation mark or parenthesis without its other, for "or" without something on both sides, for empty
// parentheses, for text in which there is nothing to look for, for words that seem to say of which time related
// records are and do not ("email:none(never)"), and for too many conditions. The name "Or" is a word.
Result<> checkWritten(const QString& text, const QueryNode& query);

// A word that behind a filter is taken for "ever" or "now" by who types it; there it is looked for in quotation marks.
bool looksLikeWhen(QStringView word);

} // namespace dtp
