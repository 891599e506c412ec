// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <database/backup_files.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// What is wrong stays in the output, whatever is made anew after it: it is told once.
void tell(const QStringList& problems, Output& output)
{
    for (const QString& problem : problems)
        output.line(problem);
    if (problems.isEmpty())
        output.line(Cli::tr("All is well."));
}

QJsonObject asJson(const QStringList& problems)
{
    return {{QStringLiteral("ok"), problems.isEmpty()},
            {QStringLiteral("problems"), QJsonArray::fromStringList(problems)}};
}

Outcome advise(const QString& database, const QStringList& problems)
{
    if (problems.isEmpty())
        return {};
    const QString newest = Store::newestBackup(database);
    const QString advice = newest.isEmpty() ? Cli::tr("there is no backup beside it that can be read")
                                            : Cli::tr("the newest backup that can be read is “%1”").arg(newest);
    return tl::unexpected<Failure>(
        Error{Cli::tr("“%1” has %n faults; %2.", nullptr, static_cast<int>(problems.size())).arg(database, advice),
              QString()});
}

// Records and indexes that disagree are told before the indexes are made anew, as the records say: afterwards nothing
// shows it any more, except the file as it was.
Outcome rebuild(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToWrite(call));
    DTP_TRY(before, store->check());
    if (before.isEmpty()) {
        output.json(asJson(before));
        tell(before, output);
        return {};
    }
    const QString aside = nameToSetAside(store->path());
    DTP_CHECK(store->backupTo(aside));
    DTP_TRY(doubtful, store->rebuildIndexes());
    DTP_TRY(after, store->check());
    QJsonObject object = asJson(after);
    object.insert(QStringLiteral("before"), QJsonArray::fromStringList(before));
    object.insert(QStringLiteral("doubtful"), QJsonArray::fromStringList(doubtful));
    object.insert(QStringLiteral("setAside"), aside);
    output.json(object);
    output.line(Cli::tr("Before the indexes were made anew:"));
    tell(before, output);
    output.line(Cli::tr("The file as it was is kept as “%1”.").arg(aside));
    if (!after.isEmpty())
        output.line(Cli::tr("Now that they are made anew:"));
    if (!after.isEmpty() || doubtful.isEmpty())
        tell(after, output);
    if (const Outcome sound = advise(call.database, after); !sound)
        return sound;
    if (doubtful.isEmpty())
        return {};
    return tl::unexpected<Failure>(
        Error{Cli::tr("The indexes of “%1” are as its records say, but some records may be damaged: those that are "
                      "listed did not agree with an index, and which was right is not known. Compare them with a "
                      "backup.")
                  .arg(call.database),
              QString()});
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    if (call.has("--rebuild"))
        return rebuild(session, call, output);
    DTP_TRY(store, session.openToRead(call)); // nothing is written to what may be damaged
    DTP_TRY(problems, store->check());
    output.json(asJson(problems));
    tell(problems, output);
    return advise(call.database, problems);
}
} // namespace

Verb checkVerb()
{
    return {"check",
            "",
            QT_TRANSLATE_NOOP("Cli", "Look whether the database is sound: pages, references, layout, search index."),
            QT_TRANSLATE_NOOP(
                "Cli", "Prints a sentence for each fault, twenty of a kind at most. Every index is compared with "
                       "its records, which\nopening does not do: where they disagree it says which records and what "
                       "either says, since nobody can know which\nis right. Nothing is changed."),
            {{"--rebuild", "",
              QT_TRANSLATE_NOOP("Cli", "keep the file as it is under another name, and make the indexes anew, as the "
                                       "records say"),
              Option::Kind::Flag}},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
