// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file is damaged, found out at once or beside other work.
#pragma once

#include <base/result.h>
#include <database/connection.h>

#include <QString>
#include <future>

namespace dtp
{

// Fails where the file is damaged; waits until that is known.
using Soundness = std::shared_future<Result<>>;
Soundness alreadySound();

// SQLite's quick check. A damaged file is not written to from its journal when the connection is closed.
Result<> quickCheck(Connection& connection, const QString& path);
// Statements of the connection end once damage was found: a damaged tree may lead round in circles. soundness lives as
// long as they do.
void stopWhenDamaged(Connection& connection, Soundness& soundness);

} // namespace dtp
