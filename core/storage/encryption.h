// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypting a file that is there.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

// Puts an encrypted file, which opens as `like` does, in the place of a plain one that nobody has open.
Result<> encryptLike(const QString& plain, const QString& like);

} // namespace dtp
