// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <import/people_import.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <functional>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// A list beside the import: whole or not at all, and its owner's alone.
Result<> writeBeside(const QString& path, const std::function<Result<>(QIODevice&)>& write)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fail(Cli::tr("“%1” is no ordinary file.").arg(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(Cli::tr("“%1” could not be written. See whether you may write to this folder.").arg(path),
                    file.errorString());
    DTP_CHECK(write(file));
    if (!file.commit())
        return fail(Cli::tr("“%1” could not be written. See whether there is room on the disk.").arg(path),
                    file.errorString());
    return {};
}

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
            {QStringLiteral("new_organisations"), counts.newOrganisations},
            {QStringLiteral("new_programs"), counts.newPrograms},
            {QStringLiteral("new_networks"), counts.newNetworks},
            {QStringLiteral("dry_run"), isDry}};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool isDry = call.has("--dry-run");
    DTP_TRY(store, isDry ? session.openToRead(call) : session.openToWrite(call));
    DTP_TRY(file, ImportFile::read(*store, call.arguments.front()));
    const MatchPolicy policy =
        matchPolicyFromCode(call.value("--match", QStringLiteral("fill"))).value_or(MatchPolicy::Fill);
    DTP_TRY(plan, ImportPlan::make(*store, file, policy));
    // The lists first: where they cannot be written nothing is imported.
    if (call.has("--rejects"))
        DTP_CHECK(writeBeside(call.value("--rejects"), [&](QIODevice& device) { return plan.writeRejected(device); }));
    if (call.has("--log"))
        DTP_CHECK(writeBeside(call.value("--log"), [&](QIODevice& device) { return plan.writeLog(device); }));
    if (!isDry)
        DTP_CHECK(plan.apply(*store));
    const ImportCounts& counts = plan.counts();
    output.json(toJson(counts, isDry));
    output.line(isDry ? Cli::tr("Nothing was written. This would be:") : plan.sentence());
    output.table({{Cli::tr("rows"), QString::number(counts.rows)},
                  {Cli::tr("new"), QString::number(counts.newPeople)},
                  {Cli::tr("joined"), QString::number(counts.joined)},
                  {Cli::tr("unchanged"), QString::number(counts.unchanged)},
                  {Cli::tr("rejected"), QString::number(counts.rejected)}});
    for (const QString& remark : file->remarks())
        output.line(remark);
    return {};
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
            {{"--dry-run", "", "say what would become of every row, and write nothing to the database"},
             {"--match", "skip|fill|update",
              "what a row may do to a known person: nothing, fill what is empty (default), or also replace",
              Option::Kind::Choice},
             {"--rejects", "FILE", "write the rejected rows to this CSV file, to be mended and imported again",
              Option::Kind::Text},
             {"--log", "FILE.csv", "write a line for each row: row,fate,person,reason", Option::Kind::Text}},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
