// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a database, which says how to read it and where its list of tables is, made anew.
#pragma once

#include <QString>

namespace dtp
{

struct StoredRow;

// Both write to the file, which must be a copy that nobody has open; false when there is nothing to make it of.
//
// What SQLite has to know of a file, as this program makes it: the first 100 bytes. The list of tables stays.
bool mendFileHead(const QString& copy);
// The first page, so that it leads to whatever pages of the list of tables can be read.
bool mendTableList(const QString& copy);

// A row of the list of tables: what it is, its name, whose it is, where its tree begins, its SQL.
bool isOfTableList(const StoredRow& row);

} // namespace dtp
