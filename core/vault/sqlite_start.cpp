// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite_start.h"

#include <sqlite3.h>

namespace dtp::vault
{

void startSqlite()
{
    static const int started = [] {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // nobody reads the account
        return sqlite3_initialize();
    }();
    (void)started;
}

bool keepsMemoryAccount()
{
    void* some = sqlite3_malloc(1);
    const bool isKept = sqlite3_memory_used() > 0;
    sqlite3_free(some);
    return isKept;
}

} // namespace dtp::vault
