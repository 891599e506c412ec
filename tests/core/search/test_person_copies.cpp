// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("the copies of fields beside the keys follow every change of a person", "[search][random]")
{
    FreshStore file;
    Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    const auto count = [&](const char* query) {
        return countRecords(*file, Entity::Person, *readQuery(*file, Entity::Person, QLatin1String(query))).value();
    };
    CHECK(count("country:KH birth_year:none") == 1);
    person.country = QStringLiteral("WS");
    person.birthYear = 1980;
    REQUIRE_OK(file->change(QStringLiteral("Move"), [&](ChangeWriter& writer) { return writer.update(person); }));
    CHECK(count("country:KH") == 0);
    CHECK(count("country:WS birth_year:1980") == 1);
    REQUIRE_OK(file->undo());
    CHECK(count("country:KH birth_year:none") == 1);
    CHECK(file->check().value() == QStringList());
    // What another program changed is seen by the check, and mended at the next opening.
    person.country = QStringLiteral("TH");
    REQUIRE(sqlite3_exec(file->handle(), "UPDATE person SET country = 'TH'", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(file->check().value().size() == 1);
    file.reopen();
    CHECK(count("country:TH") == 1);
    CHECK(file->check().value() == QStringList());
}
