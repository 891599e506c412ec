// SPDX-License-Identifier: GPL-3.0-or-later
// Records by words: what is searched of each type, and by what it is called.
#pragma once

#include <search/filter.h>

namespace dtp
{

// An FTS5 query in which every word begins a word of the record, in its own letters or in Latin ones.
QByteArray matchOf(const QStringList& words);

// Each of the words stands in the record: of people in the full-text index, of others in their texts and in the titles
// of what they link. A condition on scope.alias.
SqlPiece wordsCondition(const QString& typed, const SearchScope& scope);

// People among whose folded names every word of the text stands: all of whom a name has the text, and maybe others.
SqlPiece nameMayContain(const QString& text, const SearchScope& scope);

} // namespace dtp
