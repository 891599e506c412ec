// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of what is put into sections.
#pragma once

#include <document/rich_text.h>

#include <algorithm>

namespace dtp
{

using Style = Paragraph::Style;

inline Paragraph paragraph(Style style, int level, const QString& text, bool bold = false, bool italic = false)
{
    return {style, level, {Run{text, bold, italic, {}, {}}}};
}

inline bool hasList(const RichText& text)
{
    return std::any_of(text.paragraphs.begin(), text.paragraphs.end(),
                       [](const Paragraph& p) { return p.style == Style::Bullet || p.style == Style::Numbered; });
}

// "1 person", "28 people".
inline QString counted(size_t number, const QString& one, const QString& many)
{
    return number == 1 ? one : many.arg(number);
}

} // namespace dtp
