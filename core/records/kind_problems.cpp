// SPDX-License-Identifier: GPL-3.0-or-later
// Which stored forms are empty, and which cannot be kept.
#include <records/kind_functions.h>
#include <standards/countries.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp::kinds
{

QString noProblem(const QVariant&)
{
    return {};
}

QString problemOfInteger(const QVariant& stored)
{
    bool isNumber = false;
    stored.toLongLong(&isNumber);
    return isNumber ? QString()
                    : QCoreApplication::translate("Validation", "“%1” is no whole number.").arg(stored.toString());
}

QString problemOfDecimal(const QVariant& stored)
{
    bool isNumber = false;
    stored.toDouble(&isNumber);
    return isNumber ? QString()
                    : QCoreApplication::translate("Validation", "“%1” is no number.").arg(stored.toString());
}

QString problemOfPartialDate(const QVariant& stored)
{
    const QString text = stored.toString();
    if (PartialDate::fromStorage(text))
        return {};
    return QCoreApplication::translate("Validation", "“%1” is no date: write 1997, June 1997 or 14 June 1997.")
        .arg(text);
}

QString problemOfDate(const QVariant& stored)
{
    const QString text = stored.toString();
    if (QDate::fromString(text, Qt::ISODate).isValid())
        return {};
    return QCoreApplication::translate("Validation", "“%1” is no date.").arg(text);
}

QString problemOfDateTime(const QVariant& stored)
{
    // In two pieces: QDateTime would look up the time zone for each value.
    const QString text = stored.toString();
    if (text.size() == 16 && text.at(10) == QLatin1Char('T') &&
        QDate::fromString(text.left(10), Qt::ISODate).isValid() &&
        QTime::fromString(text.mid(11), Qt::ISODate).isValid())
        return {};
    return QCoreApplication::translate("Validation", "“%1” is no date with time.").arg(text);
}

QString problemOfCountry(const QVariant& stored)
{
    const QString text = stored.toString();
    if (countryByCode(text))
        return {};
    return QCoreApplication::translate("Validation",
                                       "“%1” is no country that the program knows: choose one from the list.")
        .arg(text);
}

QString problemOfEmail(const QVariant& stored)
{
    static const QRegularExpression shape(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    const QString text = stored.toString();
    if (shape.match(text).hasMatch())
        return {};
    return QCoreApplication::translate("Validation", "“%1” is no e-mail address: it needs an @ and a domain.")
        .arg(text);
}

bool isEmptyText(const QVariant& stored)
{
    return stored.isNull() || stored.toString().trimmed().isEmpty();
}

bool isNull(const QVariant& stored)
{
    return stored.isNull();
}

bool isNoKey(const QVariant& stored)
{
    return stored.isNull() || stored.toLongLong() == 0;
}

bool isEmptyBlob(const QVariant& stored)
{
    return stored.isNull() || stored.toByteArray().isEmpty();
}

} // namespace dtp::kinds
