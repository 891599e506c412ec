// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dtp::fuzz
{

// Reads all rows, and holds the reader to what it promises: rows in order, nothing beyond the limits, and a sentence
// where it refuses.
void readRows(const QString& path);

} // namespace dtp::fuzz
