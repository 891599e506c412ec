// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in the order of any column, and in groups.
#include <columns/arranged_records.h>
#include <columns/column_catalogue.h>
#include <records/programs.h>
#include <records/vocabulary.h>
#include <records/workshops.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Four people, of whom each knows something that another does not.
struct World {
    World()
    {
        dara = person("Dara", "Sok", "KH", "female", "Phnom Penh");
        mei = person("Mei", "Chen", "TH", "male", "");
        ana = person("Ana", "Bello", "KH", "", "Battambang");
        tom = person("Tom", "Adams", "", "female", "apia");
        river.name = s("River Watch");
        door.name = s("Open Door");
        addRecords(*file, river, door, dara, mei, ana, tom);
        add(ContactPoint{{}, dara.id, s("email"), s("z@example.org"), {}, false, false, {}});
        add(ContactPoint{{}, dara.id, s("email"), s("b@example.org"), {}, true, false, {}});
        add(ContactPoint{{}, mei.id, s("email"), s("a@example.org"), {}, false, true, {}});
        add(ContactPoint{{}, ana.id, s("email"), s("c@example.org"), {}, false, false, {}});
        add(Affiliation{{}, dara.id, river.id, s("Officer"), {}, {}, {}});
        add(Affiliation{{}, mei.id, door.id, s("Adviser"), {}, {}, {}});
        add(Affiliation{{}, ana.id, river.id, s("Chair"), {}, {}, {}});
        add(ContactNote{{}, mei.id, QDate(2024, 3, 1), {}, s("Called"), {}, {}, {}});
        add(ContactNote{{}, dara.id, QDate(2025, 1, 2), {}, s("Wrote"), {}, {}, {}});
        add(Consent{{}, ana.id, s("directory"), s("agreed"), {}, {}, QDate(2024, 1, 1), {}, {}});
        add(Consent{{}, mei.id, s("directory"), s("refused"), {}, {}, QDate(2024, 1, 1), {}, {}});
    }
    static Person person(const char* given, const char* family, const char* country, const char* gender,
                         const char* place)
    {
        Person one;
        one.givenName = s(given);
        one.familyName = s(family);
        one.country = s(country);
        one.gender = s(gender);
        one.place = s(place);
        return one;
    }
    template <class R>
    void add(R record)
    {
        addRecords(*file, record);
    }
    // Given names in the order that is asked for.
    QStringList people(const char* sort, const char* group = "", const char* query = "")
    {
        const auto asked = readQuery(*file, Entity::Person, s(query));
        REQUIRE_OK(asked);
        const auto ids = arrangedRecords(*file, Entity::Person, *asked, {ordersFromText(s(sort)), s(group)});
        REQUIRE_OK(ids);
        QStringList names;
        for (const qint64 id : *ids)
            names.append(file->get(Id<Person>{id})->givenName);
        return names;
    }

    FreshStore file;
    Person dara, mei, ana, tom;
    Organisation river, door;
};
} // namespace

TEST_CASE("people stand in the order of any column, and who has nothing in it comes last both ways", "[columns]")
{
    World world;
    const auto is = [&](const char* sort, const char* names) {
        CAPTURE(sort);
        CHECK(world.people(sort).join(u' ') == s(names));
    };
    is("name", "Tom Ana Mei Dara");
    is("-name", "Dara Mei Ana Tom");
    is("place", "Tom Ana Dara Mei");
    is("-place", "Dara Ana Tom Mei");
    is("country,-name", "Dara Ana Mei Tom");
    is("-country,name", "Mei Ana Dara Tom");
    is("contact.email", "Dara Ana Tom Mei"); // the preferred one counts, and none that is not to be used
    is("-contact.email", "Ana Dara Tom Mei");
    is("organisation,role", "Mei Ana Dara Tom");
    is("-organisation,-role", "Dara Ana Mei Tom");
    is("last_contact", "Mei Dara Tom Ana");
    is("-last_contact", "Dara Mei Tom Ana");
    is("consent.directory", "Ana Mei Tom Dara");
    is("gender,given_name", "Mei Dara Tom Ana"); // by the words, which are “Man” and “Woman”
}

TEST_CASE("every column of every type can be sorted by, both ways, and says something of each record", "[columns]")
{
    World world;
    for (const RecordType& type : allRecordTypes()) {
        const auto all = world.file->ids(type.entity);
        REQUIRE_OK(all);
        for (const CatalogueColumn& column : columnCatalogue(*world.file, type.entity)) {
            for (const bool isDescending : {false, true}) {
                CAPTURE(type.table, column.key(), isDescending);
                const auto found = arrangedRecords(*world.file, type.entity, {}, {{{column.key(), isDescending}}, {}});
                REQUIRE_OK(found);
                CHECK(found->size() == all->size());
            }
            REQUIRE_OK(cellsOf(*world.file, type.entity, {column}, *all));
            if (column.groups == CatalogueColumn::Groups::None)
                continue;
            const auto ordered = arrangedRecords(*world.file, type.entity, {}, {{}, column.key()});
            REQUIRE_OK(ordered);
            const auto groups = groupsOf(*world.file, type.entity, column.key(), *ordered);
            REQUIRE_OK(groups);
            qint64 counted = 0;
            for (const RecordGroup& group : *groups)
                counted += group.count;
            CHECK(counted == static_cast<qint64>(ordered->size()));
        }
    }
}

TEST_CASE("groups are counted, called as their column shows them, and what is not known is the last", "[columns]")
{
    World world;
    const auto groups = [&](const char* column) {
        const auto ids = arrangedRecords(*world.file, Entity::Person, {}, {{}, s(column)});
        REQUIRE_OK(ids);
        const auto found = groupsOf(*world.file, Entity::Person, s(column), *ids);
        REQUIRE_OK(found);
        QStringList texts;
        for (const RecordGroup& group : *found)
            texts.append(QStringLiteral("%1 %2").arg(group.title).arg(group.count));
        return texts;
    };
    CHECK(groups("country") == QStringList{s("Cambodia 2"), s("Thailand 1"), s("Not known 1")});
    CHECK(groups("organisation") == QStringList{s("Open Door 1"), s("River Watch 2"), s("Not known 1")});
    CHECK(groups("last_contact") == QStringList{s("2024 1"), s("2025 1"), s("Not known 2")});
    CHECK(groups("consent.directory") ==
          QStringList{s("Agreed 1"), s("Refused, withdrawn or ended 1"), s("Not known 2")});
    CHECK(world.people("-name", "country").join(u' ') == s("Dara Ana Mei Tom"));
    CHECK(world.people("-country,name", "country", "country:KH,TH").join(u' ') == s("Mei Ana Dara"));
    const auto refused = checkArrangement(*world.file, Entity::Person, {{}, s("skills")});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.startsWith(s("A list is not grouped by “Skills”")));
    const auto unknown = checkArrangement(*world.file, Entity::Person, {{{s("colour"), false}}, {}});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().sentence.startsWith(s("There is no column “colour”. There are: name, given_name")));
}

TEST_CASE("other lists say what hangs on their records", "[columns]")
{
    World world;
    Network north;
    north.name = s("North");
    Network south;
    south.name = s("South");
    addRecords(*world.file, north, south);
    world.add(Membership{{}, north.id, world.dara.id, s("member"), {}, {}, {}});
    world.add(Membership{
        {}, north.id, world.mei.id, s("focal_point"), {}, PartialDate::fromStorage(s("2099-06")).value(), {}});
    world.add(
        Membership{{}, south.id, world.ana.id, s("member"), {}, PartialDate::fromStorage(s("2001")).value(), {}});
    const auto cells = [&](Entity entity, const QStringList& keys, const std::vector<qint64>& ids) {
        const auto columns = columnsCalled(*world.file, entity, keys);
        REQUIRE_OK(columns);
        const auto rows = cellsOf(*world.file, entity, *columns, ids);
        REQUIRE_OK(rows);
        QStringList lines;
        for (const QStringList& row : *rows)
            lines.append(row.join(QStringLiteral(" | ")));
        return lines;
    };
    CHECK(cells(Entity::Network, {s("name"), s("members"), s("focal_point"), s("term_ends")},
                {north.id.value, south.id.value}) ==
          QStringList{s("North | 2 | Mei Chen | 2099-06"), s("South | 0 |  | ")});
    CHECK(cells(Entity::Organisation, {s("people_now")}, {world.river.id.value}) == QStringList{s("2")});
    CHECK(cells(Entity::Person, {s("name"), s("country"), s("networks_now"), s("last_contact")},
                {world.dara.id.value}) == QStringList{s("Dara Sok | Cambodia | North | 2025-01-02")});
}

TEST_CASE("the first page of very many people is the beginning of the whole list, by any column", "[columns]")
{
    FreshStore file;
    const std::vector<VocabularyTerm> skills = file->vocabulary(s("skills")).terms();
    REQUIRE_OK(file->loadMany([&](ChangeWriter& writer) -> Result<> {
        Organisation organisations[3];
        for (int i = 0; i < 3; ++i) {
            organisations[i].name = QStringLiteral("Organisation %1").arg(i % 2); // two of one name
            DTP_CHECK(writer.insert(organisations[i]));
        }
        const char* countries[] = {"KH", "TH", "WS", ""};
        for (int i = 0; i < 13000; ++i) {
            Person one =
                World::person("Dara", "Sok", countries[i % 4], i % 3 ? "female" : "male", i % 7 ? "Apia" : "");
            one.givenName += QString::number(i % 997);
            one.birthYear = i % 5 ? std::optional(1950 + i % 50) : std::nullopt;
            DTP_CHECK(writer.insert(one));
            if (i % 2)
                DTP_CHECK(writer.insert(ContactPoint{{},
                                                     one.id,
                                                     s("email"),
                                                     QStringLiteral("p%1@example.org").arg(i * 7919 % 13000),
                                                     {},
                                                     i % 4 == 1,
                                                     i % 9 == 0,
                                                     {}}));
            if (i % 3)
                DTP_CHECK(writer.insert(
                    Affiliation{{}, one.id, organisations[i % 3].id, i % 11 ? s("Officer") : s("Chair"), {}, {}, {}}));
            const VocabularyTerm& skill = skills[static_cast<size_t>(i) % skills.size()];
            DTP_CHECK(writer.insert(PersonSkill{{}, one.id, skill.code, {}, {}, {}, {}, false, false, false}));
            if (i % 6 == 0)
                DTP_CHECK(writer.insert(Consent{{},
                                                one.id,
                                                s("directory"),
                                                i % 4 ? s("agreed") : s("refused"),
                                                {},
                                                {},
                                                QDate(2024, 1, 1),
                                                {},
                                                {}}));
        }
        return {};
    }));
    const auto query = readQuery(*file, Entity::Person, s("gender:female"));
    REQUIRE_OK(query);
    for (const CatalogueColumn& column : columnCatalogue(*file, Entity::Person)) {
        for (const char* sort : {"%1", "-%1", "%1,-given_name"}) {
            const Arrangement arrangement{ordersFromText(s(sort).arg(column.key())), {}};
            for (const QueryNode& asked : {QueryNode(), *query}) {
                CAPTURE(column.key(), sort, asked.isEmpty());
                auto whole = arrangedRecords(*file, Entity::Person, asked, arrangement);
                const auto page = arrangedRecords(*file, Entity::Person, asked, arrangement, 60);
                REQUIRE_OK(whole);
                REQUIRE_OK(page);
                whole->resize(60);
                CHECK(*page == *whole);
            }
        }
    }
}
