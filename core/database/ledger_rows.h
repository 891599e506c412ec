// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of what left, where a file is opened or another takes its place.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

class Connection;

// Says in entries that were begun and not completed, since the program was killed, that they may have left; clears the
// folders that it was filling then.
Result<> closeBegunLedgerEntries(Connection& connection);
// In a copy of the file: the entry that was begun for this copy, of that name. That it is there shows that it left.
Result<> completeEntryOfCopy(Connection& copy, const QString& fileName);

// Entries of another file that this one has not, as of a file and its older backup.
Result<> takeOverLedger(Connection& connection, const QString& otherFile);
// The same of a damaged one, as far as they can be read; nothing is written to it. False when that may not be all.
Result<bool> rescueLedger(Connection& connection, const QString& damaged);

} // namespace dtp
