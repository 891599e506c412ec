// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a report that came as text, without what scanning, text recognition and page layout left in it.
#pragma once

#include <QString>
#include <vector>

namespace dtp
{

struct SourceLine {
    int indent = 0;         // columns
    QString text;           // trimmed, single spaces; inline marks of Markdown and the two marks below remain
    bool newPage = false;   // a page ended before this line
    bool hardBreak = false; // the line after it begins a paragraph of its own
    bool isBlank() const { return text.isEmpty(); }
};

// Stand for <u> and </u> until it is known what the underlining means. Private characters of the source are dropped.
constexpr QChar underlineOn{0xE000};
constexpr QChar underlineOff{0xE001};
QString withoutUnderline(QString text);
// All of it is underlined or bold, but for a colon or full stop at the end: a heading without a number.
bool isWhollyMarked(const QString& text);
// The text of a heading: no marks, no colon at the end.
QString headingText(const QString& text);

std::vector<SourceLine> sourceLines(const QString& text);

} // namespace dtp
