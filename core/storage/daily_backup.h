// SPDX-License-Identifier: GPL-3.0-or-later
// The backup that is made while people work.
#pragma once

#include <base/progress.h>
#include <base/result.h>

namespace dtp
{

class Store;

// A backup into the environment's folder when the newest is older than maximumAge seconds; keeps the newest `keep`. It
// is of the state at its start: who writes meanwhile neither waits nor is in it. When progress stops it, it fails and
// leaves nothing behind.
Result<> backUpIfOlderThan(const Store& store, qint64 maximumAge, int keep, const Progress& progress = {});

// The same at leisure: it rests as long as it works.
Result<> backUpAtLeisure(const Store& store, qint64 maximumAge, int keep, const Progress& progress);

} // namespace dtp
