// SPDX-License-Identifier: GPL-3.0-or-later
// All that can still be read of a damaged file, as a new file; what could not be read is said.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QString>
#include <map>
#include <vector>

namespace dtp
{

struct Environment;

struct Salvaged {
    std::map<QString, qint64> kept;     // rows by the name of their table
    std::map<QString, qint64> lost;     // rows of which it is known that they were there, by table
    std::map<QString, qint64> standIns; // records made in the place of lost ones, for what belongs to those
    std::vector<qint64> damagedPages;   // of an encrypted file, which knows them
    std::vector<QString> brokenTables;  // where rows may be missing of which nothing is known
    bool isTableListDamaged = false;    // of tables that it does not name rows were found by their form
    qint64 rowsOfNoTable = 0;           // which look as those of several, and are not in it
    bool isJournalDamaged = false;      // what was committed behind the damage is not in it
    qint64 missingAtStart = 0;          // bytes; negative: so many stood there that do not belong to it
    bool isWhole() const
    {
        return lost.empty() && brokenTables.empty() && !isTableListDamaged && rowsOfNoTable == 0 && !isJournalDamaged;
    }
};

// Reads damaged and what its journal holds, of which nothing is changed, and makes target, which must not exist; an
// encrypted file, which must be unlocked, makes one that opens as it did. Where the pages that lead to the others are
// damaged, every page is looked at by itself; where the beginning was cut off or has something before it, every page
// is put in its place. What belongs to a lost person, organisation, program, network, workshop or report is kept with
// a record in its place, see stand_ins.h; other rows that refer to what is lost stay without the reference, or are
// lost with it where they cannot be without. Fails when nothing can be read, and then leaves nothing.
Result<Salvaged> salvage(const QString& damaged, const QString& target, const Environment& environment,
                         const Progress& progress = {});

} // namespace dtp
