// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file has exactly the tables, columns and indexes that this program makes in a file of its version.
#pragma once

#include <base/result.h>
#include <database/connection.h>

#include <QByteArray>

namespace dtp
{

// Fails, as a damaged file, where one is missing or is another. What the index of people has is left out: that is made
// anew from the records.
Result<> checkLayout(Connection& connection, const QString& path);

// Of the layout that a file has, however its SQLite wrote it down.
Result<QByteArray> layoutDigest(Connection& connection);
// Of the layout that the migrations make up to a version; empty: not kept here, and checkLayout() takes longer.
QByteArray keptLayoutDigest(int version);

} // namespace dtp
