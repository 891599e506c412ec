// SPDX-License-Identifier: GPL-3.0-or-later
// How many people there must be for their number to be shown to outsiders: the threshold of small_cells.h, kept in the
// file.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

class Store;

constexpr int leastSmallCell = 2; // below it nothing would be hidden
constexpr int greatestSmallCell = 1000;

int smallCellOf(const Store& store); // 5, unless the file says otherwise
// As somebody typed it: from the least to the greatest.
Result<> setSmallCell(Store& store, const QString& typed);
// For one export, as somebody typed it: not less than the file says, for what left before was made with that.
Result<int> askedSmallCell(const Store& store, const QString& typed);

} // namespace dtp
