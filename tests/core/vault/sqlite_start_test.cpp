// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <vault/sqlite_start.h>
#include <vault/vault.h>

using namespace dtp;

// It was kept for as long as looking whether a file is encrypted came before the first connection, which asked for
// none.
TEST_CASE("SQLite keeps no account of its memory, whatever is called first", "[vault]")
{
    (void)vault::isVault(QStringLiteral("/not/there"));
    CHECK_FALSE(vault::keepsMemoryAccount());
}
