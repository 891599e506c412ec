// SPDX-License-Identifier: GPL-3.0-or-later
// What left with a person, and asking for it back.
#include "verbs.h"

#include <exports/recall_letters.h>
#include <privacy/recall.h>
#include <search/record_lookup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonArray toJson(const std::vector<LeftCopy>& copies)
{
    QJsonArray all;
    for (const LeftCopy& copy : copies)
        all.append(QJsonObject{{QStringLiteral("number"), jsonKey(copy.entry.id.value)},
                               {QStringLiteral("at"), copy.entry.at.toString(Qt::ISODate)},
                               {QStringLiteral("what"), copy.entry.what},
                               {QStringLiteral("audience"), copy.entry.audience},
                               {QStringLiteral("recipient"), copy.entry.recipient},
                               {QStringLiteral("file"), copy.entry.file},
                               {QStringLiteral("named"), copy.isNamed},
                               {QStringLiteral("recall"), copy.isToRecall}});
    return all;
}

void print(const std::vector<LeftCopy>& copies, Output& output)
{
    std::vector<QStringList> rows;
    for (const LeftCopy& copy : copies)
        rows.push_back({copy.isToRecall ? Cli::tr("recall")
                        : copy.isNamed  ? Cli::tr("named")
                                        : Cli::tr("counted only"),
                        copy.inWords()});
    output.table(rows);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool writes = call.has("--write");
    DTP_TRY(store, writes ? session.openToWrite(call) : session.openToRead(call));
    DTP_TRY(person, resolveRecord<Person>(*store, call.arguments.front()));
    DTP_TRY(copies, copiesWith(*store, person));
    if (!output.isJson())
        print(copies, output);
    QJsonObject object{{QStringLiteral("copies"), toJson(copies)}};
    QString said = sentenceOf(copies);
    if (writes) {
        DTP_TRY(letters, writeRecallLetters(*store, copies, call.value("--write")));
        DTP_TRY(tasks, followRecall(*store, copies, person));
        QJsonArray paths;
        for (const WrittenLetter& letter : letters) {
            paths.append(letter.path);
            output.line(Cli::tr("%1: %2", "for whom, and the letter").arg(letter.recipient.inWords(), letter.path));
        }
        object.insert(QStringLiteral("letters"), paths);
        object.insert(QStringLiteral("tasks"), tasks);
        said += QLatin1Char(' ') + Cli::tr("Letters written: %1; tasks made: %2.").arg(letters.size()).arg(tasks);
    }
    output.result(said, object);
    return {};
}

bool needsFonts(const Call& call)
{
    return call.has("--write");
}
} // namespace

Verb personRecallVerb()
{
    return {
        "person recall",
        "PERSON",
        QT_TRANSLATE_NOOP("Cli", "Show what left with a person, and ask for it back."),
        QT_TRANSLATE_NOOP(
            "Cli",
            "PERSON is a number, a whole name or a part of the name that no other has.\n"
            "A copy for outsiders is to be recalled when the person is in it and has refused, withdrawn or let end "
            "what it was\n"
            "given for, or is at risk by now. With --write there is a letter and a task for each recipient; the "
            "letters name nobody."),
        {{"--write", "FOLDER", QT_TRANSLATE_NOOP("Cli", "write a letter to each recipient, and make the tasks"),
          Option::Kind::Text}},
        1,
        1,
        false,
        &needsFonts,
        &run};
}

} // namespace dtp::cli
