// SPDX-License-Identifier: GPL-3.0-or-later
// The collation “people”: texts in the order a reader expects, numbers by their size. Used in ORDER BY only: an index
// of it would not be understood by other programs.
#pragma once

struct sqlite3;

namespace dtp
{

void addPeopleCollation(sqlite3* database);

} // namespace dtp
