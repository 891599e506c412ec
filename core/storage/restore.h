// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QStringList>

namespace dtp
{

// Store::restore(), with sentences about what could not be kept of the file that was replaced.
Result<QStringList> restoreBackup(const QString& backup, const QString& path);

} // namespace dtp
