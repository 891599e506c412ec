// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's way to encrypted files: a VFS (https://www.sqlite.org/vfs.html) above the system's own.
#pragma once

namespace dtp::vault
{

// The name to open with, as in "file:…?vfs=dtp-vault"; registers it at the first call. Only files that
// vault::create() made can be opened with it, and only when they are unlocked.
const char* vaultFilesName();

// What SQLITE_FCNTL_RESERVE_BYTES has to be told before the first table is made.
constexpr int reservedBytes = 32;

} // namespace dtp::vault
