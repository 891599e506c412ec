// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing text in SQL as people read it: without case and accents, in any script.
#pragma once

#include <base/result.h>

struct sqlite3;

namespace dtp
{

// contains_words(words, text, …): each of the words, folded and apart by spaces, stands in one of the texts.
// contains_text(part, text): the folded text contains the folded part.
Result<> addTextFunctions(sqlite3* database);

} // namespace dtp
