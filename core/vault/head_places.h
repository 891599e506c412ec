// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an encrypted file of which the beginning was cut off, or that has something else before it.
#pragma once

#include <QString>
#include <vector>

namespace dtp::vault
{

// Where whole copies of a head begin in the first bytes of a file, in their order: one at 0 and one at the second
// page, where nothing is wrong with it.
std::vector<qint64> headPlaces(const QString& path);

} // namespace dtp::vault
