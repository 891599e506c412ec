// SPDX-License-Identifier: GPL-3.0-or-later
// What the planning of a workshop says of itself: its balance and its agenda, in a line.
#pragma once

#include <workshops/agenda.h>
#include <workshops/balance.h>

namespace dtp
{

// "28 places · 24 considered · 20 invited · 13 accepted · 2 in reserve · 3 declined"
QString balanceSummary(const Balance& balance);
// "Women: 24 considered, 20 invited, 13 accepted"
QString balanceRowText(const BalanceRow& row, bool byAttendance);
// "12 sessions · 2 things to look at"
QString agendaSummary(const Agenda& agenda);

} // namespace dtp
