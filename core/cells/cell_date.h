// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as lists have them: in digits of any script, years of other calendars, day numbers of spreadsheets, years in
// two digits. What is a guess says so.
#pragma once

#include <base/partial_date.h>

#include <QString>
#include <optional>

namespace dtp
{

// Digits of every script as 0 to 9.
QString withAsciiDigits(const QString& text);

struct CellDateHints {
    DateOrder order = DateOrder::DayMonthYear;
    QString country;         // ISO code: which calendar is likely
    int thisYear = 0;        // 0: nothing is in the future
    bool isBirth = false;    // is never in the future
    bool isBuddhist = false; // other dates of the file are: so are years in two digits
};

struct CellDate {
    PartialDate date;
    QString guess; // how it was read, in words; empty where there is no doubt
};
std::optional<CellDate> dateOfCell(const QString& text, const CellDateHints& hints);

} // namespace dtp
