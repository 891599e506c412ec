// SPDX-License-Identifier: GPL-3.0-or-later
// Text as search and matching see it: without case, accents and script, so that "Đặng", "dang" and "DANG" meet.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

// Lower case, without combining marks of Latin, Greek and Cyrillic (vowel signs of Asian scripts stay), width and
// compatibility forms folded (Unicode NFKD), zero-width joiners and bidirectional controls removed, Đ ł ø ß folded,
// white space simplified. Fast for ASCII. Never throws; any input.
QString foldText(const QString& text);

// foldText of the text in Latin letters (ICU "Any-Latin"), without apostrophes ("obrien", "nukualofa"); Khmer and Lao
// stay as they are: ICU knows no rule for them.
QString foldToLatin(const QString& text);

// The words of a folded text: runs of letters, marks and digits.
QStringList wordsOf(const QString& folded);

// Removes what must not come from data into a window or a document: control characters but TAB and LF, and
// bidirectional overrides and isolates (U+202A..U+202E, U+2066..U+2069), which can make text read as something else.
// CR LF and CR become LF.
QString withoutControls(const QString& text);

} // namespace dtp
