// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "verbs.h"

#include <reporting/report_file.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    bool isNumber = false;
    const Id<Report> report{call.arguments.at(0).toLongLong(&isNumber)};
    if (!isNumber || !report)
        return wrongUsage(say("“%1” is no number of a report.").arg(call.arguments.at(0)));
    const QString path = call.arguments.at(1);
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    if (!store->exists(Entity::Report, report.value))
        return tl::unexpected<Failure>(
            Error{say("There is no report with the number %1: “reports” lists them.").arg(report.value), QString()});
    DTP_TRY(summary, writeReportFile(*store, report, audienceOf(call), path));
    printDisclosure(path, summary, output, {{QStringLiteral("id"), report.value}});
    return {};
}

bool needsFonts(const Call&)
{
    return true; // charts and maps are painted in every format but CSV
}
} // namespace

Verb reportWriteVerb()
{
    return {"report write",
            "ID FILE",
            "Write a report as PDF, HTML, ODT or CSV.",
            "FILE ends in .pdf, .html, .odt or .csv (participants, recommendations and figures). What leaves is "
            "recorded in the\n"
            "ledger of disclosures.",
            {audienceOption()},
            2,
            2,
            false,
            &needsFonts,
            &run};
}

} // namespace dtp::cli
