// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "verbs.h"

#include <QCoreApplication>

#include <reporting/report_file.h>
#include <search/record_lookup.h>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString path = call.arguments.at(1);
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    DTP_TRY(report, resolveRecord<Report>(*store, call.arguments.at(0)));
    DTP_TRY(threshold, thresholdOf(*store, call));
    const UndecidedNames undecided =
        call.has("--withhold-undecided") ? UndecidedNames::Withhold : UndecidedNames::Refuse;
    DTP_TRY(
        summary,
        writeReportFile(
            *store, report, audienceOf(call),
            {.path = path, .undecided = undecided, .smallCell = threshold, .recipient = call.value("--given-to")}));
    printDisclosure(path, summary, output, {{QStringLiteral("id"), jsonKey(report.value)}});
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
            "REPORT FILE",
            QT_TRANSLATE_NOOP("Cli", "Write a report as PDF, HTML, ODT or CSV."),
            QT_TRANSLATE_NOOP(
                "Cli",
                "REPORT is its number, its title or a part of the title that no other has.\n"
                "FILE ends in .pdf, .html, .odt or .csv (participants, recommendations and figures). What leaves is "
                "recorded in the\n"
                "ledger of disclosures."),
            {audienceOption(),
             recipientOption(),
             thresholdOption(),
             {"--withhold-undecided", "",
              QT_TRANSLATE_NOOP("Cli", "withhold what may be a name and is not decided upon, see “report names”")}},
            2,
            2,
            false,
            &needsFonts,
            &run};
}

} // namespace dtp::cli
