// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of one table of a damaged file.
#pragma once

#include <base/result.h>

#include <QStringList>
#include <set>

namespace dtp
{

class Connection;

// Before anything of a damaged file is read.
Result<> readWhatCanBe(Connection& damaged);

struct RescuedTable {
    qint64 kept = 0;           // rows that could be read
    qint64 lost = 0;           // rows of which it is known that they were there
    bool isBroken = false;     // there may have been more, of which nothing is known
    std::set<qint64> lostKeys; // SQLite's own of those that are lost
};

// Row by row into the table of the same name in another file, in the columns that both know. Rows that are there
// already, by their key, stay as they are there. What cannot be read is no error; what cannot be written is.
Result<RescuedTable> rescueTable(Connection& from, Connection& to, const QString& table);

// The first column of each row.
Result<QStringList> textsOf(Connection& connection, const QByteArray& sql);

} // namespace dtp
