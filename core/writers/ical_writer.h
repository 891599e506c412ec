// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a workshop as an iCalendar file (RFC 5545, https://www.rfc-editor.org/rfc/rfc5545), by libical.
//
// The draft has one row for each session, about nobody, and one for each who leads it, about that person: so the gate
// can leave out a name and keep the session, and the room leaves only inside.
#pragma once

#include <base/result.h>
#include <privacy/gate.h>
#include <records/workshops.h>

#include <QTimeZone>

class QIODevice;

namespace dtp
{

Result<Table> calendarTable(const Store& store, Id<Workshop> workshop);

// The time zone of a workshop's venue: that of its country; where a country has several, the one named after the
// place, or the one they all agree with on that day. Not valid when unknown: then times are written as the clock on
// the wall shows them.
QTimeZone venueTimeZone(const Workshop& workshop);

struct CalendarOptions {
    QTimeZone zone;  // in which the times of the table are told
    QDateTime stamp; // when the file is made
};

// Fails with a sentence when no session has a time. Each session keeps its key, so that a calendar that reads the file
// again changes what it has.
Result<> writeCalendar(const Disclosed<Table>& sessions, const CalendarOptions& options, QIODevice& device);

} // namespace dtp
