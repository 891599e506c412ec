// SPDX-License-Identifier: GPL-3.0-or-later
#include "usual_sample.h"

#include <base/text.h>
#include <meaning/consent_requests.h>
#include <records/reports.h>
#include <search/person_search.h>
#include <standards/countries.h>
#include <standards/phone.h>

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <sys/resource.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
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

TEST_CASE("its networks are of every kind, some focal points are missing or past their term", "[sample]")
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
    CHECK(refused.error().sentence.contains(QStringLiteral("1 person already")));
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

TEST_CASE("of photos and the newsletter some agreed, some refused, and for some it ended", "[sample][consent]")
{
    const QDate today(2026, 6, 1);
    for (const char* purpose : {"photo", "newsletter"}) {
        INFO(purpose);
        int agreed = 0;
        int refused = 0;
        int withdrawn = 0;
        int ended = 0;
        for (const Consent& one : all<Consent>(sample(), Where("purpose", QString::fromLatin1(purpose)))) {
            const bool isOver = one.expiresOn.isValid() && one.expiresOn < today;
            ended += isOver ? 1 : 0;
            agreed += one.answer == QStringLiteral("agreed") && !isOver ? 1 : 0;
            refused += one.answer == QStringLiteral("refused") ? 1 : 0;
            withdrawn += one.answer == QStringLiteral("withdrawn") ? 1 : 0;
        }
        CHECK(agreed > 500);
        CHECK(refused > 100);
        CHECK(withdrawn > 20);
        CHECK(ended > 20);
    }
}

TEST_CASE("some people were asked for consent and have not answered, and some have", "[sample][consent]")
{
    std::vector<qint64> people;
    for (const ContactNote& note : all<ContactNote>(sample(), Where("text", QStringLiteral("Asked for consent"))))
        people.push_back(note.person.value);
    CHECK(people.size() == 24);
    CHECK(openRequests(sample(), people)->size() == 16);
    int answers = 0;
    for (const Consent& one : all<Consent>(sample(), Where("asked_by", QStringLiteral("Information officer"))))
        answers += one.purpose == QStringLiteral("photo") || one.purpose == QStringLiteral("newsletter") ? 1 : 0;
    CHECK(answers == 16);
}
