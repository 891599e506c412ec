// SPDX-License-Identifier: GPL-3.0-or-later
// Names in scripts without capitals: of which letters they are, what of them is compared, and what hangs on them in
// languages that put spaces between words, as cases and forms of politeness ("थापाले", "민수씨", "কামালের").
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace dtp
{

// Thai, Lao, Khmer, Myanmar and Han put no space between words.
bool isOfUnbrokenScript(QChar c);
// Letters and marks of the others.
bool isOfSpacedScript(QChar c);
bool isOfNames(QChar c); // of either
// Spaces, invisible signs and the vowel marks of Arabic, which are written or not.
bool isPassedOver(QChar c);
// Of Tamil and Sinhala: what the last sign of a name loses before endings.
bool isVowelKiller(QChar c);
// "بن": a word of many names that says nothing of one.
bool isParticleOfNames(const QString& word);
// Of the same length: as one, what the languages of Arabic and Han letters write differently.
QString asCompared(QString signs);
// The signs of a text as they are compared: composed, without what is passed over; and where each stands, from and to.
struct ComparedSigns {
    QString signs;
    std::vector<std::pair<qsizetype, qsizetype>> places;
};
ComparedSigns signsOf(const QString& text);
// Whether what stands at from..to is a word by itself, or one with such endings: with any, where it is long enough to
// be nothing else.
bool isWordWithEndings(const QString& text, qsizetype from, qsizetype to, bool isLong);

} // namespace dtp
