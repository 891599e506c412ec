// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <meaning/words.h>
#include <records/people.h>
#include <standards/countries.h>

#include <QCoreApplication>
#include <QStringList>

namespace dtp
{

QString placeInWords(const QString& place, const QString& country)
{
    QStringList parts{place, countryName(country)};
    parts.removeAll(QString());
    parts.removeDuplicates(); // Singapore, Singapore
    return parts.join(QStringLiteral(", "));
}

QString periodInWords(const PartialDate& from, const PartialDate& to, const QLocale& locale)
{
    if (from.isEmpty() || to.isEmpty() || from == to)
        return from.isEmpty() ? to.toText(locale) : from.toText(locale);
    return QCoreApplication::translate("Meaning", "%1 to %2").arg(from.toText(locale), to.toText(locale));
}

QString daysInWords(QDate first, QDate last, const QLocale& locale)
{
    if (!first.isValid())
        return {};
    const QString whole = QStringLiteral("d MMMM yyyy");
    if (!last.isValid() || last <= first)
        return locale.toString(first, whole);
    if (first.year() != last.year())
        return QString(locale.toString(first, whole) + QStringLiteral(" – ") + locale.toString(last, whole));
    if (first.month() != last.month())
        return QString(locale.toString(first, QStringLiteral("d MMMM")) + QStringLiteral(" – ") +
                       locale.toString(last, whole));
    return QString(QString::number(first.day()) + QStringLiteral("–") + locale.toString(last, whole));
}

QString nameWithOwnScript(const Person& person)
{
    const QString name = fullName(person);
    const bool addsNothing = person.ownScriptName.isEmpty() || person.ownScriptName == name;
    return addsNothing ? name : QString(name + QStringLiteral(" · ") + person.ownScriptName);
}

QString nameForSorting(const QString& given, const QString& family, const QString& ownScript)
{
    const QString byFamily = QString(foldToLatin(family) + QLatin1Char(' ') + foldToLatin(given)).trimmed();
    return byFamily.isEmpty() ? foldToLatin(ownScript) : byFamily;
}

} // namespace dtp
