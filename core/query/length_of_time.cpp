// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/length_of_time.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
const QRegularExpression& shape()
{
    static const QRegularExpression expression(QStringLiteral("^([<>]?)\\s*(\\d+)\\s*([ymd])?$"));
    return expression;
}
} // namespace

bool isLengthOfTime(const QString& value)
{
    return shape().match(value.toLower()).hasMatch();
}

Result<QDate> dayApart(const QueryNode& filter, QDate today, QChar sign, int direction)
{
    const QString value = filter.values.first();
    const auto match = shape().match(value.toLower());
    const auto examples = [sign](QString text) { return text.replace(QLatin1Char('>'), sign); };
    if (filter.values.size() > 1)
        return fail(QCoreApplication::translate("Search", "“%1” are several lengths of time, and one is meant. Write "
                                                          "only “%2:%3”.")
                        .arg(filter.values.join(QLatin1Char(',')), filter.text, value));
    if (!match.hasMatch() || (!match.captured(1).isEmpty() && match.captured(1) != QString(sign)))
        return fail(QCoreApplication::translate("Search", "“%1” is no length of time. Write %2.")
                        .arg(value, examples(QCoreApplication::translate("Search", ">2y, >6m or >90d"))));
    const QString unit = match.captured(3);
    bool isNumber = false;
    const int count = match.captured(2).toInt(&isNumber);
    const int most = unit == QLatin1String("m") ? 1200 : unit == QLatin1String("d") ? 36500 : 100;
    if (!isNumber || count > most)
        return fail(QCoreApplication::translate("Search", "“%1” is longer than anybody keeps records. Write up to %2.")
                        .arg(value, examples(QCoreApplication::translate("Search", ">100y, >1200m or >36500d"))));
    return unit == QLatin1String("m")   ? today.addMonths(direction * count)
           : unit == QLatin1String("d") ? today.addDays(direction * count)
                                        : today.addYears(direction * count);
}

} // namespace dtp
