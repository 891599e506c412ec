// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QCoreApplication>

#include <records/workshops.h>
#include <standards/countries.h>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(workshops, store->find<Workshop>(Where().orderBy("start_date")));
    QJsonArray array;
    std::vector<QStringList> lines;
    for (const Workshop& workshop : workshops) {
        array.append(QJsonObject{{QStringLiteral("id"), jsonKey(workshop.id.value)},
                                 {QStringLiteral("title"), workshop.title},
                                 {QStringLiteral("start"), workshop.start.toString(Qt::ISODate)},
                                 {QStringLiteral("end"), workshop.end.toString(Qt::ISODate)},
                                 {QStringLiteral("country"), workshop.country},
                                 {QStringLiteral("place"), workshop.place},
                                 {QStringLiteral("status"), workshop.status}});
        lines.push_back({QString::number(workshop.id.value), workshop.start.toString(Qt::ISODate),
                         countryName(workshop.country), workshop.title});
    }
    output.json(array);
    output.table(lines);
    return {};
}
} // namespace

Verb workshopsVerb()
{
    return {"workshops", "", QT_TRANSLATE_NOOP("Cli", "List the workshops."), "", {}, 0, 0, false, nullptr, &run};
}

} // namespace dtp::cli
