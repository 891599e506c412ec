// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

// What can be said of a file before SQLite looks: it is not there, empty, cut off, locked, or something else
// altogether.
Result<> checkFileHead(const QString& path);

} // namespace dtp
