// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person for good: the places first, then the deed.
#include "verbs.h"

#include <erasure/erase_person.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void say(const ErasurePlaces& places, Output& output)
{
    output.line(Cli::tr("Where %1 stands:").arg(places.name));
    for (const ErasureGroup& group : groupsOf(places)) {
        output.line(group.heading + QLatin1Char(':'));
        for (const ErasurePlace& place : group.places) {
            output.line(QStringLiteral("  ") + place.what);
            for (const QString& which : place.which)
                output.line(QStringLiteral("    ") + which);
        }
    }
}

QJsonArray toJson(const ErasurePlaces& places)
{
    QJsonArray all;
    for (const ErasureGroup& group : groupsOf(places)) {
        for (const ErasurePlace& place : group.places)
            all.append(QJsonObject{{QStringLiteral("fate"), QLatin1String(group.key)},
                                   {QStringLiteral("what"), place.what},
                                   {QStringLiteral("which"), QJsonArray::fromStringList(place.which)}});
    }
    return all;
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool isTried = call.has("--dry-run");
    if (!isTried && !call.has("--yes"))
        return wrongUsage(
            Cli::tr("Nothing was erased. Look with --dry-run at what would be, and say --yes to do it: it "
                    "cannot be undone."));
    DTP_TRY(store, session.openToWrite(call));
    DTP_TRY(person, personToErase(*store, call.arguments.front()));
    DTP_TRY(places, erasurePlaces(*store, person));
    QJsonObject object{{QStringLiteral("name"), places.name}, {QStringLiteral("places"), toJson(places)}};
    if (!output.isJson())
        say(places, output);
    if (isTried) {
        output.result(Cli::tr("Nothing was changed."), object);
        return {};
    }
    DTP_TRY(erased, call.has("--keep-backups") ? eraseForGood(*store, places) : eraseEverywhere(*store, places));
    object.insert(QStringLiteral("backups"), erased.backups);
    object.insert(QStringLiteral("done"), erased.sentence);
    output.result(erased.sentence, object);
    return {};
}
} // namespace

Verb personEraseVerb()
{
    return {"person erase",
            "PERSON",
            QT_TRANSLATE_NOOP("Cli", "Erase a person for good, also from the history and from backups."),
            QT_TRANSLATE_NOOP("Cli",
                              "PERSON is a whole name or a number; somebody who was deleted is found in the history.\n"
                              "First says all places where the person stands. This cannot be undone."),
            {{"--dry-run", "", QT_TRANSLATE_NOOP("Cli", "say the places and change nothing")},
             {"--yes", "", QT_TRANSLATE_NOOP("Cli", "do it")},
             {"--keep-backups", "", QT_TRANSLATE_NOOP("Cli", "leave backups as they are")}},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
