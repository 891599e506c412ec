// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/holding.h>

namespace dtp
{

bool hasBegun(const PartialDate& from, QDate day)
{
    return from.isEmpty() || from.earliest() <= day;
}

bool hasEnded(const PartialDate& to, QDate day)
{
    return !to.isEmpty() && to.latest() < day;
}

bool holdsOn(const PartialDate& from, const PartialDate& to, QDate day)
{
    return hasBegun(from, day) && !hasEnded(to, day);
}

// "2024", "2024-03" and "2024-03-05" compare as texts as their first days do: a beginning sorts before the whole. The
// last day compares by as much of the day as the date has, and the empty text is on no side of anything.
SqlPiece holdsOn(const char* alias, QDate day)
{
    const QByteArray from = sortableDate(QByteArray(alias) + ".from_date");
    const QByteArray to = sortableDate(QByteArray(alias) + ".to_date");
    const QByteArray own(alias);
    const QVariant text = storedDay(day);
    // What most records have is asked first, so that a million of them cost little: '~' is behind every digit.
    return {"((" + own + ".from_date <= ? OR " + from + " <= ?) AND (" + own + ".to_date = '' OR " + to +
                " >= substr(?, 1, length(" + to + "))))",
            {text, text, text}};
}

SqlPiece hasEnded(const char* alias, QDate day)
{
    const QByteArray to = sortableDate(QByteArray(alias) + ".to_date");
    return {'(' + QByteArray(alias) + ".to_date <> '' AND " + to + " < substr(?, 1, length(" + to + ")))",
            {storedDay(day)}};
}

QByteArray sortableDate(const QByteArray& column)
{
    return "ltrim(" + column + ", '~')";
}

QString storedDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

QDate dayFromStored(const QString& text)
{
    // Qt would read "2024/03/05" and "2024-03-05 noon" as well, SQLite not.
    const bool hasShape = text.size() == 10 && text.at(4) == QLatin1Char('-') && text.at(7) == QLatin1Char('-');
    return hasShape ? QDate::fromString(text, Qt::ISODate) : QDate();
}

QByteArray isDay(const QByteArray& column)
{
    // The modifier makes SQLite count: without it 31 February stays what it is.
    return "(date(" + column + ", '+0 days') IS " + column + ')';
}

} // namespace dtp
