// SPDX-License-Identifier: GPL-3.0-or-later
// What a number in an XLSX cell means by its number format. After ECMA-376 part 1, 18.8.30 (numFmt) and 18.17.4.1
// (dates).
#pragma once

#include <QString>

namespace dtp
{

struct NumberMeaning {
    enum class Kind { Number, Date, Time, DateTime } kind = Kind::Number;
    int leadingZeros = 0; // "00000": shown with at least so many digits
};

// By the format's number (built-in ones) and, where it has one, its text.
NumberMeaning numberMeaning(int formatId, const QString& format);

// The cell's number as text: a date as 1997-06-14, a time as 09:30, whole numbers without exponent or point.
QString numberText(const QString& stored, const NumberMeaning& meaning, bool since1904);

// "_x000D_" and the like, by which XLSX writes what XML cannot.
QString withoutXEscapes(const QString& text);

} // namespace dtp
