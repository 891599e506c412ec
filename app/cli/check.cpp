// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <storage/automatic_backup.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Session& session, const Call& call, Output& output)
{
    // To write, if that is possible: an index that does not agree is noted, to be built anew.
    auto opened = session.openToWrite(call);
    if (!opened)
        opened = session.openToRead(call);
    DTP_TRY(store, std::move(opened));
    if (call.has("--rebuild")) {
        for (const QString& remark : backUpBefore(*store).value_or(QStringList()))
            output.line(remark);
        DTP_CHECK(store->rebuildIndexes());
    }
    DTP_TRY(problems, store->check());
    QJsonObject object{{QStringLiteral("ok"), problems.isEmpty()},
                       {QStringLiteral("problems"), QJsonArray::fromStringList(problems)}};
    output.json(object);
    for (const QString& problem : problems)
        output.line(problem);
    if (problems.isEmpty()) {
        output.line(Cli::tr("All is well."));
        return {};
    }
    const QString newest = Store::newestBackup(call.database);
    const QString advice = newest.isEmpty() ? Cli::tr("there is no backup beside it that can be read")
                                            : Cli::tr("the newest backup that can be read is “%1”").arg(newest);
    return tl::unexpected<Failure>(Error{
        Cli::tr("“%1” has %n faults; %2.", nullptr, static_cast<int>(problems.size())).arg(call.database, advice),
        QString()});
}
} // namespace

Verb checkVerb()
{
    return {
        "check",
        "",
        QT_TRANSLATE_NOOP("Cli", "Look whether the database is sound: pages, references, layout, search index."),
        QT_TRANSLATE_NOOP("Cli",
                          "Prints a sentence for each fault, twenty of a kind at most. Every index is compared with "
                          "its records, which\nopening does not do. Nothing is changed, except that a search index "
                          "which does not agree with the records\nis built anew when the file is opened next."),
        {{"--rebuild", "",
          QT_TRANSLATE_NOOP("Cli", "first back up, and make the indexes anew from the records, when nothing else is "
                                   "damaged"),
          Option::Kind::Flag}},
        0,
        0,
        false,
        nullptr,
        &run};
}

} // namespace dtp::cli
