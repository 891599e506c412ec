// SPDX-License-Identifier: GPL-3.0-or-later
// Stored forms in words: for people, for other programs, for finding.
#include <records/amounts.h>
#include <records/kind_functions.h>
#include <standards/countries.h>

#include <base/text.h>

#include <QCoreApplication>

namespace dtp::kinds
{

QString showText(const Field&, const QVariant& stored, const Words&, const QLocale&)
{
    return stored.toString();
}

QString showDecimal(const Field&, const QVariant& stored, const Words&, const QLocale& locale)
{
    return stored.isNull() ? QString() : shownAmount(stored.toDouble(), locale);
}

QString showFlag(const Field& field, const QVariant& stored, const Words& words, const QLocale&)
{
    return exchangeFlag(field, stored, words);
}

QString showPartialDate(const Field&, const QVariant& stored, const Words&, const QLocale& locale)
{
    return PartialDate::fromStorage(stored.toString()).value_or(PartialDate()).toText(locale);
}

QString showDate(const Field&, const QVariant& stored, const Words&, const QLocale& locale)
{
    const QDate date = QDate::fromString(stored.toString(), Qt::ISODate);
    return date.isValid() ? locale.toString(date, QLocale::ShortFormat) : stored.toString();
}

QString showDateTime(const Field&, const QVariant& stored, const Words&, const QLocale& locale)
{
    const QDateTime time = QDateTime::fromString(stored.toString(), QStringLiteral("yyyy-MM-ddTHH:mm"));
    return time.isValid() ? locale.toString(time, QLocale::ShortFormat) : stored.toString();
}

QString showCountry(const Field& field, const QVariant& stored, const Words& words, const QLocale&)
{
    return exchangeCountry(field, stored, words);
}

QString showCode(const Field& field, const QVariant& stored, const Words& words, const QLocale&)
{
    return exchangeCode(field, stored, words);
}

QString showReference(const Field& field, const QVariant& stored, const Words& words, const QLocale&)
{
    return exchangeReference(field, stored, words);
}

QString showBlob(const Field&, const QVariant& stored, const Words&, const QLocale&)
{
    return stored.toByteArray().isEmpty() ? QString() : QCoreApplication::translate("Storage", "(picture)");
}

QString exchangeText(const Field&, const QVariant& stored, const Words&)
{
    return stored.toString();
}

QString exchangeDecimal(const Field&, const QVariant& stored, const Words&)
{
    return stored.isNull() ? QString() : clearNumber(stored.toDouble(), QLocale::c());
}

QString exchangeFlag(const Field&, const QVariant& stored, const Words&)
{
    if (stored.isNull())
        return {};
    return stored.toLongLong() != 0 ? QCoreApplication::translate("Storage", "Yes")
                                    : QCoreApplication::translate("Storage", "No");
}

QString exchangeCountry(const Field&, const QVariant& stored, const Words&)
{
    return countryName(stored.toString());
}

QString exchangeCode(const Field& field, const QVariant& stored, const Words& words)
{
    const QString code = stored.toString();
    return code.isEmpty() ? code : words.vocabulary(QLatin1String(field.vocabulary)).labelOf(code);
}

QString exchangeReference(const Field& field, const QVariant& stored, const Words& words)
{
    return words.titleOf(field.reference, stored.toLongLong());
}

QString exchangeBlob(const Field&, const QVariant&, const Words&)
{
    return {};
}

QString briefAsShown(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale)
{
    return stored.isNull() ? QString() : traitsOf(field).show(field, stored, words, locale);
}

QString briefWithLabel(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale)
{
    const QString text = briefAsShown(field, stored, words, locale);
    // "Date 23 Apr" says no more than "23 Apr".
    if (text.isEmpty() || qstrcmp(field.label, "Date") == 0)
        return text;
    return field.labelText().toLower() + QLatin1Char(' ') + text;
}

QString briefFlag(const Field& field, const QVariant& stored, const Words&, const QLocale&)
{
    return stored.toLongLong() != 0 ? field.labelText() : QString();
}

QString foldedExchange(const Field& field, const QVariant& stored, const Words& words)
{
    return stored.isNull() ? QString() : foldText(traitsOf(field).exchange(field, stored, words));
}

QString foldedFlag(const Field& field, const QVariant& stored, const Words& words)
{
    return foldText(briefFlag(field, stored, words, QLocale::c()));
}

} // namespace dtp::kinds
