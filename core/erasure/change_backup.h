// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a backup that is there.
#pragma once

#include <storage/store.h>

namespace dtp
{

// Changes a copy of a backup, which takes its place when it is whole and looked through; a kill leaves the one or the
// other. What was there before is written over. Fails for one of an older layout, and for one that is locked.
Result<> changeBackup(const QString& backup, const Environment& environment,
                      const std::function<Result<>(Store&)>& change);

} // namespace dtp
