// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a table and what it is: so a workbook gets numbers and dates, a calendar its times, and paper reads
// them in the manner of its reader, without anybody guessing from text.
#pragma once

#include <base/partial_date.h>

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <optional>

namespace dtp
{

enum class CellKind {
    Text,
    Integer,
    Decimal,
    Date,
    PartialDate,
    DateTime, // of the place, without a zone
    Flag,     // as "Yes" and "No"
    List,     // several texts, see sheets/list_cell.h
};

// A small struct, since exports make millions. text is the value as other programs read it: ISO 8601 dates, numbers
// with a point. Empty: nothing is known, whatever the kind.
struct Cell {
    QString text;
    CellKind kind = CellKind::Text;

    Cell() = default;
    Cell(QString words) : text(std::move(words)) {}
    Cell(QString written, CellKind k) : text(std::move(written)), kind(k) {}
    static Cell integer(qint64 value);
    static Cell decimal(double value);
    static Cell date(QDate value);
    static Cell partialDate(const PartialDate& value);
    static Cell dateTime(const QDateTime& value);

    bool isEmpty() const { return text.isEmpty(); }
    bool isNumber() const { return kind == CellKind::Integer || kind == CellKind::Decimal; }
    // What people wrote or words for it, in which names can stand; not numbers and times.
    bool isProse() const { return kind == CellKind::Text || kind == CellKind::List; }

    std::optional<double> number() const; // of whole and other numbers
    QDate date() const;                   // also of a partial date that is whole and certain; invalid otherwise
    QDateTime dateTime() const;           // invalid when it is none
    // For people, in the language and manner of the locale.
    QString shown(const QLocale& locale = QLocale()) const;

    bool operator==(const Cell&) const = default;
};

} // namespace dtp
