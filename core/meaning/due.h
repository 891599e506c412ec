// SPDX-License-Identifier: GPL-3.0-or-later
// What needs somebody, and how far ahead the program looks: Home and the lists behind it agree.
#pragma once

#include <meaning/sql_piece.h>

#include <QDate>

namespace dtp
{

// What is due within these days is shown, and a term that ends within these.
constexpr int DaysAhead = 7;
constexpr int DaysBeforeTermEnds = 90;
// The review of a case is shown this many days before.
constexpr int DaysBeforeReview = 14;

// A condition of SQL on contact_note AS n: its next action is due on the day or before, no later note says that it was
// done, and it is not the reminder of an answer about consent that has been entered since.
SqlPiece contactIsDue(QDate until);

} // namespace dtp
