// SPDX-License-Identifier: GPL-3.0-or-later
// What filters mean: of today where a word is about today, and of one record where more is said of it.
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <search/record_search.h>
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

// Titles of what a query finds, in order.
QStringList found(const Store& store, Entity entity, const char* text)
{
    const auto query = readQuery(store, entity, s(text));
    REQUIRE_OK(query);
    const auto ids = findRecords(store, entity, *query);
    REQUIRE_OK(ids);
    CHECK(countRecords(store, entity, *query).value() == static_cast<qint64>(ids->size()));
    QStringList names;
    for (const qint64 id : *ids)
        names.append(store.titleOf(entity, id));
    return names;
}

QStringList people(const Store& store, const char* text)
{
    return found(store, Entity::Person, text);
}

QString problem(const Store& store, Entity entity, const char* text)
{
    const auto query = readQuery(store, entity, s(text));
    return query ? QString() : query.error().sentence;
}

// The clock of a fresh store says 1 June 2026.
struct World {
    FreshStore file;
    Person dara = addPerson(*file, s("Dara"), s("Sok"), s("KH"));
    Person mei = addPerson(*file, s("Mei"), s("Tan"), s("MY"));
    Person ana = addPerson(*file, s("Ana"), s("Uy"), s("TL"));
    QString sok = s("Dara Sok");
    QString tan = s("Mei Tan");
    QString uy = s("Ana Uy");

    void change(const std::function<Result<>(ChangeWriter&)>& deed) { REQUIRE_OK(file->change(s("More"), deed)); }
    QStringList operator()(const char* text) { return people(*file, text); }
};
} // namespace

TEST_CASE("willing is said of the skill that is asked for", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        PersonSkill both{{}, w.dara.id, s("un_treaty_bodies"), s("advanced"), {}, {}, {}, true, false, false};
        PersonSkill one{{}, w.mei.id, s("un_treaty_bodies"), s("basic"), {}, {}, {}, false, false, false};
        PersonSkill other{{}, w.mei.id, s("advocacy"), s("advanced"), {}, {}, {}, true, false, false};
        for (PersonSkill* skill : {&both, &one, &other}) {
            const auto code = writer.store()
                                  .vocabulary(s("skills"))
                                  .codeFor(skill->skill == s("advocacy") ? s("Advocacy") : s("UN treaty bodies"));
            skill->skill = code.value_or(skill->skill);
            DTP_CHECK(writer.insert(*skill));
        }
        return {};
    });
    CHECK(w("skill:\"UN treaty bodies\"") == QStringList{w.sok, w.tan});
    CHECK(w("willing:train") == QStringList{w.sok, w.tan});
    CHECK(w("skill:\"UN treaty bodies\" willing:train") == QStringList{w.sok});
    CHECK(w("willing:train skill:\"UN treaty bodies\"") == QStringList{w.sok});
    CHECK(w("skill:\"UN treaty bodies\"(willing:train)") == QStringList{w.sok});
    CHECK(w("skill:\"UN treaty bodies\"(level:basic)") == QStringList{w.tan});
    CHECK(w("skill:\"UN treaty bodies\"(level:basic or willing:train)") == QStringList{w.sok, w.tan});
    CHECK(w("skill:\"UN treaty bodies\"(-willing:train)") == QStringList{w.tan});
    CHECK(w("skill:(level:advanced willing:train)") == QStringList{w.sok, w.tan});
    // Of two skills in one search nobody can tell which is meant: any.
    CHECK(w("skill:\"UN treaty bodies\" skill:advocacy willing:train") == QStringList{w.tan});
    CHECK(w("skill:none") == QStringList{w.uy});
    CHECK(w("-skill:any") == QStringList{w.uy});
}

TEST_CASE("network: finds whose term holds today, and says ever for all", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(network, writer.insert(Network{{}, s("Asian BHR network"), {}, {}, {}, {}, {}, {}, {}, {}, true, {}}));
        DTP_CHECK(writer.insert(Membership{{}, network, w.dara.id, s("focal_point"), PartialDate(2020), {}, {}}));
        DTP_CHECK(writer.insert(
            Membership{{}, network, w.mei.id, s("focal_point"), PartialDate(2015), PartialDate(2019), {}}));
        DTP_CHECK(writer.insert(Membership{{}, network, w.ana.id, s("member"), PartialDate(2027), {}, {}}));
        return {};
    });
    CHECK(w("network:BHR") == QStringList{w.sok});
    CHECK(w("-network:BHR") == QStringList{w.tan, w.uy});
    CHECK(w("network:BHR(ever)") == QStringList{w.sok, w.tan, w.uy});
    CHECK(w("network:BHR(ever role:\"Focal point\")") == QStringList{w.sok, w.tan});
    CHECK(w("network:BHR(role:focal_point)") == QStringList{w.sok});
    CHECK(w("network:BHR(to:<2020)") == QStringList{w.tan}); // who asks for a time means that time
    CHECK(w("network:none") == QStringList{w.tan, w.uy});
    CHECK(w("network:none(ever)") == QStringList{});
    CHECK(found(*w.file, Entity::Network, "member:\"sok dara\"") == QStringList{s("Asian BHR network")});
    CHECK(found(*w.file, Entity::Network, "member:tan") == QStringList{});
    CHECK(found(*w.file, Entity::Network, "member:tan(ever)") == QStringList{s("Asian BHR network")});
    CHECK(found(*w.file, Entity::Network, "vacant:focal_point") == QStringList{});
    CHECK(found(*w.file, Entity::Network, "vacant:coordinator") == QStringList{s("Asian BHR network")});
}

TEST_CASE("What stands in parentheses behind a record that is referred to holds of that record", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(forum, writer.insert(Organisation{{}, s("Mekong Forum"), s("MF"), {}, {}, {}, {}, {}, {}, {}}));
        DTP_CHECK(writer.insert(Affiliation{{}, w.dara.id, forum, s("Director"), s("ngo"), {}, {}}));
        DTP_CHECK(writer.insert(Affiliation{{}, w.mei.id, forum, s("Lawyer"), s("ngo"), {}, {}}));
        return {};
    });
    const auto count = [&](const char* text) {
        const auto query = readQuery(*w.file, Entity::Affiliation, s(text));
        REQUIRE_OK(query);
        return countRecords(*w.file, Entity::Affiliation, *query).value();
    };
    CHECK(count("person:any") == 2);
    CHECK(count("person:any(family_name:Sok)") == 1);
    CHECK(count("person:tan(family_name:Sok)") == 0);
    CHECK(count("-person:any(family_name:Sok)") == 1);
    CHECK(count("organisation:forum(name:mekong)") == 2);
    CHECK(count("organisation:forum(name:river)") == 0);
    CHECK(readQuery(*w.file, Entity::Affiliation, s("person:any(foo:bar)")).error().sentence.contains(s("foo")));
    CHECK_FALSE(readQuery(*w.file, Entity::Affiliation, s("person:any(ever)")));
}

TEST_CASE("organisation: and sector: find present jobs, not past ones", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(forum, writer.insert(Organisation{{}, s("Mekong Forum"), s("MF"), {}, {}, {}, {}, {}, {}, {}}));
        DTP_CHECK(writer.insert(Affiliation{{}, w.dara.id, forum, s("Director"), s("ngo"), {}, {}}));
        DTP_CHECK(writer.insert(Affiliation{{}, w.mei.id, forum, s("Lawyer"), s("ngo"), {}, PartialDate(2019)}));
        return {};
    });
    CHECK(w("organisation:forum") == QStringList{w.sok});
    CHECK(w("organisation:forum(ever)") == QStringList{w.sok, w.tan});
    CHECK(w("sector:ngo") == QStringList{w.sok});
    CHECK(w("sector:ngo(ever)") == QStringList{w.sok, w.tan});
    CHECK(w("role:lawyer") == QStringList{});
    CHECK(w("role:lawyer(ever)") == QStringList{w.tan});
    CHECK(w("organisation:forum(role:director)") == QStringList{w.sok});
    CHECK(found(*w.file, Entity::Organisation, "person:mei") == QStringList{});
    CHECK(found(*w.file, Entity::Organisation, "person:mei(ever)") == QStringList{s("Mekong Forum")});
}

TEST_CASE("workshop: finds those who took part or are coming, not those who declined", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        Workshop workshop;
        workshop.title = s("Alumni in Bangkok");
        DTP_TRY(bangkok, writer.insert(workshop));
        DTP_CHECK(
            writer.insert(Invitation{{}, bangkok, w.dara.id, s("attended"), s("participant"), {}, {}, {}, {}, {}}));
        DTP_CHECK(
            writer.insert(Invitation{{}, bangkok, w.mei.id, s("declined"), s("participant"), {}, {}, {}, {}, {}}));
        DTP_CHECK(
            writer.insert(Invitation{{}, bangkok, w.ana.id, s("accepted"), s("participant"), {}, {}, {}, {}, {}}));
        return {};
    });
    CHECK(w("workshop:Bangkok") == QStringList{w.sok, w.uy});
    CHECK(w("-workshop:Bangkok") == QStringList{w.tan});
    CHECK(w("workshop:Bangkok(ever)") == QStringList{w.sok, w.tan, w.uy});
    CHECK(w("workshop:Bangkok(state:declined)") == QStringList{w.tan});
    CHECK(found(*w.file, Entity::Workshop, "invited:mei") == QStringList{s("Alumni in Bangkok")});
    CHECK(found(*w.file, Entity::Workshop, "invited:mei(state:attended)") == QStringList{});
}

TEST_CASE("program: finds all who took part, whenever that was", "[search][filters]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(series, writer.insert(ProgramSeries{{}, s("Business and Human Rights"), s("BHR"), {}, {}}));
        DTP_TRY(edition, writer.insert(ProgramEdition{
                             {}, series, s("Manila course"), PartialDate(1997, 6), {}, {}, {}, {}, {}}));
        DTP_CHECK(writer.insert(Participation{{}, w.dara.id, edition, s("participant"), {}, {}}));
        DTP_CHECK(writer.insert(Participation{{}, w.mei.id, edition, s("trainer"), {}, {}}));
        return {};
    });
    CHECK(w("program:bhr") == QStringList{w.sok, w.tan});
    CHECK(w("program:manila(role:trainer)") == QStringList{w.tan});
    CHECK(w("program:any(program:any(start:1990-1999))") == QStringList{w.sok, w.tan});
    CHECK(w("year:<1998") == QStringList{w.sok, w.tan});
    CHECK(found(*w.file, Entity::ProgramEdition, "participant:dara") == QStringList{s("Manila course")});
    CHECK(found(*w.file, Entity::ProgramEdition, "start:1997 -participant:uy") == QStringList{s("Manila course")});
    CHECK(found(*w.file, Entity::ProgramEdition, "start:>1997") == QStringList{});
    CHECK(found(*w.file, Entity::ProgramEdition, "series:bhr") == QStringList{s("Manila course")});
}

TEST_CASE("alternatives, groups and numbers are understood", "[search][filters]")
{
    World w;
    w.dara.birthYear = 1975;
    w.mei.birthYear = 1988;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(w.dara));
        return writer.update(w.mei);
    });
    CHECK(w("country:KH or mei") == QStringList{w.sok, w.tan});
    CHECK(w("-(country:KH or mei)") == QStringList{w.uy});
    CHECK(w("birth_year:>1980") == QStringList{w.tan});
    CHECK(w("birth_year:1970-1980") == QStringList{w.sok});
    CHECK(w("birth_year:none") == QStringList{w.uy});
    CHECK(w("birth_year:any (country:KH or country:TL)") == QStringList{w.sok});
    CHECK(w("-mei") == QStringList{w.sok, w.uy});
    CHECK(problem(*w.file, Entity::Person, "birth_year:young").startsWith(s("“young” is not a number.")));
    CHECK(problem(*w.file, Entity::Person, "last_verified:soon").startsWith(s("“soon” is not a date here.")));
    CHECK(problem(*w.file, Entity::Person, "gender:female(ever)") ==
          s("Nothing can be said in parentheses behind “gender:”."));
    CHECK(problem(*w.file, Entity::Person, "network:x(colour:red)").startsWith(s("“colour:” is not known.")));
}

TEST_CASE("saved searches are sets that other searches name, without going round in circles", "[search][sets]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(Segment{{}, s("South"), s("country:MY,TL"), {}}));
        DTP_CHECK(writer.insert(Segment{{}, s("South \"new\""), s("in:South -mei"), {}}));
        DTP_CHECK(writer.insert(Segment{{}, s("A"), s("in:B"), {}}));
        DTP_CHECK(writer.insert(Segment{{}, s("B"), s("sok or in:A"), {}}));
        return {};
    });
    CHECK(w("in:south") == QStringList{w.tan, w.uy});
    CHECK(w("-in:South") == QStringList{w.sok});
    CHECK(w("in:\"South \\\"new\\\"\"") == QStringList{w.uy});
    CHECK(w("in:South -in:\"South \\\"new\\\"\"") == QStringList{w.tan});
    CHECK(problem(*w.file, Entity::Person, "in:A") ==
          s("The saved search “A” asks for itself, by way of what it names."));
    CHECK(problem(*w.file, Entity::Person, "in:North") == s("There is no saved search called “North”."));
}

TEST_CASE("records of every type are found by words and by their fields", "[search][types]")
{
    World w;
    w.change([&](ChangeWriter& writer) -> Result<> {
        Workshop workshop;
        workshop.title = s("Réunion in Bangkok");
        workshop.start = QDate(2026, 3, 1);
        workshop.capacity = 28;
        DTP_TRY(bangkok, writer.insert(workshop));
        Report report;
        report.title = s("What we learnt");
        report.workshop = bangkok;
        DTP_TRY(learnt, writer.insert(report));
        Recommendation more;
        more.report = learnt;
        more.text = s("More training on treaty bodies");
        more.due = QDate(2025, 12, 31);
        DTP_CHECK(writer.insert(more));
        Recommendation fewer;
        fewer.text = s("Fewer meetings");
        fewer.status = s("done");
        DTP_CHECK(writer.insert(fewer));
        Task task;
        task.title = s("Book the venue");
        task.workshop = bangkok;
        DTP_CHECK(writer.insert(task));
        DTP_CHECK(writer.insert(Organisation{{}, s("Đồng Minh"), s("DM"), {}, s("VN"), {}, {}, {}, {}, {}}));
        return {};
    });
    const Store& store = *w.file;
    CHECK(found(store, Entity::Workshop, "reunion bang") == QStringList{s("Réunion in Bangkok")});
    CHECK(found(store, Entity::Workshop, "start:2026 capacity:>20") == QStringList{s("Réunion in Bangkok")});
    CHECK(found(store, Entity::Workshop, "start:<2026-03-01") == QStringList{});
    CHECK(found(store, Entity::Workshop, "report:learnt") == QStringList{s("Réunion in Bangkok")});
    CHECK(found(store, Entity::Recommendation, "due:<2026-01-01") == QStringList{s("More training on treaty bodies")});
    CHECK(found(store, Entity::Recommendation, "overdue:yes") == QStringList{s("More training on treaty bodies")});
    CHECK(found(store, Entity::Recommendation, "overdue:no") == QStringList{s("Fewer meetings")});
    CHECK(found(store, Entity::Recommendation, "-overdue:yes") == QStringList{s("Fewer meetings")});
    CHECK(readQuery(store, Entity::Recommendation, s("overdue:soon")).error().sentence ==
          s("“soon” is not known here. Write yes or no."));
    CHECK(found(store, Entity::Recommendation, "due:none") == QStringList{s("Fewer meetings")});
    CHECK(found(store, Entity::Recommendation, "status:open,done training or meet").size() == 2);
    CHECK(found(store, Entity::Recommendation, "report:learnt") == QStringList{s("More training on treaty bodies")});
    CHECK(found(store, Entity::Recommendation, "learnt") == QStringList{s("More training on treaty bodies")});
    CHECK(found(store, Entity::Task, "done:no workshop:bangkok") == QStringList{s("Book the venue")});
    CHECK(found(store, Entity::Organisation, "dong") == QStringList{s("Đồng Minh")});
    CHECK(found(store, Entity::Organisation, "country:\"Viet Nam\" name:minh") == QStringList{s("Đồng Minh")});
    CHECK(found(store, Entity::Organisation, "region:\"South-East Asia\"") == QStringList{s("Đồng Minh")});
    for (const RecordType& type : allRecordTypes()) {
        INFO(type.table);
        for (const SearchKey& key : searchKeys(type.entity)) {
            INFO(key.example.toStdString());
            CHECK_FALSE(key.label.isEmpty());
            if (key.key == s("in"))
                continue; // there is no such list
            const auto query = readQuery(store, type.entity, key.example);
            REQUIRE_OK(query);
            CHECK(findRecords(store, type.entity, *query).has_value());
            CHECK(countRecords(store, type.entity, *query).has_value());
        }
        CHECK(findRecords(store, type.entity, parseQuery(s("nothing of the kind")))->empty());
        CHECK(searchedType(QLatin1String(type.table)).value() == type.entity);
    }
    CHECK(searchedType(s("organisations")).value() == Entity::Organisation);
    CHECK(searchedType(s("People")).value() == Entity::Person);
    CHECK(searchedType(s("contacts")).value() == Entity::ContactPoint);
    for (const char* edition : {"program", "programme", "editions", "Program-Editions", "courses"})
        CHECK(searchedType(QLatin1String(edition)).value() == Entity::ProgramEdition);
    CHECK(searchedType(s("participants")).value() == Entity::Participation);
    CHECK(searchedType(s("memberships")).value() == Entity::Membership);
    CHECK_FALSE(searchedType(s("partners"))); // of a program or of a workshop
    CHECK(searchedType(s("planets")).error().sentence.startsWith(s("“planets” is not a kind of record.")));
}

TEST_CASE("the first page of very many is the beginning of the whole list", "[search][filters]")
{
    FreshStore file;
    REQUIRE_OK(file->load([&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(network, writer.insert(Network{{}, s("Large"), {}, {}, {}, {}, {}, {}, {}, {}, true, {}}));
        for (int i = 0; i < 3600; ++i) {
            Person person;
            person.givenName = s("Given");
            person.familyName = QStringLiteral("F%1").arg((i * 7919) % 3600); // in no order
            person.country = i % 50 == 0 ? s("TL") : s("KH");
            person.gender = i % 60 == 0 ? s("female") : QString(); // few, and some of them in the last country
            DTP_CHECK(writer.insert(person));
            if (i % 20 != 3)
                DTP_CHECK(writer.insert(Membership{{}, network, person.id, s("member"), {}, {}, {}}));
            if (i % 3 == 0)
                DTP_CHECK(writer.insert(Membership{{}, network, person.id, s("adviser"), {}, {}, {}}));
        }
        return {};
    }));
    for (const char* text : {"country:KH", "country:TL", "network:large", "network:large(role:adviser)",
                             "-network:large", "network:none", "network:none,large", "network:any country:KH",
                             "country:KH or network:large", "silent:>1y", "gender:female"}) {
        INFO(text);
        const auto query = readQuery(*file, Entity::Person, s(text));
        REQUIRE_OK(query);
        for (const RecordOrder& order : {RecordOrder{s("name"), false}, RecordOrder{s("name"), true},
                                         RecordOrder{s("country"), false}, RecordOrder{s("country"), true}}) {
            INFO(order.key.toStdString() << (order.isDescending ? " descending" : ""));
            const auto all = findRecords(*file, Entity::Person, *query, order);
            const auto page = findRecords(*file, Entity::Person, *query, order, 40, 10);
            REQUIRE_OK(all);
            REQUIRE_OK(page);
            CHECK(countRecords(*file, Entity::Person, *query).value() == static_cast<qint64>(all->size()));
            REQUIRE(all->size() >= 50);
            CHECK(*page == std::vector<qint64>(all->begin() + 10, all->begin() + 50));
        }
    }
}
