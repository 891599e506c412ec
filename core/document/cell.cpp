// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/cell.h>

#include <records/amounts.h>

#include <cmath>

namespace dtp
{

namespace
{
const QString& timeFormat()
{
    static const QString format = QStringLiteral("yyyy-MM-ddTHH:mm");
    return format;
}
} // namespace

Cell Cell::integer(qint64 value)
{
    return {QString::number(value), CellKind::Integer};
}

Cell Cell::decimal(double value)
{
    return {std::isfinite(value) ? QString::number(value, 'g', 15) : QString(), CellKind::Decimal};
}

Cell Cell::date(QDate value)
{
    return {value.isValid() ? value.toString(Qt::ISODate) : QString(), CellKind::Date};
}

Cell Cell::partialDate(const PartialDate& value)
{
    return {value.toStorage(), CellKind::PartialDate};
}

Cell Cell::dateTime(const QDateTime& value)
{
    return {value.isValid() ? value.toString(timeFormat()) : QString(), CellKind::DateTime};
}

std::optional<double> Cell::number() const
{
    bool isOne = false;
    const double value = isNumber() ? text.toDouble(&isOne) : 0;
    return isOne && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QDate Cell::date() const
{
    constexpr qsizetype wholeDate = 10; // yyyy-MM-dd
    const bool isDay = kind == CellKind::Date || kind == CellKind::PartialDate;
    return isDay && text.size() == wholeDate ? QDate::fromString(text, Qt::ISODate) : QDate();
}

QDateTime Cell::dateTime() const
{
    return kind == CellKind::DateTime ? QDateTime::fromString(text, timeFormat()) : QDateTime();
}

QString Cell::shown(const QLocale& locale) const
{
    if (text.isEmpty() || isProse())
        return text;
    if (kind == CellKind::PartialDate)
        return PartialDate::fromStorage(text).value_or(PartialDate()).toText(locale);
    if (const QDate day = date(); day.isValid())
        return locale.toString(day, QLocale::ShortFormat);
    if (const QDateTime time = dateTime(); time.isValid())
        return locale.toString(time, QLocale::ShortFormat);
    if (const auto value = number(); value && kind == CellKind::Decimal)
        return shownAmount(*value, locale);
    return text; // a whole number may be a year: no thousands
}

} // namespace dtp
