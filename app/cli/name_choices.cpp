// SPDX-License-Identifier: GPL-3.0-or-later
#include "name_choices.h"

#include <QCoreApplication>
#include <algorithm>

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

// "hope" is another one than "Hope".
const NameInText* nameCalled(const std::vector<NameInText>& names, const QString& text)
{
    const QString typed = text.simplified();
    const NameInText* similar = nullptr;
    for (const NameInText& name : names) {
        if (name.name == typed)
            return &name;
        if (!similar && !name.isSmall && name.name.compare(typed, Qt::CaseInsensitive) == 0)
            similar = &name;
    }
    return similar;
}

// "A; B=C"
Outcome addChoices(const std::vector<NameInText>& names, const QString& list, What what,
                   std::vector<NameChoice>& choices)
{
    for (const QString& item : list.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype equals = what == What::Replace ? item.indexOf(u'=') : -1;
        if (what == What::Replace && equals < 0)
            return wrongUsage(Cli::tr("“%1” does not say what to put in its place: write “NAME=WORDS”.").arg(item));
        const QString name = equals < 0 ? item.trimmed() : item.left(equals).trimmed();
        const NameInText* const found = nameCalled(names, name);
        if (!found)
            return wrongUsage(Cli::tr("“%1” is none of the names in the text that are to be decided upon.").arg(name));
        choices.push_back({found, what, equals < 0 ? QString() : item.mid(equals + 1).trimmed()});
    }
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
                               {QStringLiteral("replacement"), name.replacement},
                               {QStringLiteral("by_gate"), name.isOfGate},
                               {QStringLiteral("warning"), keepingWarning(name)}});
        QString decided = name.isOfGate ? Cli::tr("withheld") : wordOf(name.decision);
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
    for (const NameInText& name : names) {
        if (const QString warning = keepingWarning(name); !warning.isEmpty() && name.decision != What::Withhold)
            output.line(warning);
    }
    output.line(undecided == 0
                    ? Cli::tr("All are decided.")
                    : Cli::tr("Undecided: %1. Nothing leaves for outsiders until they are decided.").arg(undecided));
}

} // namespace

std::vector<Option> nameOptions()
{
    return {{"--keep", "NAMES", QT_TRANSLATE_NOOP("Cli", "these may be read"), Option::Kind::Text},
            {"--replace", "NAME=WORDS", QT_TRANSLATE_NOOP("Cli", "the words stand in the place of the name"),
             Option::Kind::Text},
            {"--withhold", "NAMES", QT_TRANSLATE_NOOP("Cli", "these are not to be read"), Option::Kind::Text},
            {"--as-proposed", "", QT_TRANSLATE_NOOP("Cli", "decide what is left as it is proposed")},
            {"--withhold-undecided", "", QT_TRANSLATE_NOOP("Cli", "withhold what is left")}};
}

bool decidesNames(const Call& call)
{
    const std::vector<Option> options = nameOptions();
    return std::any_of(options.begin(), options.end(), [&call](const Option& one) { return call.has(one.name); });
}

Outcome reviewNames(Store& store, const Call& call, const ReadNames& read, Output& output)
{
    DTP_TRY(names, read());
    std::vector<NameChoice> choices; // of all options: nothing is done when one of them cannot be
    for (const auto& [option, what] : {std::pair("--keep", What::Keep), std::pair("--replace", What::Replace),
                                       std::pair("--withhold", What::Withhold)}) {
        if (!call.has(option))
            continue;
        if (const Outcome added = addChoices(names, call.value(option), what, choices); !added)
            return added;
    }
    DTP_CHECK(decideNames(store, choices));
    if (decidesNames(call)) {
        DTP_TRY(left, read());
        for (const NameInText& name : left) {
            if (!name.decision && (call.has("--as-proposed") || call.has("--withhold-undecided")))
                DTP_CHECK(decideName(store, name, call.has("--as-proposed") ? name.proposal : What::Withhold));
        }
        DTP_TRY(after, read());
        names = std::move(after);
    }
    print(names, output);
    return {};
}

Result<> keepNames(Store& store, const QString& list, const std::vector<NameInText>& names)
{
    std::vector<NameChoice> choices;
    for (const QString& item : list.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (const NameInText* const found = nameCalled(names, item))
            choices.push_back({found, What::Keep});
    }
    return decideNames(store, choices);
}

} // namespace dtp::cli
