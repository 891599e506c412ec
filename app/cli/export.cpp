// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "verbs.h"

#include <lists/export_file.h>
#include <lists/people_export.h>
#include <writers/pdf_writer.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
bool isPdf(const Call& call)
{
    return call.arguments.back().endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
}

// People to print: what fits across a page.
Result<DisclosureSummary> writeDirectory(Store& store, ListExport list, const QString& path, Audience audience)
{
    if (list.columns.isEmpty())
        list.columns = directoryColumns();
    DTP_TRY(rows, rowsOfList(store, list));
    const QString title = QCoreApplication::translate("Cli", "Directory of people");
    return exportRows(store, std::move(rows), path, QCoreApplication::translate("Cli", "People as PDF"), audience,
                      [&](DisclosedRows& left, QIODevice& device) { return writePdf(left, title, device); });
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto entity = listCalled(call.arguments.at(0));
    if (!entity)
        return wrongUsage(entity.error().sentence);
    const QString path = call.arguments.at(1);
    ListExport list{*entity, call.value("--query", call.value("--filter")), {}};
    list.columns = call.value("--columns").split(QLatin1Char(','), Qt::SkipEmptyParts);
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    DTP_TRY(summary, *entity == Entity::Person && isPdf(call) ? writeDirectory(*store, list, path, audienceOf(call))
                                                              : exportList(*store, list, path, audienceOf(call)));
    printDisclosure(path, summary, output);
    return {};
}
} // namespace

Verb exportVerb()
{
    return {
        "export",
        "TYPE FILE",
        "Write people, or records of any other type, as a table; people also as address cards.",
        "TYPE is people, organisations, programs, series, participations, networks, memberships, workshops,\n"
        "invitations, recommendations, tasks, or any other type of record. FILE ends in .csv or .xlsx; for people\n"
        "also in .vcf (vCard 4.0) or .pdf (a directory to print). “import” reads the tables again. What leaves is\n"
        "recorded in the ledger of disclosures.",
        {audienceOption(),
         {"--query", "QUERY", "only those that match, as for “search”", Option::Kind::Text},
         {"--columns", "KEYS", "only these columns, in this order: country,place", Option::Kind::Text},
         {"--filter", "QUERY", "the same as --query", Option::Kind::Text}},
        2,
        2,
        false,
        &isPdf,
        &run};
}

} // namespace dtp::cli
