// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_beside.h"
#include "verbs.h"

#include <import_people/people_import.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonObject toJson(const ImportCounts& counts, bool isDry)
{
    return {{QStringLiteral("rows"), counts.rows},
            {QStringLiteral("new"), counts.newPeople},
            {QStringLiteral("joined"), counts.joined},
            {QStringLiteral("unchanged"), counts.unchanged},
            {QStringLiteral("rejected"), counts.rejected},
            {QStringLiteral("with_warnings"), counts.withWarnings},
            {QStringLiteral("possibly_known"), counts.possiblyKnown},
            {QStringLiteral("not_understood"), counts.notUnderstood},
            {QStringLiteral("cells_in_error"), counts.cellsInError},
            {QStringLiteral("new_organisations"), counts.newOrganisations},
            {QStringLiteral("new_programs"), counts.newPrograms},
            {QStringLiteral("new_networks"), counts.newNetworks},
            {QStringLiteral("ended_agreements"), counts.endedAgreements},
            {QStringLiteral("consents_not_understood"), counts.unclearConsents},
            {QStringLiteral("unsure_refusals"), counts.unsureRefusals},
            {QStringLiteral("dry_run"), isDry}};
}

} // namespace

Outcome importPeople(const QString& path, const Session& session, const Call& call, Output& output)
{
    const bool isDry = call.has("--dry-run");
    DTP_TRY(store, isDry ? session.openToRead(call) : session.openToWrite(call));
    DTP_TRY(file, ImportFile::read(*store, path, sheetOptions(call)));
    const MatchPolicy policy =
        matchPolicyFromCode(call.value("--match", QStringLiteral("fill"))).value_or(MatchPolicy::Fill);
    DTP_TRY(plan, ImportPlan::make(*store, file, policy));
    DTP_TRY(remarks, carryOut(call, path, *store, *file, plan));
    const ImportCounts& counts = plan.counts();
    output.json(toJson(counts, isDry));
    output.line(isDry ? Cli::tr("Nothing was written. This would be:") : plan.sentence());
    output.table({{Cli::tr("rows"), QString::number(counts.rows)},
                  {Cli::tr("new"), QString::number(counts.newPeople)},
                  {Cli::tr("joined"), QString::number(counts.joined)},
                  {Cli::tr("unchanged"), QString::number(counts.unchanged)},
                  {Cli::tr("rejected"), QString::number(counts.rejected)}});
    if (counts.possiblyKnown > 0)
        output.line(
            Cli::tr("New people who may be somebody known: %1. --log FILE.csv says who.").arg(counts.possiblyKnown));
    lineOfDoubts(counts.notUnderstood, counts.cellsInError, output);
    for (const QString& remark : counts.consentRemarks)
        output.line(remark);
    for (const QString& refusal : counts.refusals)
        output.line(refusal);
    if (counts.endedAgreements > counts.refusals.size())
        output.line(Cli::tr("More who no longer agree: %1. --log FILE.csv says who.")
                        .arg(counts.endedAgreements - counts.refusals.size()));
    for (const QString& remark : std::as_const(remarks))
        output.line(remark);
    return {};
}

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    return importPeople(call.arguments.front(), session, call, output);
}
} // namespace

Verb importPeopleVerb()
{
    return {"import people",
            "FILE",
            "Bring in people from a CSV, XLSX or ODS file.",
            "Every row becomes a new person, is joined to a known one, changes nothing, or is rejected with a reason. "
            "It is one\n"
            "change: one “undo” takes it all back.",
            importOptions(),
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
