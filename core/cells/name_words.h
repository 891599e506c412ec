// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand with a name and are no part of it: honorifics before it, letters behind it, the number of a list.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

// Takes the honorifics from the front of a name; the name keeps a word at least. Empty where there are none.
QString takeTitle(QString& name);
// Takes degrees and religious orders ("RN", "M.Hum.", "PhD") from the end of a name, with or without a comma.
QString takeLetters(QString& name);
// Folded, without full stops: "Ph.D." as "phd".
QString withoutDots(const QString& word);
// "Jr.", "III": part of the family name.
bool isGeneration(const QString& word);
// "Dr", "Ms": a single honorific.
bool isTitle(const QString& word);
// Without "3. ", "(12) " and footnote marks, that lists put beside a name.
QString withoutListMarks(const QString& name);
// Takes what says that somebody has died from a name: "(deceased)", ", RIP". Whether it was there.
bool takeDeceased(QString& name);
// "Killed in 2019", "d. 2015", "In memoriam": of a status, or of a remark that says nothing else. "Late" may be a
// train.
bool meansDied(const QString& text, bool isStatus);
// "the late Dr", of what takeTitle() took.
bool titleMeansDeceased(const QString& title);
// "Ana Rai, Mohan Rai": two whole names, or a family name of several words before the given names. isFamilyFirst: that
// is what a comma means in this column, unless both parts have a title or the same family name.
bool mayNameTwoPeople(const QString& name, bool isFamilyFirst);
// "Ana & José Pereira", "Sok Dara / Chan Rith": more than one person.
bool namesSeveralPeople(const QString& name);
// A cell of which each line is a whole name.
bool namesSeveralInLines(const QString& cell);

} // namespace dtp
