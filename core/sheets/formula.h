// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that a spreadsheet would run as a formula get a leading apostrophe on the way out, which our import takes off
// again. What counts as dangerous follows OWASP, "CSV Injection"
// (https://owasp.org/www-community/attacks/CSV_Injection): = + - @ TAB CR and the full-width forms of the four signs.
#pragma once

#include <QString>

namespace dtp
{

namespace detail
{
inline bool startsFormula(QStringView text)
{
    if (text.isEmpty())
        return false;
    switch (text.front().unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\uFF1D':
    case u'\uFF0B':
    case u'\uFF0D':
    case u'\uFF20':
        return true;
    default:
        return false;
    }
}

// -12 or -12.5: a spreadsheet reads it as what it is. Not +61…, of which it would make a number without its plus.
inline bool isNegativeNumber(QStringView text)
{
    if (!text.startsWith(u'-') || text.size() < 2)
        return false;
    bool point = false;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'.' && !point && i > 1 && i + 1 < text.size())
            point = true;
        else if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

inline qsizetype leadingApostrophes(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && text.at(count) == u'\'')
        ++count;
    return count;
}
} // namespace detail

// undefuseFormula(defuseFormula(text)) == text for every text, also one that begins with an apostrophe of its own.
inline QString defuseFormula(const QString& text)
{
    const qsizetype apostrophes = detail::leadingApostrophes(text);
    if (!detail::startsFormula(QStringView(text).mid(apostrophes)))
        return text;
    if (apostrophes == 0 && detail::isNegativeNumber(text))
        return text;
    return QLatin1Char('\'') + text;
}

inline QString undefuseFormula(const QString& text)
{
    const qsizetype apostrophes = detail::leadingApostrophes(text);
    if (apostrophes == 0 || !detail::startsFormula(QStringView(text).mid(apostrophes)))
        return text;
    return text.mid(1);
}

} // namespace dtp
