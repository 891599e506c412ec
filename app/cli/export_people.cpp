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
    return call.arguments.front().endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    DTP_TRY(filter, PersonQuery::parse(call.value("--filter"), *store));
    const QString path = call.arguments.front();
    if (isPdf(call)) {
        DTP_TRY(people, findPeople(*store, filter));
        const QString title = QCoreApplication::translate("Cli", "Directory of people");
        DTP_TRY(directory,
                exportRows(*store, peopleRows(*store, std::move(people), directoryColumns()), path,
                           QCoreApplication::translate("Cli", "People as PDF"), audienceOf(call),
                           [&](DisclosedRows& rows, QIODevice& device) { return writePdf(rows, title, device); }));
        printDisclosure(path, directory, output);
        return {};
    }
    DTP_TRY(summary, exportPeople(*store, path, audienceOf(call), filter));
    printDisclosure(path, summary, output);
    return {};
}
} // namespace

Verb exportPeopleVerb()
{
    return {"export people",
            "FILE",
            "Write people as a table or as address cards.",
            "FILE ends in .csv, .xlsx, .vcf (vCard 4.0) or .pdf (a directory to print). What leaves is recorded in "
            "the ledger of disclosures.",
            {audienceOption(),
             {"--filter", "QUERY", "only people who match, as for the verb “search”", Option::Kind::Text}},
            1,
            1,
            false,
            &isPdf,
            &run};
}

} // namespace dtp::cli
