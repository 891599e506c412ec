// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the schema of a file may call no function that does more than compute.
#include <database/connection.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("The schema of a file is not trusted by the connection that works on it", "[storage]")
{
    FreshStore fresh;
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        fresh.store.reset();
        auto store = Store::open(fresh.path(QStringLiteral("test.dtp")), fresh.environment, mode);
        REQUIRE_OK(store);
        auto pragma = Statement::prepare((*store)->handle(), "PRAGMA trusted_schema");
        REQUIRE_OK(pragma);
        REQUIRE(pragma->step().value());
        CHECK(pragma->integer(0) == 0);
    }
}
