// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <records/countries.h>
#include <records/phone.h>
#include <records/reports.h>
#include <sample/sample.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <sys/resource.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// The sample of usual size, made once for the tests that only read.
Store& sample()
{
    static const std::unique_ptr<FreshStore> file = [] {
        auto made = std::make_unique<FreshStore>();
        REQUIRE_OK(fillWithSample(**made, {}));
        return made;
    }();
    return **file;
}

template <class R>
std::vector<R> all(const Store& store, const Where& where = {})
{
    auto records = store.find<R>(where);
    REQUIRE_OK(records);
    return std::move(*records);
}

double shareOf(size_t part, size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

template <class List, class Condition>
size_t countIf(const List& list, Condition condition)
{
    return static_cast<size_t>(std::count_if(list.begin(), list.end(), condition));
}

// The newest answer of each person to a purpose counts.
QSet<qint64> agreedTo(const Store& store, const char* purpose)
{
    QHash<qint64, Consent> newest;
    for (const Consent& consent : all<Consent>(store, Where("purpose", QString::fromLatin1(purpose)))) {
        const auto known = newest.constFind(consent.person.value);
        if (known == newest.constEnd() ||
            std::tie(known->answeredOn, known->id.value) < std::tie(consent.answeredOn, consent.id.value))
            newest.insert(consent.person.value, consent);
    }
    QSet<qint64> people;
    for (const Consent& consent : std::as_const(newest)) {
        if (consent.answer == QStringLiteral("agreed") &&
            (!consent.expiresOn.isValid() || consent.expiresOn >= QDate(2026, 6, 1)))
            people.insert(consent.person.value);
    }
    return people;
}
} // namespace

TEST_CASE("the same seed fills two files alike, keys included, and another seed otherwise", "[sample]")
{
    FreshStore a;
    FreshStore b;
    FreshStore c;
    b.ids.next(); // what the file itself has made keys for does not matter
    REQUIRE_OK(fillWithSample(*a, {400, 7}));
    REQUIRE_OK(fillWithSample(*b, {400, 7}));
    REQUIRE_OK(fillWithSample(*c, {400, 8}));
    const auto withoutTerms = [](const Store& store) {
        QStringList lines = contentOf(store).split(QLatin1Char('\n'));
        lines.erase(std::remove_if(lines.begin(), lines.end(),
                                   [](const QString& line) { return line.startsWith(QStringLiteral("term ")); }),
                    lines.end());
        return lines;
    };
    CHECK(withoutTerms(*a).size() > 4000);
    CHECK((withoutTerms(*a) == withoutTerms(*b)));
    CHECK((withoutTerms(*a) != withoutTerms(*c)));
}

TEST_CASE("the sample has the size that was asked for", "[sample]")
{
    const Store& store = sample();
    CHECK(*store.count(Entity::Person) == 3500);
    CHECK(*store.count(Entity::ProgramSeries) == 12);
    CHECK(*store.count(Entity::ProgramEdition) == 120);
    CHECK(*store.count(Entity::Network) == 12);
    CHECK(*store.count(Entity::Workshop) == 2);
    CHECK(*store.count(Entity::Report) == 1);
    CHECK(*store.count(Entity::Organisation) >= 380);
    CHECK(*store.count(Entity::Organisation) <= 460);
    CHECK_FALSE(store.nextUndo());
}

TEST_CASE("nothing in the sample is out of order", "[sample]")
{
    const auto problems = sample().check();
    REQUIRE_OK(problems);
    CHECK(*problems == QStringList());
}

TEST_CASE("every record of the sample is valid and every word in it is of its vocabulary", "[sample]")
{
    const Store& store = sample();
    QSet<QString> wrong;
    for (const RecordType& type : allRecordTypes()) {
        const auto records = store.find(type.entity);
        REQUIRE_OK(records);
        for (const RecordValues& values : *records) {
            for (const FieldProblem& problem : validate(values))
                wrong.insert(QLatin1String(type.table) + QStringLiteral(": ") + problem.sentence);
            for (size_t i = 0; i < type.fields.size(); ++i) {
                const QString value = values.fields.at(static_cast<qsizetype>(i)).toString();
                const char* vocabulary = type.fields[i].vocabulary;
                if (*vocabulary && !value.isEmpty() &&
                    store.vocabulary(QLatin1String(vocabulary)).codeFor(value) != value)
                    wrong.insert(QLatin1String(type.table) + QStringLiteral(".") + QLatin1String(type.fields[i].name) +
                                 QStringLiteral(" ") + value);
            }
        }
    }
    CHECK(QStringList(wrong.begin(), wrong.end()) == QStringList());
}

TEST_CASE("its people are of thirty countries and more, a third with a name in their own script", "[sample]")
{
    const auto people = all<Person>(sample());
    QHash<QString, int> countries;
    QSet<QChar::Script> scripts;
    size_t own = 0;
    for (const Person& person : people) {
        ++countries[person.country];
        if (person.ownScriptName.isEmpty())
            continue;
        ++own;
        scripts.insert(person.ownScriptName.at(0).script());
        CHECK(person.ownScriptName.at(0).script() != QChar::Script_Latin);
    }
    CHECK(countries.size() >= 30);
    for (auto it = countries.begin(); it != countries.end(); ++it)
        CHECK(countryByCode(it.key())->region.contains(QRegularExpression(QStringLiteral("Asia|Pacific"))));
    CHECK(shareOf(own, people.size()) == Approx(1.0 / 3).margin(0.01));
    for (const auto script : {QChar::Script_Thai, QChar::Script_Khmer, QChar::Script_Bengali, QChar::Script_Devanagari,
                              QChar::Script_Sinhala, QChar::Script_Tamil, QChar::Script_Myanmar, QChar::Script_Hangul,
                              QChar::Script_Han, QChar::Script_Arabic, QChar::Script_Cyrillic})
        CHECK(scripts.contains(script));
}

TEST_CASE("its people are as various as those of a real directory", "[sample]")
{
    const auto people = all<Person>(sample());
    const auto share = [&](auto condition) { return shareOf(countIf(people, condition), people.size()); };
    CHECK(share([](const Person& p) { return p.gender == QStringLiteral("female"); }) == Approx(0.525).margin(0.04));
    CHECK(share([](const Person& p) { return p.safetyLevel == QStringLiteral("at_risk"); }) ==
          Approx(0.03).margin(0.01));
    CHECK(share([](const Person& p) { return p.safetyLevel == QStringLiteral("careful"); }) ==
          Approx(0.06).margin(0.015));
    CHECK(countIf(people, [](const Person& p) {
              return p.safetyLevel != QStringLiteral("normal") && p.safeChannel.isEmpty();
          }) == 0);
    CHECK(countIf(people,
                  [](const Person& p) { return p.familyName.isEmpty() && p.country == QStringLiteral("MM"); }) > 50);
    CHECK(countIf(people,
                  [](const Person& p) { return p.familyName.isEmpty() && p.country == QStringLiteral("ID"); }) > 20);
    QSet<QString> statuses;
    for (const Person& person : people)
        statuses.insert(person.status);
    CHECK(statuses.size() == 4);
    CHECK(shareOf(static_cast<size_t>(agreedTo(sample(), "directory").size()), people.size()) ==
          Approx(0.60).margin(0.05));
    CHECK(shareOf(static_cast<size_t>(agreedTo(sample(), "funders").size()), people.size()) ==
          Approx(0.35).margin(0.04));
}

TEST_CASE("its e-mail addresses are of domains reserved for examples", "[sample][safety]")
{
    const QRegularExpression reserved(QStringLiteral("^[a-z0-9.-]+@([a-z0-9-]+\\.)*example\\.(org|net|com)$"));
    QSet<QString> seen;
    for (const ContactPoint& contact : all<ContactPoint>(sample(), Where("kind", QStringLiteral("email")))) {
        INFO(contact.value.toStdString());
        CHECK(reserved.match(contact.value).hasMatch());
        seen.insert(contact.value);
    }
    CHECK(seen.size() > 2900);
}

TEST_CASE("its phone numbers are what the program itself makes of them", "[sample][phones]")
{
    QHash<qint64, QString> countryOf;
    for (const Person& person : all<Person>(sample()))
        countryOf.insert(person.id.value, person.country);
    QSet<QString> wrong;
    for (const ContactPoint& contact : all<ContactPoint>(sample())) {
        if (contact.e164.isEmpty())
            continue;
        const QString country = countryOf.value(contact.person.value);
        if (phoneToE164(contact.value, country) != contact.e164)
            wrong.insert(country + QStringLiteral(" ") + contact.value);
    }
    CHECK(QStringList(wrong.begin(), wrong.end()) == QStringList());
}

TEST_CASE("every alumna was at a course that her country takes part in, some at several", "[sample]")
{
    const Store& store = sample();
    QHash<qint64, int> courses;
    for (const Participation& participation : all<Participation>(store, Where("role", QStringLiteral("participant"))))
        ++courses[participation.person.value];
    CHECK(shareOf(static_cast<size_t>(courses.size()), 3500) == Approx(0.94).margin(0.02));
    const auto several =
        static_cast<size_t>(std::count_if(courses.cbegin(), courses.cend(), [](int n) { return n > 1; }));
    CHECK(shareOf(several, static_cast<size_t>(courses.size())) == Approx(0.15).margin(0.05));
    std::vector<int> years;
    for (const ProgramEdition& edition : all<ProgramEdition>(store))
        years.push_back(edition.start.year());
    CHECK(*std::min_element(years.begin(), years.end()) == 1990);
    CHECK(*std::max_element(years.begin(), years.end()) == 2026);
}

TEST_CASE("its networks are of every kind; some focal points are missing or past their term", "[sample]")
{
    const Store& store = sample();
    QSet<QString> kinds;
    for (const Network& network : all<Network>(store)) {
        kinds.insert(network.kind);
        CHECK(*store.count(Entity::Membership, Where("network_id", network.id)) > 5);
    }
    CHECK(kinds.size() == 5);
    const auto points = all<Membership>(store, Where("role", QStringLiteral("focal_point")));
    const size_t over = countIf(
        points, [](const Membership& m) { return m.to.latest().isValid() && m.to.latest() < QDate(2026, 6, 1); });
    CHECK(over >= 3);
    CHECK(over < points.size());
    CHECK(*store.count(Entity::Membership, Where("role", QStringLiteral("steering_committee"))) >= 20);
}

TEST_CASE("the workshop that was held has 28 participants of ten countries and sessions led in pairs from two",
          "[sample]")
{
    const Store& store = sample();
    const auto workshops = all<Workshop>(store, Where("status", QStringLiteral("held")));
    REQUIRE(workshops.size() == 1);
    const Id<Workshop> id = workshops.front().id;
    CHECK(workshops.front().start.daysTo(workshops.front().end) == 1);
    const auto attended = all<Invitation>(store, Where("workshop_id", id).is("state", QStringLiteral("attended")));
    CHECK(attended.size() == 28);
    QSet<QString> countries;
    int women = 0;
    for (const Invitation& invitation : attended) {
        const auto person = store.get(invitation.person);
        REQUIRE_OK(person);
        countries.insert(person->country);
        women += person->gender == QStringLiteral("female") ? 1 : 0;
    }
    CHECK(countries.size() == 10);
    CHECK(women >= 13);
    CHECK(*store.count(Entity::Invitation, Where("workshop_id", id).is("state", QStringLiteral("declined"))) == 5);
    CHECK(*store.count(Entity::Invitation, Where("workshop_id", id).is("state", QStringLiteral("unable"))) == 3);
    CHECK(*store.count(Entity::WorkshopTarget, Where("workshop_id", id)) == 5);
    CHECK(*store.count(Entity::WorkshopPartner, Where("workshop_id", id)) >= 5);
    size_t working = 0;
    for (const Session& session : all<Session>(store, Where("workshop_id", id))) {
        INFO(session.title.toStdString());
        CHECK(session.start < session.end);
        const auto leaders = all<Facilitation>(store, Where("session_id", session.id));
        if (session.kind == QStringLiteral("break") || session.kind == QStringLiteral("social")) {
            CHECK(leaders.empty());
            continue;
        }
        ++working;
        CHECK_FALSE(session.summary.isEmpty());
        REQUIRE(leaders.size() == 2);
        CHECK(store.get(leaders[0].person)->country != store.get(leaders[1].person)->country);
    }
    CHECK(working == 9);
}

TEST_CASE("its report is complete", "[sample]")
{
    const Store& store = sample();
    const auto sections = all<ReportSection>(store);
    QSet<QString> kinds;
    for (const ReportSection& section : sections) {
        kinds.insert(section.kind);
        CHECK((section.kind == QStringLiteral("session")) == static_cast<bool>(section.session));
        CHECK_FALSE(section.body.contains(QLatin1Char('{')));
    }
    CHECK(kinds.size() == 8);
    CHECK(countIf(sections, [](const ReportSection& s) { return !s.parent; }) == 9);
    QSet<QString> categories;
    for (const CapacityGap& gap : all<CapacityGap>(store))
        categories.insert(gap.category);
    CHECK(categories.size() == 4);
    const auto recommendations = all<Recommendation>(store);
    CHECK(recommendations.size() >= 12);
    QSet<QString> statuses;
    for (const Recommendation& recommendation : recommendations) {
        CHECK_FALSE(recommendation.owner.isEmpty());
        CHECK(recommendation.due.isValid());
        CHECK(recommendation.section);
        statuses.insert(recommendation.status);
    }
    CHECK(statuses.size() == 4);
    CHECK(recommendations.front().level == 0);
}

TEST_CASE("the coming workshop is half prepared", "[sample]")
{
    const Store& store = sample();
    const auto workshops = all<Workshop>(store, Where("status", QStringLiteral("planned")));
    REQUIRE(workshops.size() == 1);
    QSet<QString> states;
    for (const Invitation& invitation : all<Invitation>(store, Where("workshop_id", workshops.front().id)))
        states.insert(invitation.state);
    CHECK(states == QSet<QString>{QStringLiteral("accepted"), QStringLiteral("declined"), QStringLiteral("reminded"),
                                  QStringLiteral("invited"), QStringLiteral("considered")});
    CHECK(*store.count(Entity::WorkshopTarget, Where("workshop_id", workshops.front().id)) == 6);
}

TEST_CASE("its saved searches are understood and find somebody", "[sample]")
{
    const Store& store = sample();
    const auto segments = all<Segment>(store);
    CHECK(segments.size() >= 6);
    for (const Segment& segment : segments) {
        INFO(segment.query.toStdString());
        const auto query = PersonQuery::parse(segment.query, store);
        REQUIRE_OK(query);
        const auto found = countPeople(store, *query);
        REQUIRE_OK(found);
        CHECK(*found > 0);
        CHECK(*found < 3500);
    }
}

TEST_CASE("some people are in it twice, for the review of duplicates", "[sample]")
{
    QHash<QString, int> emails;
    for (const ContactPoint& contact : all<ContactPoint>(sample(), Where("kind", QStringLiteral("email"))))
        ++emails[contact.value];
    const auto twice = std::count_if(emails.cbegin(), emails.cend(), [](int n) { return n == 2; });
    CHECK(twice >= 8);
    CHECK(twice <= 12);
}

TEST_CASE("a handful of people, one or none make a sound file too", "[sample]")
{
    for (const int people : {0, 1, 2, 30, 150}) {
        INFO(people);
        FreshStore file;
        REQUIRE_OK(fillWithSample(*file, {people, 1990}));
        CHECK(*file->count(Entity::Person) == people);
        const auto problems = file->check();
        REQUIRE_OK(problems);
        CHECK(*problems == QStringList());
    }
}

TEST_CASE("sample data does not go into a file with people, and a stop leaves the file as it was", "[sample]")
{
    FreshStore file;
    const QString before = contentOf(*file);
    CHECK_FALSE(fillWithSample(*file, {-1, 1}));
    const auto stopped = fillWithSample(*file, {2000, 1}, [](qint64 done, qint64 total, const QString&) {
        CHECK(total == 2000);
        return done < 1000;
    });
    REQUIRE_FALSE(stopped);
    CHECK_FALSE(stopped.error().sentence.isEmpty());
    CHECK((contentOf(*file) == before));
    addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const auto refused = fillWithSample(*file, {10, 1});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.contains(QStringLiteral("1 people")));
    CHECK(*file->count(Entity::Person) == 1);
}

// Not among the usual tests: test_sample "[million]" in a release build.
TEST_CASE("a million people are made in less than three minutes and a gigabyte", "[.][million]")
{
    FreshStore file;
    QElapsedTimer timer;
    timer.start();
    REQUIRE_OK(fillWithSample(*file, {1000000, 1990}));
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    WARN("1,000,000 people: " << seconds << " s, " << usage.ru_maxrss / 1024 << " MB at most, file of "
                              << QFileInfo(file->path()).size() / 1000000 << " MB");
    CHECK(seconds < 180);
    CHECK(usage.ru_maxrss / 1024 < 1024);
    CHECK(*file->count(Entity::Person) == 1000000);
}
