// SPDX-License-Identifier: GPL-3.0-or-later
// What may be a name in the texts of anything that leaves, see “export”.
#include "export_call.h"
#include "export_lists.h"
#include "name_choices.h"
#include "verbs.h"

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto what = exportCalled(call.arguments.at(0));
    if (!what)
        return wrongUsage(what.error().sentence);
    DTP_TRY(store, decidesNames(call) ? session.openToWrite(call) : session.openToRead(call));
    ExportCall wanted;
    if (const Outcome read = readExport(*store, **what, call, wanted); !read)
        return read;
    const Audience audience = audienceOf(call);
    const Gate gate(*store, audience);
    const bool isForOne = traitsOf(audience).isGated();
    return reviewNames(
        *store, call,
        [&] { return namesInExport(*store, **what, wanted, isForOne ? &gate : nullptr, {}, NameList::All); }, output);
}
} // namespace

Verb namesVerb()
{
    std::vector<Option> options{
        audienceOption(QT_TRANSLATE_NOOP("Cli", "only what leaves for these; otherwise for any outside"))};
    for (const std::vector<Option>& some : {exportOptions(), nameOptions()})
        options.insert(options.end(), some.begin(), some.end());
    return {
        "names",
        "TYPE",
        QT_TRANSLATE_NOOP("Cli", "Show and decide what may be a name in the texts of what is to be exported."),
        QT_TRANSLATE_NOOP(
            "Cli",
            "TYPE and what chooses from it are those of “export”.\n"
            "Whole names of people in the file are kept or withheld by what they agreed to, and so are rows about "
            "them.\n"
            "Everything else that may be a name is listed here once, with a proposal. What is decided is kept with "
            "the text,\n"
            "wherever that leaves, until it changes. Several names are written “A; B”."),
        std::move(options),
        1,
        1,
        false,
        nullptr,
        &run};
}

} // namespace dtp::cli
