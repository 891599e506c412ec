// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file that leaves may be written: never over what would be lost by it.
#pragma once

#include <base/result.h>

#include <QStringList>

namespace dtp
{

// Fails with a sentence when a file at target would replace one of these (the open database, the sheet that is being
// imported), whatever name it has there, or what SQLite keeps beside a database; or any database at all; or when
// target is a symbolic link, or a file that cannot be looked into.
Result<> checkOutput(const QString& target, const QStringList& kept);

} // namespace dtp
