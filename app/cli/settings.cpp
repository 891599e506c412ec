// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <privacy/threshold.h>
#include <storage/backup_places.h>

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
    const bool isToChange = call.has("--threshold");
    DTP_TRY(store, isToChange ? session.openToWrite(call) : session.openToRead(call));
    if (isToChange)
        DTP_CHECK(setSmallCell(*store, call.value("--threshold")));
    const int threshold = smallCellOf(*store);
    const BackupPlace place = backupPlaces(*store).back();
    output.json(
        QJsonObject{{QStringLiteral("threshold"), threshold},
                    {QStringLiteral("second_place"), place.isSecond() ? QJsonValue(place.chosen) : QJsonValue()}});
    output.table({{QStringLiteral("threshold"), QString::number(threshold),
                   Cli::tr("counts of fewer people are put together or hidden for outsiders")},
                  {QStringLiteral("second place"), place.isSecond() ? place.chosen : Cli::tr("none"),
                   Cli::tr("for backups, see “backups”")}});
    return {};
}
} // namespace

Verb settingsVerb()
{
    return {"settings",
            "",
            QT_TRANSLATE_NOOP("Cli", "Show what is set in the database, or set it."),
            "",
            {{"--threshold", "N",
              QT_TRANSLATE_NOOP("Cli", "from now on show outsiders no count of fewer than N people, 2 to 1000"),
              Option::Kind::Count}},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
