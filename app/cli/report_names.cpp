// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <reporting/name_review.h>
#include <search/record_lookup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using What = NameDecision::What;

QString wordOf(std::optional<What> what)
{
    if (!what)
        return Cli::tr("undecided");
    return *what == What::Keep      ? QStringLiteral("keep")
           : *what == What::Replace ? QStringLiteral("replace")
                                    : QStringLiteral("withhold");
}

const NameInText* nameCalled(const std::vector<NameInText>& names, const QString& text)
{
    for (const NameInText& name : names) {
        if (name.name.compare(text.simplified(), Qt::CaseInsensitive) == 0)
            return &name;
    }
    return nullptr;
}

// "A; B=C": each is decided upon; with nothing else done when one is not in the text.
Outcome decide(Store& store, Id<Report> report, const std::vector<NameInText>& names, const QString& list, What what)
{
    std::vector<std::pair<const NameInText*, QString>> chosen;
    for (const QString& item : list.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype equals = what == What::Replace ? item.indexOf(u'=') : -1;
        if (what == What::Replace && equals < 0)
            return wrongUsage(Cli::tr("“%1” does not say what to put in its place: write “NAME=WORDS”.").arg(item));
        const QString name = equals < 0 ? item.trimmed() : item.left(equals).trimmed();
        const NameInText* const found = nameCalled(names, name);
        if (!found)
            return wrongUsage(Cli::tr("“%1” is none of the names in the text that are to be decided upon.").arg(name));
        chosen.emplace_back(found, equals < 0 ? QString() : item.mid(equals + 1).trimmed());
    }
    for (const auto& [name, words] : chosen)
        DTP_CHECK(decideName(store, report, *name, what, words));
    return {};
}

void print(const std::vector<NameInText>& names, Output& output)
{
    QJsonArray all;
    std::vector<QStringList> rows;
    qsizetype undecided = 0;
    for (const NameInText& name : names) {
        undecided += !name.decision;
        all.append(QJsonObject{{QStringLiteral("name"), name.name},
                               {QStringLiteral("where"), name.where},
                               {QStringLiteral("times"), name.times},
                               {QStringLiteral("proposal"), wordOf(name.proposal)},
                               {QStringLiteral("decision"), name.decision ? wordOf(name.decision) : QString()},
                               {QStringLiteral("replacement"), name.replacement}});
        QString decided = wordOf(name.decision);
        if (name.decision == What::Replace)
            decided += QStringLiteral(" “%1”").arg(name.replacement);
        else if (!name.decision)
            decided += Cli::tr(" (proposed: %1)").arg(wordOf(name.proposal));
        rows.push_back({name.name, decided, name.where});
    }
    output.json(all);
    if (names.empty()) {
        output.line(Cli::tr("No names in the text have to be decided upon."));
        return;
    }
    output.table(rows);
    output.line(undecided == 0
                    ? Cli::tr("All are decided.")
                    : Cli::tr("Undecided: %1. Nothing leaves for outsiders until they are decided.").arg(undecided));
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool decides = call.has("--keep") || call.has("--replace") || call.has("--withhold") ||
                         call.has("--as-proposed") || call.has("--withhold-undecided");
    DTP_TRY(store, decides ? session.openToWrite(call) : session.openToRead(call));
    DTP_TRY(report, resolveRecord<Report>(*store, call.arguments.at(0)));
    DTP_TRY(names, namesInReport(*store, report));
    for (const auto& [option, what] : {std::pair("--keep", What::Keep), std::pair("--replace", What::Replace),
                                       std::pair("--withhold", What::Withhold)}) {
        if (!call.has(option))
            continue;
        if (const Outcome decided = decide(*store, report, names, call.value(option), what); !decided)
            return decided;
    }
    if (decides) {
        DTP_TRY(left, namesInReport(*store, report));
        for (const NameInText& name : left) {
            if (!name.decision && (call.has("--as-proposed") || call.has("--withhold-undecided")))
                DTP_CHECK(
                    decideName(*store, report, name, call.has("--as-proposed") ? name.proposal : What::Withhold));
        }
        DTP_TRY(after, namesInReport(*store, report));
        names = std::move(after);
    }
    print(names, output);
    return {};
}
} // namespace

Verb reportNamesVerb()
{
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
            {{"--keep", "NAMES", QT_TRANSLATE_NOOP("Cli", "these may be read"), Option::Kind::Text},
             {"--replace", "NAME=WORDS", QT_TRANSLATE_NOOP("Cli", "the words stand in the place of the name"),
              Option::Kind::Text},
             {"--withhold", "NAMES", QT_TRANSLATE_NOOP("Cli", "these are not to be read"), Option::Kind::Text},
             {"--as-proposed", "", QT_TRANSLATE_NOOP("Cli", "decide what is left as it is proposed")},
             {"--withhold-undecided", "", QT_TRANSLATE_NOOP("Cli", "withhold what is left")}},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
