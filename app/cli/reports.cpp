// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QCoreApplication>

#include <records/reports.h>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(reports, store->find<Report>(Where().orderBy("date")));
    QJsonArray array;
    std::vector<QStringList> lines;
    for (const Report& report : reports) {
        QJsonObject object{{QStringLiteral("id"), jsonKey(report.id.value)},
                           {QStringLiteral("title"), report.title},
                           {QStringLiteral("date"), report.date.toString(Qt::ISODate)},
                           {QStringLiteral("status"), report.status}};
        if (report.workshop)
            object[QStringLiteral("workshop_id")] = jsonKey(report.workshop.value);
        array.append(object);
        lines.push_back({QString::number(report.id.value), report.date.toString(Qt::ISODate), report.title});
    }
    output.json(array);
    output.table(lines);
    return {};
}
} // namespace

Verb reportsVerb()
{
    return {"reports", "", QT_TRANSLATE_NOOP("Cli", "List the reports."), "", {}, 0, 0, false, nullptr, &run};
}

} // namespace dtp::cli
