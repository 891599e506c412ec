// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of the type that it brings in: people are joined, records are updated.
#pragma once

#include <ui/models/import_run.h>

#include <QString>

namespace dtp
{

struct ImportPhrases {
    QString title;       // "Import people"
    QString windowTitle; // "Import people from a spreadsheet"
    QString known;       // before the choice of what happens to those: "With people who are &known already:"
    QString record;      // over the names: "Person"
    QString joined;      // a fate: "Joined"
    QString joinedCount; // "%1 joined"
    QString writing;     // "Writing people …"
    QString show;        // "&Show the people"
};
ImportPhrases importPhrases(Entity entity);

// "&Import 34 participations"; "&Finish" where there is nothing to import.
QString importButtonText(Entity entity, qint64 records);
// "34 participations imported"
QString importedText(Entity entity, const ImportTally& tally);
// What became of all rows.
QString importedCountsText(Entity entity, const ImportTally& tally);
// What an import makes beside its rows; empty when nothing.
QString alsoText(const ImportTally& tally);
// "People", as a heading or in a list of choices.
QString typeTitle(Entity entity);

} // namespace dtp
