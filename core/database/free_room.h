// SPDX-License-Identifier: GPL-3.0-or-later
// Free room in a file, in which what was deleted may still stand: old places of rows, a journal.
#pragma once

#include <base/result.h>

struct sqlite3;

namespace dtp
{

// Within the transaction that deletes: whatever happens, the room is cleared, by the next opening if not before.
Result<> markFreeRoom(sqlite3* database);
// Lays out the file anew and empties its journal. false: another program reads in the file; it is to be done again.
Result<bool> clearFreeRoom(sqlite3* database);
// At opening: when it is marked and was not cleared.
Result<> clearMarkedFreeRoom(sqlite3* database);

} // namespace dtp
