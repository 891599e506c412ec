// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the schema of a file may call no function that does more than compute.
#include <database/connection.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <sqlite3.h>
#include <vector>

using namespace dtp;
using namespace dtp::test;

namespace
{
std::vector<sqlite3*> opened;

int noteOpened(sqlite3* database, char**, const sqlite3_api_routines*)
{
    opened.push_back(database);
    return SQLITE_OK;
}
} // namespace

TEST_CASE("The schema of a file is not trusted by the connection that works on it", "[storage]")
{
    FreshStore fresh;
    addPerson(*fresh, QStringLiteral("Sok"), QStringLiteral("Dara"));
    const QString path = fresh->path();
    fresh.store.reset();
    opened.clear();
    const auto note = reinterpret_cast<void (*)()>(&noteOpened);
    sqlite3_auto_extension(note);
    const auto store = Store::open(path, fresh.environment);
    sqlite3_cancel_auto_extension(note);
    REQUIRE_OK(store);
    (void)(*store)->soundness().get();
    REQUIRE_FALSE(opened.empty());
    // The last that was opened and stays is the store's; those of looking through it are closed by now.
    auto pragma = Statement::prepare(opened.back(), "PRAGMA trusted_schema");
    REQUIRE_OK(pragma);
    REQUIRE(pragma->step().value());
    CHECK(pragma->integer(0) == 0);
}
