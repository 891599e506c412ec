// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "name_choices.h"
#include "verbs.h"

#include <reporting/report_names.h>
#include <search/record_lookup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, decidesNames(call) ? session.openToWrite(call) : session.openToRead(call));
    DTP_TRY(report, resolveRecord<Report>(*store, call.arguments.at(0)));
    const Audience audience = audienceOf(call);
    const Gate gate(*store, audience);
    const bool isForOne = traitsOf(audience).isGated();
    return reviewNames(
        *store, call, [&] { return namesInReport(*store, report, NameList::All, isForOne ? &gate : nullptr); },
        output);
}
} // namespace

Verb reportNamesVerb()
{
    std::vector<Option> options{
        audienceOption(QT_TRANSLATE_NOOP("Cli", "what leaves for these; otherwise for any outside"))};
    for (const Option& one : nameOptions())
        options.push_back(one);
    return {"report names",
            "REPORT",
            QT_TRANSLATE_NOOP("Cli", "Show and decide what may be a name in the text of a report."),
            QT_TRANSLATE_NOOP(
                "Cli",
                "REPORT is its number, its title or a part of the title that no other has.\n"
                "Whole names of people in the file are kept or withheld by what they agreed to. Everything else that "
                "may be a\n"
                "name is listed here with a proposal. What is decided stays until the text changes. Several names are "
                "written\n"
                "“A; B”."),
            std::move(options),
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
