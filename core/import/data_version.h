// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the data is still as it was when a plan was made for it.
#pragma once

#include <storage/store.h>

#include <utility>

namespace dtp
{

// Changes with every change, undo and redo.
std::pair<qint64, int> dataVersion(const Store& store);

} // namespace dtp
