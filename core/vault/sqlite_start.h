// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite as every part of the program uses it. Whoever calls it first decides how it works, so that nobody else may.
#pragma once

namespace dtp::vault
{

// Call before anything else of SQLite; more than once does no harm, from any thread.
void startSqlite();
// Whether SQLite keeps an account of its memory, which costs a lock at every allocation. False after startSqlite().
bool keepsMemoryAccount();

} // namespace dtp::vault
