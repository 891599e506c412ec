// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing people from the settings of a file: drafts of forms, decisions of imports, kept words.
#pragma once

#include <erasure/erase_records.h>

namespace dtp
{

// How many settings were changed.
Result<qint64> eraseFromSettings(sqlite3* database, const ErasedRecords& erased, const TextsWithout& texts);
// Where the day stands on which a person was erased.
QString erasedKey(qint64 person);

} // namespace dtp
