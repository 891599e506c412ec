// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Disclosure", text);
}
} // namespace

QStringList titlesOf(const std::vector<DisclosedColumn>& columns)
{
    QStringList titles;
    for (const DisclosedColumn& column : columns) {
        if (!column.title.isEmpty() && !titles.contains(column.title))
            titles.append(column.title);
    }
    return titles;
}

QString DisclosureSummary::sentence() const
{
    const qsizetype people = named.size() + counted.size() + leftOut.size();
    if (people == 0)
        return say(QT_TRANSLATE_NOOP("Disclosure", "Nobody is named."));
    QStringList parts{say(QT_TRANSLATE_NOOP("Disclosure", "%1 named")).arg(named.size())};
    if (!counted.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 counted only")).arg(counted.size()));
    if (!leftOut.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 left out")).arg(leftOut.size()));
    const QString head = people == 1 ? say(QT_TRANSLATE_NOOP("Disclosure", "1 person"))
                                     : say(QT_TRANSLATE_NOOP("Disclosure", "%1 people")).arg(people);
    return QStringLiteral("%1: %2.").arg(head, parts.join(QStringLiteral(", ")));
}

} // namespace dtp
