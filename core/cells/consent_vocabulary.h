// SPDX-License-Identifier: GPL-3.0-or-later
// The words in which lists ask about consent and forbid something. The inside of consent_words.h.
#pragma once

#include <cells/consent_words.h>
#include <cells/word_sets.h>

namespace dtp
{

const WordSet& askingWords();   // "agree", "permission"
const WordSet& negatingWords(); // of answers and headings: "no", "withdrawn"
const WordSet& refusingWords(); // these, and what forbids in a heading alone: "veto", "hidden", "leave blank"
const WordSet& harmlessWords(); // that change nothing about what is asked
const WordSet& besideWords(const QString& purpose); // that name the purpose or may stand beside it

bool followEachOther(const QStringList& words, const char* first, const WordSet& second);
bool isNumber(const QString& word);
// All purposes that the words name, and the one that they ask for; empty when they name none or several.
QStringList purposesNamed(const QStringList& words);
QString purposeOf(const QStringList& words, bool isNegated);

// What a heading restricts that asks for no consent: "Embargo", "Hide name"; what one does that asks for it and says
// no more: "Consent", "Consent withdrawn". Of English words.
std::optional<HeadingWish> restrictionIn(const QStringList& words);
std::optional<HeadingWish> bareConsentIn(const QStringList& words);
// "Show in directory", "On mailing list": who answers no refuses it.
bool showsSomewhere(const QStringList& words);
const QStringList& everyUse(); // all purposes but the newsletter

// Folded words with those of other languages in English, as far as they are known; also of scripts that write words
// together. Good enough to see a no: nobody agrees by it.
QString inEnglish(const QString& folded);

} // namespace dtp
