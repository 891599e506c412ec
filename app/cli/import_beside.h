// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that import have in common.
#pragma once

#include "cli.h"

#include <sheets/sheet_reader.h>
#include <storage/automatic_backup.h>

#include <functional>

class QIODevice;

namespace dtp::cli
{

std::vector<Option> importOptions();
SheetOptions sheetOptions(const Call& call);

// The lists beside an import that are asked for: each whole or not at all, and its owner's alone. They replace neither
// the database nor the file that is imported, nor each other; the ledger of a file that is open to write has them.
struct ImportList {
    const char* option; // that asks for it: "--log"
    qint64 rows;
    std::function<Result<>(QIODevice&)> write;
};
Result<> writeLists(const Call& call, const QString& imported, Store& store, const std::vector<ImportList>& lists);

// The lists of a plan, a backup, and its records, unless it is a trial. Gives what there is to say beside.
template <class Plan, class File>
Result<QStringList> carryOut(const Call& call, const QString& path, Store& store, const File& file, const Plan& plan)
{
    DTP_CHECK(store.soundness().get());
    // The lists first: where they cannot be written nothing is imported.
    DTP_CHECK(writeLists(
        call, path, store,
        {{"--rejects", plan.counts().rejected, [&](QIODevice& device) { return plan.writeRejected(device); }},
         {"--log", plan.counts().rows, [&](QIODevice& device) { return plan.writeLog(device); }}}));
    QStringList remarks = file.remarks();
    if (!call.has("--dry-run")) {
        DTP_TRY(ofBackup, backUpBefore(store));
        remarks += ofBackup;
        DTP_CHECK(plan.apply(store));
    }
    return remarks;
}

// How much of the file could not be read as what it was for.
void lineOfDoubts(qint64 notUnderstood, qint64 cellsInError, Output& output);

// The import of people, which has a verb of its own.
Outcome importPeople(const QString& path, const Session& session, const Call& call, Output& output);

} // namespace dtp::cli
