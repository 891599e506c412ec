// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/thing_names.h>

#include <base/partial_date.h>
#include <base/text.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
const QRegularExpression& yearForm()
{
    static const QRegularExpression form(QStringLiteral("\\b(19[6-9]\\d|20[0-6]\\d)\\b"));
    return form;
}
} // namespace

QString thingKey(const QString& name)
{
    QStringList words = wordsOf(foldText(name));
    if (words.size() > 1 && words.first() == QLatin1String("the"))
        words.removeFirst();
    return words.isEmpty() ? foldText(name) : words.join(QLatin1Char(' '));
}

std::pair<QString, QString> withShortName(const QString& name)
{
    static const QRegularExpression form(
        QStringLiteral("^(.{4,}?)\\s*\\(([\\p{Lu}\\p{Nd}][\\p{L}\\p{Nd}&.\\-]{1,14})\\)$"));
    const auto match = form.match(name);
    return match.hasMatch() ? std::pair(match.captured(1), match.captured(2)) : std::pair(name, QString());
}

int yearInTitle(const QString& title)
{
    auto found = yearForm().globalMatch(title);
    if (!found.hasNext())
        return 0;
    const int year = found.next().captured(1).toInt();
    return found.hasNext() ? 0 : year;
}

int yearOfDate(const QString& stored)
{
    const auto date = PartialDate::fromStorage(stored);
    return date ? date->year() : 0;
}

QString withoutYear(const QString& title)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s,;:/()\\-–]+|[\\s,;:/(\\-–]+\\)?\\s*$"));
    return QString(title).remove(yearForm()).remove(edges).simplified();
}

} // namespace dtp
