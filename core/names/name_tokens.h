// SPDX-License-Identifier: GPL-3.0-or-later
// A text cut into words, with what each says about names.
#pragma once

#include <QString>
#include <vector>

namespace dtp
{

struct NameToken {
    qsizetype from = 0;
    qsizetype to = 0;        // behind the last
    bool isNameLike = false; // begins with a capital or a letter without case, or is glued to such a word
    bool isCapitals = false; // in capitals throughout
    bool isParticle = false; // "bin", "de"
    bool isTitle = false;    // "Mr", "Prof"
    bool isHan = false;
    bool isHangul = false;
    bool joinsPrevious = false;  // only what may stand within a name lies between
    bool isNearPrevious = false; // the same, or marks round a nickname
    bool isBehindComma = false;
    bool isGlued = false;    // to the one before, by an apostrophe, a hyphen, or nothing
    bool startsItem = false; // of a list, or of the text

    qsizetype size() const { return to - from; }
};

// atScripts: whether a word also ends where letters of another script begin ("与Dara").
std::vector<NameToken> nameTokensOf(const QString& text, bool atScripts);

// The word folded, as one: "o'brien" and "obrien" meet.
QString foldedWord(const QString& text, const NameToken& token);

// Whether words of the text mix letters of scripts that look alike, as Latin and Cyrillic.
bool mixesAlphabets(const QString& text);

// Words that are names somewhere and stand in any English text: in small letters they are no name.
bool isEverydayWord(const QString& folded);

// "Mr Grant", "Ms Will": whatever stands behind such a title names somebody, though not "Mr Speaker".
bool isNamedBehind(const QString& text, const NameToken& title, const NameToken& token);

// Whether the words first..last can be one name: they hang together, begin and end with name-like words.
bool canBeName(const std::vector<NameToken>& tokens, size_t first, size_t last);

// More than a few words: no title, no cell of a word or two.
bool isSentence(const QString& text);

} // namespace dtp
