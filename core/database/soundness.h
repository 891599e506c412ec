// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is damaged, found out at once or beside other work.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <database/connection.h>

#include <QString>
#include <QStringList>
#include <future>

namespace dtp
{

// Fails where the file is damaged; waits until that is known.
using Soundness = std::shared_future<Result<>>;
Soundness alreadySound();

// Whether what stands in the journal stays there, and the journal with it, when the connection is closed.
void keepJournal(Connection& connection, bool isToStay);
// SQLite's quick check. A damaged file is not written to from its journal when the connection is closed.
Result<> quickCheck(Connection& connection, const QString& path);
// SQLite's full check, which compares every index with its table as well, and that of references, as sentences.
Result<QStringList> fullCheck(Connection& connection, const Progress& progress = {});
// The first of those found, and that there are more when there are: a damaged file may have very many faults.
void addFaults(QStringList& all, const QStringList& found, const QString& more);
// Within a transaction, makes all indexes anew from their tables; fails where more than they are damaged. Sentences
// about the records with which they did not agree.
Result<QStringList> rebuildIndexes(Connection& connection);
// Statements of the connection end once damage was found: a damaged tree may lead round in circles. soundness lives as
// long as they do.
void stopWhenDamaged(Connection& connection, Soundness& soundness);

} // namespace dtp
