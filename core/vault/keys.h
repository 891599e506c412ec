// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of files that are unlocked in this process. SQLite's ways to files are the process's, and so are these:
// whoever opens a connection names a path and no key.
#pragma once

#include "cipher.h"

#include <memory>

namespace dtp::vault
{

// By a vault's id; null when it is locked.
std::shared_ptr<const SecretBytes> masterKeyOf(const QByteArray& vaultId);
void rememberKey(const QByteArray& vaultId, SecretBytes master);
void forgetKey(const QByteArray& vaultId);
void forgetAllKeys();

} // namespace dtp::vault
