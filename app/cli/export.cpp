// SPDX-License-Identifier: GPL-3.0-or-later
// Anything of the catalogue of what can leave.
#include "export_call.h"
#include "export_lists.h"
#include "name_choices.h"
#include "verbs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto what = exportCalled(call.arguments.at(0));
    if (!what)
        return wrongUsage(what.error().sentence);
    const QString path = call.arguments.at(1);
    DTP_TRY(store, session.openToWrite(call)); // what leaves is recorded
    ExportCall wanted;
    if (const Outcome read = readExport(*store, **what, call, wanted); !read)
        return read;
    const Audience audience = audienceOf(call);
    DTP_TRY(threshold, thresholdOf(*store, call));
    wanted.smallCell = threshold;
    wanted.recipient = call.value("--given-to");
    if (call.has("--withhold-undecided"))
        wanted.undecided = UndecidedNames::Withhold;
    if (call.has("--keep-names")) {
        const Gate gate(*store, audience);
        DTP_TRY(names, namesInExport(*store, **what, wanted, &gate));
        DTP_CHECK(keepNames(*store, call.value("--keep-names"), names));
    }
    const auto summary = writeExport(*store, **what, wanted, path, audience);
    if (!summary && isUndecided(summary.error()))
        return tl::unexpected<Failure>(Error{
            Cli::tr("%1 “names %2” lists and decides them.").arg(summary.error().sentence, call.arguments.front()),
            summary.error().detail});
    if (!summary)
        return tl::unexpected<Failure>(summary.error());
    DTP_TRY(leftOut, (*what)->leavesOut(*store, wanted));
    QJsonObject more;
    if (!leftOut.isEmpty())
        more[QStringLiteral("not_made")] = leftOut;
    printDisclosure(path, *summary, output, more);
    for (const QString& sentence : {(*what)->goesTo(), leftOut}) {
        if (!sentence.isEmpty())
            output.line(sentence);
    }
    return {};
}

bool needsFonts(const Call& call)
{
    static const QStringList tables{QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("vcf"),
                                    QStringLiteral("ics")};
    return !tables.contains(QFileInfo(call.arguments.back()).suffix().toLower()) ||
           otherKeys().contains(call.arguments.front().toLower());
}

const char* catalogueInWords()
{
    static const QByteArray text = [] {
        const QString types = QStringLiteral(
            "TYPE is people, organisations, programs, series, participations, networks, memberships, workshops,\n"
            "invitations, recommendations, tasks, or any other type of record. FILE ends in .csv, .xlsx or .pdf (a\n"
            "table to print); for people also in .vcf (vCard 4.0). “import” reads the tables again. Also:");
        return QString(types + otherKeysInWords() +
                       QStringLiteral("\nFor outsiders nothing is written while something in its texts that may be a "
                                      "name is undecided: “names”\nlists and decides it. What leaves is recorded in "
                                      "the ledger of disclosures."))
            .toUtf8();
    }();
    return text.constData();
}
} // namespace

Verb exportVerb()
{
    std::vector<Option> options{
        audienceOption(),
        recipientOption(),
        thresholdOption(),
        {"--keep-names", "NAMES", QT_TRANSLATE_NOOP("Cli", "decide that these may be read in its texts: “A; B”"),
         Option::Kind::Text},
        {"--withhold-undecided", "",
         QT_TRANSLATE_NOOP("Cli", "withhold what may be a name and is not decided upon, see “names”")}};
    for (const Option& one : exportOptions())
        options.push_back(one);
    return {"export",
            "TYPE FILE",
            QT_TRANSLATE_NOOP("Cli", "Write people, records of any other type, or what is printed of them."),
            "",
            std::move(options),
            2,
            2,
            false,
            &needsFonts,
            &run,
            true,
            &catalogueInWords};
}

} // namespace dtp::cli
