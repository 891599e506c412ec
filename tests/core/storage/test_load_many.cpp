// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <records/people.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
qint64 indexCount(const Store& store)
{
    auto count = Statement::prepare(store.handle(),
                                    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
    REQUIRE_OK(count);
    REQUIRE_OK(count->step());
    return count->integer(0);
}

Result<> addTwo(ChangeWriter& writer)
{
    Person person;
    person.givenName = QStringLiteral("Dara");
    DTP_CHECK(writer.insert(person));
    AlternateName name;
    name.person = person.id;
    name.name = QStringLiteral("Da");
    DTP_CHECK(writer.insert(name));
    return {};
}
} // namespace

TEST_CASE("loading many leaves the records, all indexes and nothing to undo", "[store]")
{
    FreshStore file;
    const qint64 before = indexCount(*file);
    REQUIRE_OK(file->loadMany(&addTwo));
    CHECK(*file->count(Entity::Person) == 1);
    CHECK(*file->count(Entity::AlternateName) == 1);
    CHECK(indexCount(*file) == before);
    CHECK_FALSE(file->nextUndo());
    const auto problems = file->check();
    REQUIRE_OK(problems);
    CHECK(*problems == QStringList());
}

TEST_CASE("loading many refuses a reference to nothing and keeps the file as it was", "[store]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
    const QString before = contentOf(*file);
    const qint64 indexes = indexCount(*file);
    const auto refused = file->loadMany([](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(addTwo(writer));
        AlternateName name;
        name.person = {12345};
        name.name = QStringLiteral("Nobody's");
        DTP_CHECK(writer.insert(name));
        return {};
    });
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().sentence.isEmpty());
    CHECK((contentOf(*file) == before));
    CHECK(indexCount(*file) == indexes);
    // References are watched again afterwards.
    const auto wrong = file->change(QStringLiteral("Add a name"), [](ChangeWriter& writer) -> Result<> {
        AlternateName name;
        name.person = {12345};
        name.name = QStringLiteral("Nobody's");
        DTP_CHECK(writer.insert(name));
        return {};
    });
    CHECK_FALSE(wrong);
}

TEST_CASE("loading many that fails half way keeps the file as it was", "[store]")
{
    FreshStore file;
    const QString before = contentOf(*file);
    const qint64 indexes = indexCount(*file);
    CHECK_FALSE(file->loadMany([](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(addTwo(writer));
        return fail(QStringLiteral("Stopped."));
    }));
    CHECK((contentOf(*file) == before));
    CHECK(indexCount(*file) == indexes);
}
