// SPDX-License-Identifier: GPL-3.0-or-later
// person_key, the table of the index that has a row for each person: keys for sorting and for equal names, and a copy
// of the short fields that most searches ask for. One index holds them in the order of names, so that a list by name,
// its filters and counts of a million people need not read the records.
#pragma once

#include <base/result.h>

struct sqlite3;

namespace dtp
{

// Whether the table has a copy of this column of person.
bool isInPersonKeys(const char* column);

// Makes what is not there; drops what is there first, with its indexes.
Result<> createPersonKeys(sqlite3* database);
Result<> indexPersonKeys(sqlite3* database);
Result<> dropPersonKeys(sqlite3* database);
// Of a file of the index's version 1, whose keys had no copies.
Result<> addCopiesToPersonKeys(sqlite3* database);

// Adds the keys of a person: the person, the key for sorting, and that for equal names are its marks.
QByteArray addPersonKeySql();
// How many rows are not as the records say, besides their keys.
QByteArray wrongPersonKeysSql();

} // namespace dtp
