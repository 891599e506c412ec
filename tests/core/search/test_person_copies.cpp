// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <records/programs.h>
#include <search/person_search.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
qint64 countOf(FreshStore& file, const char* query)
{
    return countRecords(*file, Entity::Person, *readQuery(*file, Entity::Person, QLatin1String(query))).value();
}
} // namespace

TEST_CASE("who is one of the alumni follows what becomes of the edition and of the participation", "[search][alumni]")
{
    FreshStore file;
    const Person dara = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    addPerson(*file, QStringLiteral("Mele"), QStringLiteral("Tau"));
    ProgramEdition edition;
    edition.title = QStringLiteral("Annual program");
    edition.start = PartialDate(2098);
    addRecords(*file, edition);
    Participation taken;
    taken.person = dara.id;
    taken.edition = edition.id;
    taken.role = QStringLiteral("participant");
    addRecords(*file, taken);
    CHECK(countOf(file, "alumni:yes") == 0);
    edition.start = PartialDate(1998);
    REQUIRE_OK(file->change(QStringLiteral("Mend"), [&](ChangeWriter& writer) { return writer.update(edition); }));
    CHECK(countOf(file, "alumni:yes") == 1);
    CHECK(countOf(file, "alumni:no") == 1);
    CHECK(countOf(file, "alumni:no Tau") == 1);
    CHECK(file->check().value() == QStringList());
    taken.outcome = QStringLiteral("withdrew");
    REQUIRE_OK(file->change(QStringLiteral("Withdraw"), [&](ChangeWriter& writer) { return writer.update(taken); }));
    CHECK(countOf(file, "alumni:yes") == 0);
    REQUIRE_OK(file->undo());
    CHECK(countOf(file, "alumni:yes") == 1);
    REQUIRE_OK(file->change(QStringLiteral("Remove"), [&](ChangeWriter& writer) {
        return writer.remove(Entity::Participation, taken.id.value);
    }));
    CHECK(countOf(file, "alumni:yes") == 0);
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("texts that few have are found by a part, by having any and by having none", "[search]")
{
    FreshStore file;
    Person dara = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    addPerson(*file, QStringLiteral("Mele"), QStringLiteral("Tau"));
    dara.safeChannel = QStringLiteral("Letters by her sister");
    REQUIRE_OK(file->change(QStringLiteral("Note"), [&](ChangeWriter& writer) { return writer.update(dara); }));
    CHECK(countOf(file, "safe_channel:sister") == 1);
    CHECK(countOf(file, "safe_channel:brother") == 0);
    CHECK(countOf(file, "safe_channel:any") == 1);
    CHECK(countOf(file, "safe_channel:none") == 1);
    CHECK(countOf(file, "safe_channel:none,sister") == 2);
    CHECK(countOf(file, "-safe_channel:sister") == 1);
    CHECK(countOf(file, "-safe_channel:sister Tau") == 1);
}

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
    // What another program changed is seen by the check, and mended when that is asked.
    person.country = QStringLiteral("TH");
    REQUIRE(sqlite3_exec(file->handle(), "UPDATE person SET country = 'TH'", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(file->check().value().size() == 2);
    REQUIRE_OK(file->rebuildIndexes());
    CHECK(count("country:TH") == 1);
    CHECK(file->check().value() == QStringList());
}
