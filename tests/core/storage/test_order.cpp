// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in the order of what people see in them.
#include <records/all_records.h>
#include <records/kinds.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <algorithm>

using namespace dtp;
using namespace dtp::test;

namespace
{
void add(Store& store, std::vector<RecordValues> records)
{
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        for (RecordValues& values : records)
            DTP_CHECK(writer.insert(values));
        return {};
    }));
}

QStringList ordered(const Store& store, Entity entity, const char* field, bool descending = false)
{
    const auto found = store.find(entity, Where().orderBy(field, descending));
    REQUIRE_OK(found);
    QStringList values;
    for (const RecordValues& record : *found)
        values.append(record.text(field));
    return values;
}

const QStringList& scattered()
{
    static const QStringList dates{QStringLiteral("2026-03"), QStringLiteral("~1999"),   QString(),
                                   QStringLiteral("1999"),    QStringLiteral("1999-06"), QStringLiteral("~2027-01-02"),
                                   QStringLiteral("2026")};
    return dates;
}

const QStringList& byTime()
{
    static const QStringList dates{QStringLiteral("1999"),
                                   QStringLiteral("~1999"),
                                   QStringLiteral("1999-06"),
                                   QStringLiteral("2026"),
                                   QStringLiteral("2026-03"),
                                   QStringLiteral("~2027-01-02"),
                                   QString()};
    return dates;
}

QStringList newestFirst()
{
    QStringList dates = byTime();
    std::reverse(dates.begin(), dates.end() - 1);
    return dates;
}
} // namespace

TEST_CASE("programs, affiliations and memberships are listed by time, also when that is estimated", "[order]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    RecordValues organisation(Entity::Organisation, file.ids.next());
    organisation.set("name", QStringLiteral("Green Mekong"));
    RecordValues network(Entity::Network, file.ids.next());
    network.set("name", QStringLiteral("Rivers"));
    std::vector<RecordValues> records{organisation, network};
    for (const QString& date : scattered()) {
        RecordValues edition(Entity::ProgramEdition);
        edition.set("title", QStringLiteral("Course"));
        edition.set("start_date", date);
        RecordValues work(Entity::Affiliation);
        work.set("person_id", person.id.value);
        work.set("organisation_id", organisation.id);
        work.set("to_date", date);
        RecordValues membership(Entity::Membership);
        membership.set("person_id", person.id.value);
        membership.set("network_id", network.id);
        membership.set("from_date", date);
        records.insert(records.end(), {edition, work, membership});
    }
    add(*file, records);
    CHECK(ordered(*file, Entity::ProgramEdition, "start_date") == byTime());
    CHECK(ordered(*file, Entity::ProgramEdition, "start_date", true) == newestFirst());
    CHECK(ordered(*file, Entity::Affiliation, "to_date") == byTime());
    CHECK(ordered(*file, Entity::Affiliation, "to_date", true) == newestFirst());
    CHECK(ordered(*file, Entity::Membership, "from_date") == byTime());
    CHECK(ordered(*file, Entity::Membership, "from_date", true) == newestFirst());
}

TEST_CASE("dates in memory are in the order of those in lists", "[order]")
{
    std::vector<PartialDate> dates;
    for (const QString& text : scattered())
        dates.push_back(PartialDate::fromStorage(text).value());
    const auto texts = [&] {
        QStringList all;
        for (const PartialDate& date : dates)
            all.append(date.toStorage());
        return all;
    };
    std::sort(dates.begin(), dates.end(), EarliestFirst());
    CHECK(texts() == byTime());
    std::sort(dates.begin(), dates.end(), NewestFirst());
    CHECK(texts() == newestFirst());
}

TEST_CASE("what is unknown comes last, whether the list goes up or down", "[order]")
{
    FreshStore file;
    std::vector<RecordValues> workshops;
    for (const char* start : {"2026-05-01", "", "2025-01-31"}) {
        RecordValues workshop(Entity::Workshop);
        workshop.set("title", QStringLiteral("Workshop"));
        workshop.set("start_date", QString::fromLatin1(start));
        workshop.set("capacity", *start ? QVariant(qint64(start[3] - '0')) : QVariant());
        workshops.push_back(workshop);
    }
    add(*file, workshops);
    using List = QStringList;
    CHECK(ordered(*file, Entity::Workshop, "start_date") ==
          List{QStringLiteral("2025-01-31"), QStringLiteral("2026-05-01"), QString()});
    CHECK(ordered(*file, Entity::Workshop, "start_date", true) ==
          List{QStringLiteral("2026-05-01"), QStringLiteral("2025-01-31"), QString()});
    CHECK(ordered(*file, Entity::Workshop, "capacity") == List{QStringLiteral("5"), QStringLiteral("6"), QString()});
    CHECK(ordered(*file, Entity::Workshop, "capacity", true) ==
          List{QStringLiteral("6"), QStringLiteral("5"), QString()});
}

TEST_CASE("countries, words and records are ordered by what they are called", "[order]")
{
    FreshStore file;
    std::vector<RecordValues> records;
    // Switzerland is CH, Cambodia KH, the Philippines PH, Vietnam VN; organisations made in another order than theirs.
    const std::vector<std::pair<const char*, const char*>> made{
        {"CH", "Zebra"}, {"VN", "mekong"}, {"KH", "Asia"}, {"PH", "Élan"}};
    for (const auto& [country, name] : made) {
        RecordValues organisation(Entity::Organisation, file.ids.next());
        organisation.set("name", QString::fromUtf8(name));
        organisation.set("country", QString::fromLatin1(country));
        RecordValues network(Entity::Network);
        network.set("name", QString::fromLatin1(country));
        network.set("partner_id", organisation.id);
        records.insert(records.end(), {organisation, network});
    }
    add(*file, records);
    CHECK(ordered(*file, Entity::Organisation, "country") ==
          QStringList{QStringLiteral("KH"), QStringLiteral("PH"), QStringLiteral("CH"), QStringLiteral("VN")});
    CHECK(ordered(*file, Entity::Organisation, "name") == QStringList{QStringLiteral("Asia"), QStringLiteral("Élan"),
                                                                      QStringLiteral("mekong"),
                                                                      QStringLiteral("Zebra")});
    const auto networks = file->find<Network>(Where().orderBy("partner_id"));
    REQUIRE_OK(networks);
    QStringList names;
    for (const Network& network : *networks)
        names.append(network.name);
    CHECK(names ==
          QStringList{QStringLiteral("KH"), QStringLiteral("PH"), QStringLiteral("VN"), QStringLiteral("CH")});

    // By the file's own words.
    const auto terms = file->find<Term>(Where("vocabulary", QVariant(QStringLiteral("genders"))));
    REQUIRE_OK(terms);
    REQUIRE_OK(file->change(QStringLiteral("Call it otherwise"), [&](ChangeWriter& writer) -> Result<> {
        for (Term term : *terms) {
            if (term.code == QLatin1String("male"))
                term.label = QStringLiteral("A man");
            DTP_CHECK(writer.update(term));
        }
        for (const char* gender : {"female", "male"}) {
            Person person;
            person.givenName = QStringLiteral("Somebody");
            person.gender = QString::fromLatin1(gender);
            DTP_CHECK(writer.insert(person));
        }
        return {};
    }));
    CHECK(ordered(*file, Entity::Person, "gender") == QStringList{QStringLiteral("male"), QStringLiteral("female")});
}

TEST_CASE("every field of every type of record can order a list", "[order]")
{
    FreshStore file;
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            INFO(type.table << "." << field.name);
            CHECK(file->ids(type.entity, Where().orderBy(field.name).first(1)).has_value());
            CHECK(file->ids(type.entity, Where().orderBy(field.name, true).first(1)).has_value());
        }
    }
}

TEST_CASE("a record is found by what it is called", "[storage]")
{
    FreshStore file;
    std::vector<RecordValues> records;
    for (const char* name : {"Green Mekong", "Rivers", "rivers"}) {
        RecordValues organisation(Entity::Organisation, file.ids.next());
        organisation.set("name", QString::fromLatin1(name));
        records.push_back(organisation);
    }
    add(*file, records);
    const qint64 green = records.front().id;
    CHECK(file->recordCalled(Entity::Organisation, QStringLiteral("green mekong")).value() == green);
    CHECK(file->recordCalled(Entity::Organisation, QString::number(green)).value() == green);
    CHECK(file->recordCalled(Entity::Organisation, QStringLiteral("Blue Mekong")).error().sentence ==
          QStringLiteral("There is no organisation called “Blue Mekong”."));
    CHECK(file->recordCalled(Entity::Organisation, QStringLiteral("RIVERS")).error().sentence ==
          QStringLiteral("There are several organisations called “RIVERS”."));
    CHECK_FALSE(file->recordCalled(Entity::Person, QStringLiteral("Green Mekong")));
}
