// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/age.h>
#include <meaning/alumni.h>
#include <meaning/contacts.h>
#include <meaning/due.h>
#include <meaning/holding.h>
#include <meaning/invitations.h>
#include <meaning/safety.h>
#include <records/workshops.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);
constexpr int many = 500;

std::vector<qint64> keysOfAll(const std::vector<Person>& people)
{
    std::vector<qint64> keys;
    for (const Person& person : people)
        keys.push_back(person.id.value);
    return keys;
}

SqlPiece peopleWhere(const SqlPiece& condition)
{
    return SqlPiece{"SELECT p.id FROM person p WHERE ", {}} + condition + QByteArray(" ORDER BY p.id");
}

// What an expression about "person AS p" is, as text; NULL is the null text.
QString valueFor(const Store& store, const SqlPiece& expression, const Person& person)
{
    const SqlPiece sql = SqlPiece{"SELECT ", {}} + expression + QByteArray(" FROM person p WHERE p.id = ?");
    auto select = Statement::prepare(store.handle(), sql.text);
    REQUIRE_OK(select);
    int index = 0;
    for (const QVariant& value : sql.values)
        select->bind(++index, value);
    select->bind(++index, person.id.value);
    REQUIRE(select->step().value_or(false));
    return select->isNull(0) ? QString() : select->text(0);
}
} // namespace

TEST_CASE("Alumni by chance are the same for one person, for many and in SQL", "[meaning][alumni]")
{
    Chance chance(11);
    FreshStore store;
    const auto editions = addMany<ProgramEdition>(*store, 40, [&] {
        ProgramEdition one;
        one.title = QStringLiteral("Some program");
        one.start = chance.partial(today);
        return one;
    });
    const auto people = addPeopleWith<Participation>(*store, many, [&] {
        std::vector<Participation> all(static_cast<size_t>(chance.below(4)));
        for (Participation& one : all) {
            one.edition = editions[static_cast<size_t>(chance.below(40))].id;
            one.role = chance.pick({QStringLiteral("participant"), QStringLiteral("participant"),
                                    QStringLiteral("trainer"), QStringLiteral("own word")});
            one.outcome = chance.pick({QString(), QStringLiteral("completed"), QStringLiteral("withdrew"),
                                       QStringLiteral("absent"), QStringLiteral("own word")});
        }
        return all;
    });
    QHash<qint64, PartialDate> startOf;
    for (const ProgramEdition& edition : editions)
        startOf.insert(edition.id.value, edition.start);
    const auto bulk = alumniSince(*store, keysOfAll(people), today);
    REQUIRE_OK(bulk);
    std::vector<qint64> alumni;
    for (const Person& person : people) {
        std::vector<DatedParticipation> all;
        for (const Participation& one : recordsOf<Participation>(*store, person))
            all.push_back({one, startOf.value(one.edition.value)});
        const auto since = alumniSince(all, today);
        CAPTURE(person.id.value);
        CHECK(bulk->contains(person.id.value) == since.has_value());
        const PartialDate first = since.value_or(PartialDate());
        CHECK(bulk->value(person.id.value).earliest() == first.earliest());
        CHECK(valueFor(*store, alumniSince("p.id", today), person) == first.toStorage().remove(QLatin1Char('~')));
        if (since)
            alumni.push_back(person.id.value);
    }
    CHECK(alumni.size() > 100);
    CHECK(keysOf(*store, peopleWhere(isAlumni("p.id", today))) == alumni);
    CHECK(keysOf(*store, peopleWhere(isAlumniSince(alumniFrom("p.id"), today))) == alumni);
}

TEST_CASE("Who withdrew, never came, taught or is yet to come is no alumna", "[meaning][alumni]")
{
    const auto taken = [](const char* role, const char* outcome, PartialDate start) {
        DatedParticipation one;
        one.participation.role = QString::fromUtf8(role);
        one.participation.outcome = QString::fromUtf8(outcome);
        one.start = start;
        return one;
    };
    CHECK_FALSE(alumniSince(std::vector<DatedParticipation>(), today));
    CHECK_FALSE(alumniSince(std::vector{taken("participant", "withdrew", PartialDate(1997))}, today));
    CHECK_FALSE(alumniSince(std::vector{taken("participant", "absent", PartialDate(1997))}, today));
    CHECK_FALSE(alumniSince(std::vector{taken("trainer", "", PartialDate(1997))}, today));
    CHECK_FALSE(alumniSince(std::vector{taken("participant", "", PartialDate(2027))}, today));
    CHECK(alumniSince(std::vector{taken("participant", "", PartialDate())}, today) == PartialDate());
    CHECK(alumniSince(std::vector{taken("participant", "absent", PartialDate(1990)),
                                  taken("participant", "", PartialDate(2001, 5)),
                                  taken("participant", "completed", PartialDate(1999, 0, 0, true)),
                                  taken("participant", "", PartialDate())},
                      today) == PartialDate(1999, 0, 0, true));
}

TEST_CASE("The way to reach somebody is the same for one person, for many and in SQL", "[meaning][contacts]")
{
    Chance chance(12);
    FreshStore store;
    int number = 0;
    const auto people = addPeopleWith<ContactPoint>(*store, many, [&] {
        std::vector<ContactPoint> all(static_cast<size_t>(chance.below(5)));
        for (ContactPoint& one : all) {
            one.kind = chance.pick({QStringLiteral("email"), QStringLiteral("phone"), QStringLiteral("signal"),
                                    QStringLiteral("pigeon")});
            one.value = one.kind == QStringLiteral("email") ? QStringLiteral("a%1@example.org").arg(++number)
                                                            : QStringLiteral("0123 %1").arg(1000 + ++number);
            one.preferred = chance.oneIn(3);
            one.doNotUse = chance.oneIn(4);
            one.note = chance.pick({QString(), QStringLiteral("Business FAX"), QStringLiteral("Tel/Fax"),
                                    QStringLiteral("Telefax"), QStringLiteral("office")});
        }
        return all;
    });
    for (const QStringList& kinds : {emailKinds(), phoneKinds(), QStringList{QStringLiteral("pigeon")}}) {
        const auto bulk = reachableContacts(*store, keysOfAll(people), kinds);
        REQUIRE_OK(bulk);
        CHECK(bulk->size() > 100);
        for (const Person& person : people) {
            const auto all = recordsOf<ContactPoint>(*store, person);
            const ContactPoint* best = reachableContact(all, kinds);
            CAPTURE(person.id.value, kinds);
            CHECK(bulk->value(person.id.value) == (best ? best->value : QString()));
            CHECK(valueFor(*store, reachableContact("p.id", kinds), person) == bulk->value(person.id.value));
            CHECK_FALSE((best && (best->note.startsWith(QStringLiteral("Business")) ||
                                  best->note == QStringLiteral("Telefax"))));
            for (const ContactPoint& one : all) {
                const bool isBetter =
                    best && !isFaxOnly(one.note) && one.preferred && !best->preferred && kinds.contains(one.kind);
                CHECK_FALSE((isBetter && !one.doNotUse));
            }
        }
    }
}

TEST_CASE("Silence by chance is the same for one person, for many and in SQL", "[meaning][contacts]")
{
    Chance chance(13);
    FreshStore store;
    const auto people = addPeopleWith<ContactNote>(*store, many, [&] {
        std::vector<ContactNote> all(static_cast<size_t>(chance.below(4)));
        for (ContactNote& one : all) {
            one.date = today.addDays(chance.below(1200) - 900);
            one.text = QStringLiteral("Talked");
        }
        return all;
    });
    const auto bulk = lastContacts(*store, keysOfAll(people), today);
    REQUIRE_OK(bulk);
    const QDate since = today.addYears(-1);
    std::vector<qint64> silent;
    for (const Person& person : people) {
        const QDate last = lastContact(recordsOf<ContactNote>(*store, person), today);
        CHECK(bulk->value(person.id.value) == last);
        CHECK_FALSE(last > today);
        if (!last.isValid() || last < since)
            silent.push_back(person.id.value);
    }
    CHECK(silent.size() > 100);
    CHECK(silent.size() < many - 100);
    CHECK(keysOf(*store, peopleWhere(isSilentSince("p.id", since, today))) == silent);
}

TEST_CASE("Contacts that are due by chance are the same in SQL as note by note", "[meaning][contacts]")
{
    Chance chance(23);
    FreshStore store;
    const auto people = addPeopleWith<ContactNote>(*store, many, [&] {
        std::vector<ContactNote> all(static_cast<size_t>(chance.below(4)));
        for (ContactNote& one : all) {
            one.date = today.addDays(chance.below(20) - 15); // so that some are of the same day
            one.text = QStringLiteral("Talked");
            one.nextActionOn = chance.day(today);
        }
        return all;
    });
    std::vector<qint64> due;
    for (const Person& person : people) {
        const auto notes = recordsOf<ContactNote>(*store, person);
        QDate last;
        for (const ContactNote& note : notes)
            last = last.isValid() ? std::max(last, note.date) : note.date;
        for (const ContactNote& note : notes) {
            if (note.date == last && note.nextActionOn.isValid() && note.nextActionOn <= today)
                due.push_back(note.id.value);
        }
    }
    std::sort(due.begin(), due.end());
    CHECK(due.size() > 100);
    CHECK(keysOf(*store, SqlPiece{"SELECT n.id FROM contact_note AS n WHERE ", {}} + contactIsDue(today) +
                             QByteArray(" ORDER BY n.id")) == due);
}

TEST_CASE("New voices by chance are the same for one person, for many and in SQL", "[meaning][invitations]")
{
    Chance chance(14);
    FreshStore store;
    const auto workshops = addMany<Workshop>(*store, 20, [&] {
        Workshop one;
        one.title = QStringLiteral("Some workshop");
        one.start = chance.day(today);
        return one;
    });
    const auto people = addPeopleWith<Invitation>(*store, many, [&] {
        std::vector<Invitation> all(static_cast<size_t>(chance.below(4)));
        for (Invitation& one : all) {
            one.workshop = workshops[static_cast<size_t>(chance.below(20))].id;
            one.state =
                chance.pick({QStringLiteral("considered"), QStringLiteral("invited"), QStringLiteral("accepted"),
                             QStringLiteral("attended"), QStringLiteral("declined"), QStringLiteral("own word")});
        }
        return all;
    });
    const auto earlier = workshopsBefore(*store, today);
    REQUIRE_OK(earlier);
    const auto came = peopleWhoCame(*store, *earlier);
    REQUIRE_OK(came);
    std::vector<qint64> fresh;
    for (const Person& person : people) {
        const bool isFresh = isFirstTimer(recordsOf<Invitation>(*store, person), *earlier);
        CHECK(std::binary_search(came->begin(), came->end(), person.id.value) != isFresh);
        if (isFresh)
            fresh.push_back(person.id.value);
    }
    CHECK(fresh.size() > 100);
    CHECK(came->size() > 100);
    CHECK(keysOf(*store, peopleWhere(isFirstTimer("p.id", today))) == fresh);
    const SqlPiece distinct{"SELECT DISTINCT c.person_id FROM (", {}};
    CHECK(keysOf(*store, distinct + keysOfThoseWhoCame(today) + QByteArray(") c ORDER BY 1")) == *came);
    // A workshop is not earlier than itself.
    const auto others = workshopsBefore(*store, {}, workshops.front().id);
    REQUIRE_OK(others);
    CHECK(others->size() == 19);
    CHECK_FALSE(others->contains(workshops.front().id.value));
}

TEST_CASE("Age groups go by the age that is reached in the year, alone and in SQL", "[meaning][age]")
{
    FreshStore store;
    struct Case {
        std::optional<int> born;
        const char* group;
    };
    const Case cases[] = {{{}, ""},        {2027, ""},        {2026, "00_24"}, {2002, "00_24"},
                          {2001, "25_34"}, {1992, "25_34"},   {1991, "35_44"}, {1961, "65_over"},
                          {1962, "55_64"}, {1900, "65_over"}, {1971, "55_64"}, {1972, "45_54"}};
    for (const Case& one : cases) {
        CAPTURE(one.born.value_or(0));
        CHECK(ageGroup(one.born, today) == QString::fromUtf8(one.group));
        Person person;
        person.givenName = QStringLiteral("Somebody");
        person.birthYear = one.born;
        REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(person));
            return {};
        }));
        CHECK(valueFor(*store, ageGroup("p.birth_year", today), person) == QString::fromUtf8(one.group));
    }
    for (const QString& code : ageGroups())
        CHECK(ageGroupInWords(code) != code);
}

TEST_CASE("A safety level that nobody knows needs care, alone, for many and in SQL", "[meaning][safety]")
{
    FreshStore store;
    std::vector<qint64> careful;
    for (const char* level : {"normal", "careful", "at_risk", "in hiding"}) {
        Person person;
        person.givenName = QStringLiteral("Somebody");
        person.safetyLevel = QString::fromUtf8(level);
        REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(person));
            return {};
        }));
        CHECK(needsCare(person) == (person.safetyLevel != QStringLiteral("normal")));
        CHECK(isAtRisk(person) == (qstrcmp(level, "at_risk") == 0 || qstrcmp(level, "in hiding") == 0));
        if (needsCare(person))
            careful.push_back(person.id.value);
    }
    const auto bulk = peopleWithCare(*store);
    REQUIRE_OK(bulk);
    CHECK(*bulk == careful);
    CHECK(keysOf(*store, peopleWhere({needsCare("p"), {}})) == careful);
}
