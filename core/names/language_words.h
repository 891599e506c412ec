// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand in any text and are no names there, though somebody may be called so: of the language, of
// vocabularies, of the calendar, of countries. Inside of this room.
#pragma once

#include <QSet>
#include <QString>

namespace dtp
{

class Store;

struct WordsOfAllFiles {
    QSet<QString> calendar;      // folded words: months and days
    QSet<QString> known;         // these, and countries and regions
    QSet<QString> partsOfPlaces; // of countries of several words
};

struct LanguageWords : WordsOfAllFiles {
    explicit LanguageWords(const Store& store);

    QSet<QString> common; // of vocabularies

    bool has(const QString& folded) const; // whether it is any of them, or a word of the language
    // Also where it is the plural of one of them.
    static bool isIn(const QSet<QString>& words, const QString& folded);
};

} // namespace dtp
