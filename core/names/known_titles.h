// SPDX-License-Identifier: GPL-3.0-or-later
// What bodies, programs, networks and places of the file are called, and where that stands in a text: there a word
// with a capital is no name of a person. The titles of workshops and sessions say who comes to them, and are none.
#pragma once

#include <base/result.h>
#include <names/name_tokens.h>
#include <storage/store.h>

#include <QHash>
#include <QSet>
#include <QString>
#include <vector>

namespace dtp
{

class KnownTitles
{
public:
    static Result<KnownTitles> read(const Store& store);

    // Of a word of a text: in none, in one of several words, one by itself, the name of a place.
    enum class Kind { None, Several, Alone, Place };
    struct Standing {
        Kind kind = Kind::None;
        size_t first = 0; // the words of the title
        size_t last = 0;
        bool isWellKnown = false; // outside of the file, see well_known.h
    };
    // For each word; where titles overlap the one that begins first, and of these the longest.
    std::vector<Standing> in(const QString& text, const std::vector<NameToken>& tokens) const;
    // Whether the words round it say that the name of a place stands for somebody: "we met Tenzin Dolkar", where there
    // is a workshop in a place of that name.
    static bool standsForSomebody(const Standing& title, const QString& text, const std::vector<NameToken>& tokens);
    // What it says of them: the word behind `last` is of somebody who speaks, the one before `first` of somebody met.
    static bool speaks(const QString& text, const std::vector<NameToken>& tokens, size_t last);
    static bool isMet(const QString& text, const std::vector<NameToken>& tokens, size_t first);

private:
    KnownTitles() = default;
    void add(const QString& title, bool isPlace);
    void addPlace(const QString& place);

    QHash<QString, bool> m_titles;       // folded, and whether it is a place
    QSet<QString> m_wellKnown;           // of these, what the file does not have
    QHash<QString, qsizetype> m_longest; // words of the longest title that begins with this word
};

} // namespace dtp
