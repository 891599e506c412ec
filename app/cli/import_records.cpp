// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_beside.h"
#include "verbs.h"

#include <import_records/record_import.h>
#include <records/type_names.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
constexpr int shownReasons = 5; // of rejected rows; the rest is in the lists

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString typesInWords()
{
    return importableTypeWords().replace(QLatin1Char('|'), QStringLiteral(", "));
}

QJsonObject toJson(Entity entity, const RecordImportCounts& counts, bool isDry)
{
    QJsonObject made;
    for (const auto& [other, count] : counts.alsoMade)
        made.insert(typeWord(other), count);
    return {{QStringLiteral("type"), typeWord(entity)},
            {QStringLiteral("rows"), counts.rows},
            {QStringLiteral("new"), counts.made},
            {QStringLiteral("updated"), counts.updated},
            {QStringLiteral("unchanged"), counts.unchanged},
            {QStringLiteral("rejected"), counts.rejected},
            {QStringLiteral("with_warnings"), counts.withWarnings},
            {QStringLiteral("not_understood"), counts.notUnderstood},
            {QStringLiteral("cells_in_error"), counts.cellsInError},
            {QStringLiteral("also_made"), made},
            {QStringLiteral("dry_run"), isDry}};
}

void printCounts(const RecordImportPlan& plan, Output& output)
{
    const RecordImportCounts& counts = plan.counts();
    output.table({{Cli::tr("rows"), QString::number(counts.rows)},
                  {Cli::tr("new"), QString::number(counts.made)},
                  {Cli::tr("updated"), QString::number(counts.updated)},
                  {Cli::tr("unchanged"), QString::number(counts.unchanged)},
                  {Cli::tr("rejected"), QString::number(counts.rejected)}});
    for (const auto& [entity, count] : counts.alsoMade) {
        const RecordType& type = recordType(entity);
        output.line(Cli::tr("Also made: %1 %2.").arg(count).arg(count == 1 ? type.singularText() : type.pluralText()));
    }
    int shown = 0;
    for (const PlannedRow& row : plan.rows()) {
        if (row.fate == RowFate::Rejected && ++shown <= shownReasons)
            output.line(Cli::tr("Row %1 was rejected: %2").arg(row.number).arg(row.reason));
    }
    if (shown > shownReasons)
        output.line(
            Cli::tr("And %1 more: --rejects FILE writes all of them with their reasons.").arg(shown - shownReasons));
    lineOfDoubts(counts.notUnderstood, counts.cellsInError, output);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString word = call.arguments.front();
    const auto entity = importableTypeFromText(word);
    if (call.arguments.size() < 2)
        return wrongUsage(entity ? Cli::tr("Which file of %1 is to be imported?").arg(recordType(*entity).pluralText())
                                 : Cli::tr("What is in “%1”? Say it before the file: %2.").arg(word, typesInWords()));
    if (!entity)
        return wrongUsage(Cli::tr("“%1” is nothing that can be imported: it is one of %2.").arg(word, typesInWords()));
    const QString path = call.arguments.at(1);
    if (*entity == Entity::Person)
        return importPeople(path, session, call, output);
    const bool isDry = call.has("--dry-run");
    DTP_TRY(store, isDry ? session.openToRead(call) : session.openToWrite(call));
    DTP_TRY(file, RecordImportFile::read(*store, *entity, path, sheetOptions(call)));
    const RecordImportOptions options{
        matchPolicyFromCode(call.value("--match", QStringLiteral("fill"))).value_or(MatchPolicy::Fill),
        call.has("--create")};
    DTP_TRY(plan, RecordImportPlan::make(*store, file, options));
    DTP_TRY(remarks, carryOut(call, path, *store, *file, plan));
    output.json(toJson(*entity, plan.counts(), isDry));
    output.line(isDry ? Cli::tr("Nothing was written. This would be:") : plan.sentence());
    printCounts(plan, output);
    for (const QString& remark : std::as_const(remarks))
        output.line(remark);
    return {};
}

const char* more()
{
    static const QByteArray text =
        Cli::tr(
            "TYPE is one of %1.\n"
            "People have “import people” as well. Others are named in a row by title, short name or record; people\n"
            "by name, and by e-mail or phone where several have one name. A row makes a new record, updates a known\n"
            "one, changes nothing, or is rejected with a reason. It is one change.")
            .arg(typesInWords())
            .toUtf8();
    return text.constData();
}
} // namespace

Verb importRecordsVerb()
{
    std::vector<Option> options = importOptions();
    options.push_back({"--create", "",
                       "make what rows name and is not known yet, instead of rejecting them: people, "
                       "organisations, programs, series, networks"});
    return {"import",
            "TYPE FILE",
            "Bring in records of one type from a CSV, XLSX or ODS file; its help names the types.",
            "",
            std::move(options),
            1,
            2,
            false,
            nullptr,
            &run,
            true,
            &more};
}

} // namespace dtp::cli
