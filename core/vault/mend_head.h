// SPDX-License-Identifier: GPL-3.0-or-later
// Both copies of the head of an encrypted file, made alike again.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp::vault
{

// After a change of a passphrase that was killed between them, the older copy holds what was changed or taken away;
// one may be damaged. Of an unlocked file whose lock is held; does nothing to a whole head.
Result<> mendHead(const QString& path);

} // namespace dtp::vault
