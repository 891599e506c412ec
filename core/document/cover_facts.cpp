// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/cover_facts.h>

#include <document/document.h>

#include <QLocale>

namespace dtp
{

QStringList placeAndDay(const Document& document)
{
    QStringList facts;
    const QString day = QLocale(document.language).toString(document.date, QStringLiteral("d MMMM yyyy"));
    for (const QString& fact : {document.place, document.days.isEmpty() ? day : document.days}) {
        if (!fact.isEmpty())
            facts << fact;
    }
    return facts;
}

} // namespace dtp
