// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where names do and is none: lines of totals, headings within a list, notes below it, marks for "as
// above".
#pragma once

#include <QString>

namespace dtp
{

// "Total", "Sub-total", "Total: 12 participants", "รวม": a line of sums.
bool meansTotal(const QString& text);
// "n/a", "TBC", "Unknown" where a name should be. "Na", "Na Na" and "Nil" are names.
bool isNoName(const QString& text);
// "Batch 2 (late)", "Cancelled:", "Resource persons", "* withdrew", "Prepared by …". For a text that stands alone in
// its row: beside an address or a country it may be anybody's name.
bool isNoNameAlone(const QString& text);
// "Participants", "Number of women": of nobody who has only a number beside it.
bool isNameOfGroup(const QString& text);
// "-do-", "ditto", "〃", "as above": the value of the row above.
bool isDitto(const QString& text);
// What survey programs write below the headings: "Open-Ended Response", "Response".
bool isSurveyHeading(const QString& text);

} // namespace dtp
