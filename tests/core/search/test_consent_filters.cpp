// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/consent_requests.h>
#include <search/person_search.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);

// Six people, by what they answered about the newsletter and photos.
struct World : FreshStore {
    World()
    {
        const auto answered = [&](const char* name, const char* purpose, const char* answer, QDate on, QDate until) {
            const QString family = QLatin1String(name);
            const auto known = store->find<Person>(Where("family_name", family));
            Consent one;
            one.person = known && !known->empty()
                             ? known->front().id
                             : addPerson(*store, QStringLiteral("X"), family, QStringLiteral("KH")).id;
            one.purpose = QLatin1String(purpose);
            one.answer = QLatin1String(answer);
            one.answeredOn = on;
            one.expiresOn = until;
            addRecords(*store, one);
        };
        const QDate before(2025, 1, 1);
        addPerson(*store, QStringLiteral("X"), QStringLiteral("Nobody"), QStringLiteral("TH"));
        answered("Soon", "newsletter", "agreed", before, today.addDays(30));
        answered("Late", "newsletter", "agreed", before, today.addDays(300));
        answered("Over", "photo", "agreed", before, today.addDays(-1));
        answered("Gone", "photo", "agreed", before, today.addDays(30));
        answered("Gone", "photo", "withdrawn", today.addDays(-3), {});
        answered("Both", "photo", "refused", before, {});
        answered("Both", "newsletter", "agreed", before, today.addDays(90));
        answered("Both", "directory", "agreed", before, today.addDays(80));
    }
    void ask(const char* family, int daysAgo)
    {
        const auto person = store->find<Person>(Where("family_name", QLatin1String(family)));
        REQUIRE_OK(person);
        ContactNote note;
        note.person = person->front().id;
        note.date = today.addDays(-daysAgo);
        note.text = QStringLiteral("Asked for consent");
        note.nextAction = consentReminder();
        note.nextActionOn = today;
        addRecords(*store, note);
    }
    QString found(const char* text)
    {
        const auto query = PersonQuery::parse(QString::fromUtf8(text), *store);
        REQUIRE_OK(query);
        const auto keys = findPeople(*store, *query);
        REQUIRE_OK(keys);
        CHECK(countPeople(*store, *query).value() == static_cast<qint64>(keys->size()));
        const auto page = findPeople(*store, *query, 2); // a page is asked in another way than all
        REQUIRE_OK(page);
        CHECK(std::equal(page->begin(), page->end(), keys->begin()));
        QStringList names;
        for (const qint64 id : *keys)
            names.append(store->titleOf(Entity::Person, id).section(QLatin1Char(' '), -1));
        return names.join(QLatin1Char(' '));
    }
};
} // namespace

TEST_CASE("People are found whose consent ends within a time", "[search][consent]")
{
    World world;
    CHECK(world.found("consent_ending:90d") == QStringLiteral("Both Soon"));
    CHECK(world.found("consent_ending:<79d") == QStringLiteral("Soon"));
    CHECK(world.found("consent_ending:1y") == QStringLiteral("Both Late Soon"));
    CHECK(world.found("consent_ending:0d") == QString());
    CHECK(world.found("-consent_ending:1y") == QStringLiteral("Gone Nobody Over"));
    CHECK(world.found("consent_ending:1y country:TH") == QString());
    CHECK(world.found("consent_ending:1y -consent_ending:90d") == QStringLiteral("Late"));
    for (const char* text : {"consent_ending:soon", "consent_ending:>90d", "consent_ending:200y"}) {
        const auto query = PersonQuery::parse(QLatin1String(text), *world.store);
        REQUIRE_FALSE(query);
        CAPTURE(query.error().sentence.toStdString());
        CHECK(query.error().sentence.contains(QLatin1Char('<')));
    }
}

TEST_CASE("People are found by what they were ever asked about, whatever they said", "[search][consent]")
{
    World world;
    CHECK(world.found("consent_asked:photo") == QStringLiteral("Both Gone Over"));
    CHECK(world.found("consent_asked:none") == QStringLiteral("Nobody"));
    CHECK(world.found("consent_never_asked:any") == QStringLiteral("Nobody"));
    CHECK(world.found("consent_never_asked:photo") == QStringLiteral("Late Nobody Soon"));
    CHECK(world.found("-consent_never_asked:photo") == QStringLiteral("Both Gone Over"));
    // Several: about one of them at least.
    CHECK(world.found("consent_never_asked:photo,newsletter") == QStringLiteral("Gone Late Nobody Over Soon"));
    CHECK(world.found("consent_never_asked:photo country:KH") == QStringLiteral("Late Soon"));
    CHECK(world.found("consent_never_asked:photo consent:newsletter") == QStringLiteral("Late Soon"));
    CHECK_FALSE(PersonQuery::parse(QStringLiteral("consent_never_asked:selling"), *world.store));
}

TEST_CASE("People are found who were asked and have not answered", "[search][consent]")
{
    World world;
    CHECK(world.found("consent_waiting:any") == QString());
    world.ask("Nobody", 14);
    world.ask("Soon", 40);
    world.ask("Gone", 3);
    CHECK(world.found("consent_waiting:any") == QStringLiteral("Gone Nobody Soon"));
    CHECK(world.found("-consent_waiting:any") == QStringLiteral("Both Late Over"));
    CHECK(world.found("consent_waiting:newsletter") == QStringLiteral("Gone Nobody")); // the third agrees to it
    CHECK(world.found("consent_waiting:photo") == QStringLiteral("Gone Nobody Soon"));
    CHECK(world.found("consent_waiting:newsletter,photo") == QStringLiteral("Gone Nobody Soon"));
    CHECK(world.found("consent_waiting:14d") == QStringLiteral("Nobody Soon"));
    CHECK(world.found("consent_waiting:>15d") == QStringLiteral("Soon"));
    CHECK(world.found("consent_waiting:newsletter,>14d") == QStringLiteral("Nobody"));
    CHECK(world.found("consent_waiting:any,>14d country:TH") == QStringLiteral("Nobody"));
    CHECK(world.found("contact:due") == QStringLiteral("Gone Nobody Soon"));
    Consent answer;
    answer.person = world.store->find<Person>(Where("family_name", QStringLiteral("Nobody")))->front().id;
    answer.purpose = QStringLiteral("directory");
    answer.answer = QStringLiteral("refused");
    addRecords(*world.store, answer); // without a day, as by an import
    CHECK(world.found("consent_waiting:any") == QStringLiteral("Gone Soon"));
    CHECK(world.found("contact:due") == QStringLiteral("Gone Soon"));
    for (const char* text : {"consent_waiting:selling", "consent_waiting:<14d", "consent_waiting:14d,30d"})
        CHECK_FALSE(PersonQuery::parse(QLatin1String(text), *world.store));
}

TEST_CASE("Of several lengths of time it is said that one is meant", "[search][consent]")
{
    World world;
    const auto query = PersonQuery::parse(QStringLiteral("consent_ending:90d,10d"), *world.store);
    REQUIRE_FALSE(query);
    CHECK(query.error().sentence ==
          QString::fromUtf8(
              "“90d,10d” are several lengths of time, and one is meant. Write only “consent_ending:90d”."));
}
