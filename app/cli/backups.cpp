// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <storage/automatic_backup.h>
#include <storage/backup_places.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString stateCode(BackupContent::State state)
{
    return state == BackupContent::State::Readable ? QStringLiteral("readable")
           : state == BackupContent::State::Locked ? QStringLiteral("locked")
                                                   : QStringLiteral("unreadable");
}

void list(const Store& store, Output& output)
{
    QJsonArray backups;
    std::vector<QStringList> rows;
    for (const BackupEntry& entry : allBackups(store)) {
        const BackupContent content = contentOfBackup(entry.path);
        const bool isKnown = content.state == BackupContent::State::Readable;
        backups.append(QJsonObject{{QStringLiteral("file"), entry.path},
                                   {QStringLiteral("time"), entry.at.toString(Qt::ISODate)},
                                   {QStringLiteral("people"), isKnown ? QJsonValue(content.people) : QJsonValue()},
                                   {QStringLiteral("state"), stateCode(content.state)},
                                   {QStringLiteral("bytes"), QFileInfo(entry.path).size()},
                                   {QStringLiteral("place"), entry.isInSecondPlace ? 2 : 1}});
        rows.push_back({entry.at.toString(QStringLiteral("yyyy-MM-dd HH:mm")), backupPeople(content),
                        QDir::toNativeSeparators(entry.path)});
    }
    QJsonArray places;
    const std::vector<BackupPlace> all = backupPlaces(store);
    for (const BackupPlace& place : all)
        places.append(QJsonObject{{QStringLiteral("folder"), place.isSecond() ? place.chosen : place.folder},
                                  {QStringLiteral("there"), place.isThere}});
    output.json(QJsonObject{{QStringLiteral("backups"), backups}, {QStringLiteral("places"), places}});
    output.table(rows);
    if (rows.empty())
        output.line(Cli::tr("There is no backup yet."));
    if (!all.back().isThere)
        output.line(Cli::tr("The second place, “%1”, is not there just now.").arg(all.back().chosen));
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const bool isToChange = call.has("--second") || call.has("--one-place");
    if (call.has("--second") && call.has("--one-place"))
        return wrongUsage(Cli::tr("Give either --second or --one-place."));
    BackupsMade made;
    {
        DTP_TRY(store, isToChange ? session.openToWrite(call) : session.openToRead(call));
        if (call.has("--second"))
            DTP_CHECK(setSecondPlace(*store, call.value("--second")));
        if (call.has("--one-place"))
            DTP_CHECK(setSecondPlace(*store, {}));
        if (call.has("--now")) {
            DTP_TRY(now, backUp(*store, BackupReason::Asked));
            made = std::move(now);
        }
        list(*store, output);
    }
    for (const QString& remark : std::as_const(made.remarks))
        output.line(remark);
    if (!made.isEverywhere)
        return tl::unexpected<Failure>(
            Error{Cli::tr("There is a backup in the first place now, and none in the second one."), QString()});
    return {};
}
} // namespace

Verb backupsVerb()
{
    using Kind = Option::Kind;
    return {
        "backups",
        "",
        QT_TRANSLATE_NOOP("Cli", "List the backups that are made by themselves, with how many people are in each."),
        QT_TRANSLATE_NOOP("Cli", "They lie in a folder beside the database, and in a second place if one was chosen. "
                                 "Kept are the ten\nnewest, the newest of 24 hours, 14 days, 8 weeks and 12 months, "
                                 "and each that has far more people than all newer ones.\n--now fails "
                                 "when there is a second place in which none could be made."),
        {{"--now", "", QT_TRANSLATE_NOOP("Cli", "make one first, in each place that is there"), Kind::Flag},
         {"--second", "FOLDER",
          QT_TRANSLATE_NOOP("Cli",
                            "from now on make them in this folder as well, whenever it is there, as on a stick"),
          Kind::Text},
         {"--one-place", "", QT_TRANSLATE_NOOP("Cli", "from now on make none in a second place; what is there stays"),
          Kind::Flag}},
        0,
        0,
        false,
        nullptr,
        &run};
}

} // namespace dtp::cli
