// SPDX-License-Identifier: GPL-3.0-or-later
// What holds on a day, when its first and last day are partial dates: an affiliation, a term in a network. "From 2024"
// holds from the first day of 2024, "until 2024" to its last; "about" counts as exact; an empty date is no bound.
#pragma once

#include <base/partial_date.h>
#include <meaning/sql_piece.h>

#include <QDate>

namespace dtp
{

bool hasBegun(const PartialDate& from, QDate day);
bool hasEnded(const PartialDate& to, QDate day);
bool holdsOn(const PartialDate& from, const PartialDate& to, QDate day); // begun and not ended

// The same as conditions of SQL on the columns from_date and to_date of the table that the statement calls `alias`.
SqlPiece holdsOn(const char* alias, QDate day);
SqlPiece hasEnded(const char* alias, QDate day);
inline SqlPiece affiliationHolds(const char* alias, QDate day)
{
    return holdsOn(alias, day);
}
inline SqlPiece termHolds(const char* alias, QDate day)
{
    return holdsOn(alias, day);
}

// A partial date's column as a text that sorts by time: without the sign of "about", the less exact first. Unknown is
// the empty text.
QByteArray sortableDate(const QByteArray& column);

// A day as the file keeps it, and back; invalid when the text is empty or no such day.
QString storedDay(QDate day);
QDate dayFromStored(const QString& text);
// SQL: whether a column holds such a day.
QByteArray isDay(const QByteArray& column);

} // namespace dtp
