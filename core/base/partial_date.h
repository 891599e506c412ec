// SPDX-License-Identifier: GPL-3.0-or-later
// A date as history knows it: "1997", "June 1997", "14 June 1997", each possibly "about".
#pragma once

#include <QDate>
#include <QLocale>
#include <QMetaType>
#include <QString>
#include <compare>
#include <optional>

namespace dtp
{

// How "03/04/1997" is read.
enum class DateOrder { DayMonthYear, MonthDayYear, YearMonthDay };

// year 1..9999 (0: no date at all), month 1..12 or 0 when unknown, day 1..31 or 0 when unknown.
class PartialDate
{
public:
    PartialDate() = default;
    // An impossible date (31 February, a day without a month) becomes the empty one.
    explicit PartialDate(int year, int month = 0, int day = 0, bool about = false);
    explicit PartialDate(QDate date);

    bool isEmpty() const { return m_year == 0; }
    int year() const { return m_year; }
    int month() const { return m_month; }
    int day() const { return m_day; }
    bool isAbout() const { return m_about; }

    // The first and the last day that it can mean; invalid QDate when empty.
    QDate earliest() const;
    QDate latest() const;

    // "1997", "1997-06", "1997-06-14", with a leading "~" for "about": EDTF-like (ISO 8601-2), sortable but for the
    // sign.
    QString toStorage() const;
    static std::optional<PartialDate> fromStorage(const QString& text);

    // For people: "June 1997", "about 1997", in the locale's own words.
    QString toText(const QLocale& locale) const;
    // Reads what people type or spreadsheets hold: 1997, June 1997, 6/1997, 14.6.1997, 1997-06-14, about/c./circa/~
    // 1997. nullopt when the text is no date; an empty text is the empty date.
    static std::optional<PartialDate> fromText(const QString& text, DateOrder order = DateOrder::DayMonthYear);

    bool operator==(const PartialDate&) const = default;
    // By earliest day; the empty date comes first.
    std::strong_ordering operator<=>(const PartialDate& other) const;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    bool m_about = false;
};

} // namespace dtp

Q_DECLARE_METATYPE(dtp::PartialDate)
