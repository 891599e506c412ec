// SPDX-License-Identifier: GPL-3.0-or-later
#include <figures/catalogue.h>
#include <meaning/alumni.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <map>
#include <random>
#include <set>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const FigureMeasure& measure(const char* key)
{
    const FigureMeasure* found = figureMeasure(s(key));
    REQUIRE(found);
    return *found;
}

const FigureDimension& dimension(const char* key, const char* of = "people")
{
    const FigureDimension* found = figureDimension(s(key), measure(of));
    REQUIRE(found);
    return *found;
}

// "Cambodia 2, Not known 1"
QString said(const Result<std::vector<FigureCount>>& counts)
{
    REQUIRE_OK(counts);
    QStringList parts;
    for (const FigureCount& count : *counts)
        parts << count.label + QLatin1Char(' ') + QString::number(count.count);
    return parts.join(QStringLiteral(", "));
}

struct World {
    std::vector<Person> people;
    std::map<qint64, std::set<QString>> issuesOf;
    std::map<qint64, std::vector<std::pair<int, QString>>> coursesOf; // decade and country, of each participation
};

// People by chance, with several of everything.
World fill(Store& store)
{
    std::mt19937 engine(5);
    const auto below = [&](unsigned count) { return static_cast<size_t>(engine() % count); };
    const auto pick = [&](std::initializer_list<const char*> list) {
        return s(*(list.begin() + below(static_cast<unsigned>(list.size()))));
    };
    World world;
    REQUIRE_OK(store.change(s("Fill"), [&](ChangeWriter& writer) -> Result<> {
        std::vector<ProgramEdition> editions(12);
        for (ProgramEdition& one : editions) {
            one.title = s("Program");
            one.start =
                below(6) == 0 ? PartialDate() : PartialDate(1990 + static_cast<int>(below(36)), 0, 0, below(3) == 0);
            one.country = pick({"", "TH", "AU"});
            DTP_CHECK(writer.insert(one));
        }
        for (int i = 0; i < 200; ++i) {
            Person person;
            person.givenName = s("Somebody");
            person.country = pick({"", "KH", "KH", "FJ", "TH"});
            person.gender = pick({"", "female", "male", "other"});
            if (below(3) != 0)
                person.birthYear = 1940 + static_cast<int>(below(70));
            DTP_CHECK(writer.insert(person));
            for (size_t n = below(4); n > 0; --n) {
                PersonIssue issue;
                issue.person = person.id;
                issue.issue = pick({"land", "women", "own word"});
                DTP_CHECK(writer.insert(issue));
                world.issuesOf[person.id.value].insert(issue.issue);
            }
            for (size_t n = below(4); n > 0; --n) {
                const ProgramEdition& edition = editions[below(12)];
                Participation one;
                one.person = person.id;
                one.edition = edition.id;
                DTP_CHECK(writer.insert(one));
                world.coursesOf[person.id.value].push_back({edition.start.year() / 10 * 10, edition.country});
            }
            world.people.push_back(person);
        }
        return {};
    }));
    return world;
}
} // namespace

TEST_CASE("Each number of a dimension is that of the list behind it", "[figures]")
{
    FreshStore store;
    fill(*store);
    int asked = 0;
    for (const FigureDimension* one : dimensionsFor(measure("people"))) {
        const auto counts = countBy(*store, *one, measure("people"));
        REQUIRE_OK(counts);
        for (const FigureCount& count : *counts) {
            if (count.query.isEmpty())
                continue;
            CAPTURE(one->key, count.value, count.query);
            const auto query = PersonQuery::parse(count.query, *store);
            REQUIRE_OK(query);
            CHECK(*countPeople(*store, *query) == count.count);
            ++asked;
        }
    }
    CHECK(asked > 20);
}

TEST_CASE("People are counted by what they have one of and by what they have several of", "[figures]")
{
    FreshStore store;
    const World world = fill(*store);
    std::map<QString, qint64> byCountry, byIssue, byDecade;
    qint64 withIssue = 0, withDecade = 0;
    for (const Person& person : world.people) {
        ++byCountry[person.country];
        for (const QString& issue :
             world.issuesOf.count(person.id.value) ? world.issuesOf.at(person.id.value) : std::set<QString>())
            ++byIssue[issue];
        withIssue += world.issuesOf.count(person.id.value) > 0;
        std::set<QString> decades;
        if (const auto courses = world.coursesOf.find(person.id.value); courses != world.coursesOf.end())
            for (const auto& [decade, country] : courses->second)
                if (decade > 0)
                    decades.insert(QString::number(decade));
        for (const QString& decade : decades)
            ++byDecade[decade];
        withDecade += !decades.empty();
    }
    const auto check = [&](const char* key, const std::map<QString, qint64>& expected) {
        const auto counts = countBy(*store, dimension(key), measure("people"));
        REQUIRE_OK(counts);
        std::map<QString, qint64> found;
        for (const FigureCount& count : *counts)
            found[count.value] = count.count;
        CAPTURE(key);
        CHECK(found == expected);
        // By number, or by time.
        for (size_t i = 1; i < counts->size(); ++i)
            CHECK((dimension(key).order == FigureDimension::Order::ByValue
                       ? (*counts)[i - 1].value < (*counts)[i].value
                       : (*counts)[i - 1].count >= (*counts)[i].count));
    };
    check("country", byCountry);
    check("issue", byIssue);
    check("decade", byDecade);
    CHECK(*countKnown(*store, dimension("issue"), measure("people")) == withIssue);
    CHECK(*countKnown(*store, dimension("decade"), measure("people")) == withDecade);
    CHECK(*countKnown(*store, dimension("country"), measure("people")) == 200 - byCountry[QString()]);
}

TEST_CASE("A pivot counts each person once a cell, and reads two sides of one record together", "[figures][pivot]")
{
    FreshStore store;
    const World world = fill(*store);
    std::map<std::pair<QString, QString>, qint64> byGender, byDecade;
    for (const Person& person : world.people) {
        ++byGender[{person.country, person.gender}];
        std::set<std::pair<QString, QString>> cells;
        if (const auto courses = world.coursesOf.find(person.id.value); courses != world.coursesOf.end())
            for (const auto& [decade, country] : courses->second)
                if (decade > 0)
                    cells.insert({QString::number(decade), country});
        for (const auto& cell : cells)
            ++byDecade[cell];
    }
    const auto check = [&](const char* rows, const char* columns,
                           const std::map<std::pair<QString, QString>, qint64>& expected) {
        const auto figures = pivot(*store, dimension(rows), dimension(columns), measure("people"));
        REQUIRE_OK(figures);
        std::map<std::pair<QString, QString>, qint64> found;
        for (size_t r = 0; r < figures->rows.size(); ++r)
            for (size_t c = 0; c < figures->columns.size(); ++c)
                if (figures->cells[r][c] != 0)
                    found[{figures->rows[r].value, figures->columns[c].value}] = figures->cells[r][c];
        CHECK(found == expected);
        CHECK(figures->rows == *countBy(*store, dimension(rows), measure("people")));
        CHECK(figures->columns == *countBy(*store, dimension(columns), measure("people")));
    };
    check("country", "gender", byGender);
    check("decade", "program_country", byDecade);
}

TEST_CASE("Any measure is counted by any dimension that fits, for some people or for all", "[figures]")
{
    FreshStore store;
    const World world = fill(*store);
    std::vector<qint64> all, none;
    for (const Person& person : world.people)
        all.push_back(person.id.value);
    for (const FigureMeasure& what : figureMeasures()) {
        for (const FigureDimension* by : dimensionsFor(what)) {
            CAPTURE(what.key, by->key);
            const auto everything = countBy(*store, *by, what);
            REQUIRE_OK(everything);
            if (what.entity == Entity::Workshop || what.entity == Entity::Organisation ||
                what.entity == Entity::Recommendation)
                continue;
            const auto ofAll = countBy(*store, *by, what, std::span<const qint64>(all));
            REQUIRE_OK(ofAll);
            CHECK(*ofAll == *everything);
            const auto ofNone = countBy(*store, *by, what, std::span<const qint64>(none));
            REQUIRE_OK(ofNone);
            CHECK(ofNone->empty());
            CHECK_FALSE(by->labelText().isEmpty());
        }
    }
    CHECK_FALSE(figureDimension(s("age"), measure("workshops")));
    CHECK_FALSE(figureDimension(s("nothing"), measure("people")));
    CHECK_FALSE(figureMeasure(s("nothing")));
}

TEST_CASE("Participations, attendances, organisations and workshops are counted as such", "[figures]")
{
    FreshStore store; // it is 1 June 2026
    const Person dara = addPerson(*store, s("Dara"), s("Sok"), s("KH"));
    const Person mere = addPerson(*store, s("Mere"), s("Tuilagi"), s("FJ"));
    REQUIRE_OK(store->change(s("Add"), [&](ChangeWriter& writer) -> Result<> {
        ProgramEdition edition;
        edition.title = s("Course");
        edition.start = PartialDate(1997);
        DTP_CHECK(writer.insert(edition));
        const auto took = [&](const Person& who, const char* role) -> Result<> {
            Participation one;
            one.person = who.id;
            one.edition = edition.id;
            one.role = s(role);
            DTP_CHECK(writer.insert(one));
            return {};
        };
        DTP_CHECK(took(dara, "participant"));
        DTP_CHECK(took(dara, "trainer"));
        DTP_CHECK(took(mere, "trainer"));
        Workshop workshop;
        workshop.title = s("Workshop");
        workshop.start = QDate(2025, 3, 1);
        workshop.country = s("TH");
        DTP_CHECK(writer.insert(workshop));
        for (const Person& who : {dara, mere}) {
            Invitation invitation;
            invitation.workshop = workshop.id;
            invitation.person = who.id;
            invitation.state = who.id == dara.id ? s("attended") : s("declined");
            DTP_CHECK(writer.insert(invitation));
        }
        Organisation forum;
        forum.name = s("Forum");
        DTP_CHECK(writer.insert(forum));
        for (const Person& who : {dara, dara, mere}) {
            Affiliation work;
            work.person = who.id;
            work.organisation = forum.id;
            work.sector = s("ngo");
            DTP_CHECK(writer.insert(work));
        }
        Recommendation open, done;
        open.text = s("Do it"), open.due = QDate(2026, 1, 1);
        done.text = s("Did it"), done.due = QDate(2026, 1, 1), done.status = s("done");
        DTP_CHECK(writer.insert(open));
        DTP_CHECK(writer.insert(done));
        return {};
    }));
    const auto by = [&](const char* key, const char* of) {
        return said(countBy(*store, dimension(key, of), measure(of)));
    };
    CHECK(by("country", "participations") == s("Cambodia 2, Fiji 1"));
    CHECK(by("country", "alumni") == s("Cambodia 1"));
    CHECK(by("alumni_since", "people") == s("Not known 1, 1997 1"));
    CHECK(by("decade", "participations") == s("1990s 3"));
    CHECK(by("country", "attendances") == s("Cambodia 1"));
    CHECK(by("decade", "attendances") == s("1990s 1"));
    CHECK(by("first_time", "people") == s("No 1, Yes 1"));
    CHECK(by("sector", "workplaces") == s("NGO 1"));
    CHECK(by("sector", "people") == s("NGO 2"));
    CHECK(by("organisation", "people") == s("Forum 2"));
    CHECK(by("country", "workplaces") == s("Fiji 1, Cambodia 1"));
    CHECK(by("country", "workshops") == s("Thailand 1"));
    CHECK(by("year", "workshops") == s("2025 1"));
    CHECK(by("overdue", "recommendations") == s("No 1, Yes 1"));
    CHECK(by("status", "open_recommendations") == s("Open 1"));
}
