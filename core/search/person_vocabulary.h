// SPDX-License-Identifier: GPL-3.0-or-later
// person_word, the table of the index that has each distinct word of what people are called, where they live and what
// is noted about them, with the number of people who have it. These are few even of a million people: a part of a
// text is looked for among them, and the full-text index knows who has the words that are found.
#pragma once

#include <search/filter.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace dtp
{

Result<> createVocabulary(sqlite3* database);
Result<> dropVocabulary(sqlite3* database);

// Of how many people more a word is: gathered for many people, then written. Words are apart by spaces.
class WordCounts
{
public:
    Result<> add(sqlite3* database, std::string_view words, int by);
    Result<> write(sqlite3* database);
    // Whether the table says the same.
    Result<bool> isWritten(sqlite3* database) const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, qint64, Hash, std::equal_to<>> m_counts;
};

// Whether the words of this column of person are in the index.
bool isInPersonWords(const char* column);
// People of whom such a text may contain one of the parts, and maybe others; nothing where the index cannot tell it
// soon. isInVocabulary: else of texts of which only the full-text index has the words.
Result<FoundKeys> peopleWhoMayHave(const Store& store, const QStringList& parts, bool isInVocabulary = true);

} // namespace dtp
