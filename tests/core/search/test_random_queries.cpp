// SPDX-License-Identifier: GPL-3.0-or-later
// Queries by chance, the same in every run, over people by chance: what is found, counted and shown on a first page in
// each order is what plain C++ finds. There are so many people that every way to a first page is gone.
#include <database/connection.h>
#include <records/programs.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct One {
    Person person;
    QString issue;    // empty: none
    QString language; // empty: none
    int year = 0;     // of a program; 0: none
    Participation part;
    QString state; // of an invitation to an earlier workshop; empty: none
    QDate noted;
    QString purpose; // to which an answer was given; empty: never asked
    bool agrees = false;
    QString key; // by which names are sorted
};

// Of three values, as in SQL: what is not known is neither so nor not so.
using Truth = std::optional<bool>;
using Predicate = std::function<Truth(const One&)>;

struct Asked {
    QueryNode query;
    Predicate holds;
};

class Chance
{
public:
    int below(int count) { return static_cast<int>(m_engine() % static_cast<unsigned>(count)); }
    QString pick(std::initializer_list<const char*> list)
    {
        return QLatin1String(*(list.begin() + below(static_cast<int>(list.size()))));
    }

private:
    std::mt19937 m_engine{20260601}; // its numbers are the same everywhere
};

constexpr int manyPeople = 4500; // more than 3,000 speak English: see person_search.cpp
const QDate today(2026, 6, 1);   // as the clock of a fresh store says

One somebody(Chance& chance)
{
    One one;
    one.person.givenName = chance.pick({"Dara", "Mei", "Ana", "Somchai", "Fatima", "Tomasi"});
    one.person.familyName = chance.pick({"Abad", "Chea", "Kim", "Sok", "Tan", "Uy", "Zhang"}) + QLatin1Char('-') +
                            QString::number(chance.below(2000));
    // People of one country stand together in the order of names.
    const bool isLate = one.person.familyName.at(0) >= QLatin1Char('T');
    one.person.country = chance.below(20) == 0 ? QString() : isLate ? QStringLiteral("WS") : chance.pick({"KH", "TH"});
    one.person.gender = chance.pick({"female", "male", "", "female"});
    one.person.status = chance.below(50) == 0 ? QStringLiteral("lost_contact") : QStringLiteral("active");
    if (chance.below(4) > 0)
        one.person.birthYear = 1950 + chance.below(50);
    one.issue = chance.below(40) == 0 ? chance.pick({"democracy", "migrant_workers"}) : QString();
    one.language = chance.below(6) > 0 ? QStringLiteral("en") : chance.pick({"km", ""});
    one.year = chance.below(3) == 0 ? 1990 + chance.below(10) : 0;
    one.part.role = chance.pick({"participant", "participant", "trainer"});
    one.part.outcome = chance.pick({"", "completed", "withdrew", "absent"});
    one.state = chance.pick({"", "attended", "accepted", "declined", "invited"});
    if (chance.below(3) == 0)
        one.noted = today.addDays(-chance.below(2000));
    if (chance.below(4) > 0) {
        one.purpose = chance.pick({"directory", "funders"});
        one.agrees = chance.below(3) > 0;
    }
    one.person.place = chance.below(30) == 0 ? QStringLiteral("Siem Reap") : QStringLiteral("Phnom Penh");
    one.key = QString(one.person.familyName + QLatin1Char(' ') + one.person.givenName).toLower();
    return one;
}

class World
{
public:
    World()
    {
        Chance chance;
        REQUIRE_OK(file->load([&](ChangeWriter& writer) -> Result<> {
            std::vector<Id<ProgramEdition>> editions;
            for (int year = 1990; year < 2000; ++year) {
                ProgramEdition edition;
                edition.title = QStringLiteral("Program %1").arg(year);
                edition.start = PartialDate(year, 3);
                DTP_TRY(id, writer.insert(edition));
                editions.push_back(id);
            }
            std::vector<Id<Workshop>> workshops;
            for (const QDate start : {QDate(2025, 2, 1), QDate()}) {
                Workshop workshop;
                workshop.title = QStringLiteral("Workshop");
                workshop.start = start;
                DTP_TRY(id, writer.insert(workshop));
                workshops.push_back(id);
            }
            for (int i = 0; i < manyPeople; ++i) {
                One one = somebody(chance);
                DTP_TRY(id, writer.insert(one.person));
                one.person.id = id;
                if (!one.issue.isEmpty())
                    DTP_CHECK(writer.insert(PersonIssue{{}, id, one.issue}));
                if (!one.language.isEmpty())
                    DTP_CHECK(writer.insert(PersonLanguage{{}, id, one.language, {}}));
                if (one.year > 0) {
                    one.part.person = id;
                    one.part.edition = editions[static_cast<size_t>(one.year - 1990)];
                    DTP_CHECK(writer.insert(one.part));
                }
                if (!one.state.isEmpty()) {
                    Invitation invitation;
                    invitation.person = id;
                    invitation.workshop = workshops[static_cast<size_t>(i % 2)];
                    invitation.state = one.state;
                    DTP_CHECK(writer.insert(invitation));
                }
                if (!one.purpose.isEmpty()) {
                    Consent consent;
                    consent.person = id;
                    consent.purpose = one.purpose;
                    consent.answer = one.agrees ? QStringLiteral("agreed") : QStringLiteral("refused");
                    consent.answeredOn = today.addDays(-3);
                    DTP_CHECK(writer.insert(consent));
                }
                if (one.noted.isValid())
                    DTP_CHECK(writer.insert(
                        ContactNote{{}, id, one.noted, QStringLiteral("call"), QStringLiteral("Spoke"), {}, {}, {}}));
                people.push_back(std::move(one));
            }
            return {};
        }));
    }

    FreshStore file;
    std::vector<One> people;
};

Asked filter(const char* key, const QString& value, Predicate holds)
{
    return {filterNode(QLatin1String(key), {value}), std::move(holds)};
}

Asked leaf(Chance& chance)
{
    switch (chance.below(15)) {
    case 0: {
        const QString code = chance.pick({"KH", "TH", "WS"});
        return filter("country", code, [code](const One& one) { return one.person.country == code; });
    }
    case 1:
        return {filterNode(QStringLiteral("country"), {QStringLiteral("KH"), QStringLiteral("WS")}),
                [](const One& one) {
                    return one.person.country == QLatin1String("KH") || one.person.country == QLatin1String("WS");
                }};
    case 2: {
        const QString code = chance.pick({"female", "male", "none"});
        return filter("gender", code, [code](const One& one) {
            return one.person.gender == (code == QLatin1String("none") ? QString() : code);
        });
    }
    case 3: {
        const int year = 1950 + chance.below(50);
        return filter("birth_year", QStringLiteral(">%1").arg(year), [year](const One& one) -> Truth {
            return one.person.birthYear ? Truth(*one.person.birthYear > year) : std::nullopt;
        });
    }
    case 4:
        return filter("status", QStringLiteral("lost_contact"),
                      [](const One& one) { return one.person.status == QLatin1String("lost_contact"); });
    case 5: {
        const QString code = chance.pick({"democracy", "migrant_workers", "any", "none"});
        return filter("issue", code, [code](const One& one) {
            return code == QLatin1String("any")    ? !one.issue.isEmpty()
                   : code == QLatin1String("none") ? one.issue.isEmpty()
                                                   : one.issue == code;
        });
    }
    case 6: {
        const QString code = chance.pick({"en", "km"});
        return filter("language", code, [code](const One& one) { return one.language == code; });
    }
    case 7: {
        const int year = 1990 + chance.below(10);
        return filter("year", QStringLiteral("%1-%2").arg(year).arg(year + 1),
                      [year](const One& one) { return one.year == year || one.year == year + 1; });
    }
    case 8: {
        const int years = 1 + chance.below(5);
        const QDate since = today.addYears(-years);
        return filter("silent", QStringLiteral(">%1y").arg(years),
                      [since](const One& one) { return !one.noted.isValid() || one.noted < since; });
    }
    case 9: {
        const QString purpose = chance.pick({"directory", "funders", "any", "none", "publicity"});
        return filter("consent", purpose, [purpose](const One& one) {
            return purpose == QLatin1String("any")    ? one.agrees
                   : purpose == QLatin1String("none") ? !one.agrees
                                                      : one.agrees && one.purpose == purpose;
        });
    }
    case 10: {
        const QString part = chance.pick({"iem r", "REAP", "nom", "penh phnom", "-"});
        return filter("place", part,
                      [part](const One& one) { return one.person.place.contains(part, Qt::CaseInsensitive); });
    }
    case 11: {
        const QString part = chance.pick({"hea-1", "hang", "99", "y-7", "quite another"});
        return filter("family_name", part,
                      [part](const One& one) { return one.person.familyName.contains(part, Qt::CaseInsensitive); });
    }
    case 12: {
        const QString yes = chance.pick({"yes", "no"});
        return filter("alumni", yes, [yes](const One& one) {
            const bool finished = one.part.outcome.isEmpty() || one.part.outcome == QLatin1String("completed");
            return (one.year > 0 && one.part.role == QLatin1String("participant") && finished) ==
                   (yes == QLatin1String("yes"));
        });
    }
    case 13: {
        const QString yes = chance.pick({"yes", "no"});
        return filter("first_timer", yes, [yes](const One& one) {
            const bool came = one.state == QLatin1String("attended") || one.state == QLatin1String("accepted");
            return came != (yes == QLatin1String("yes"));
        });
    }
    default: {
        const QString name = chance.pick({"Dara", "Mei", "Tomasi"});
        return {wordsNode(name), [name](const One& one) { return one.person.givenName == name; }};
    }
    }
}

Asked asked(Chance& chance, int depth)
{
    const int kind = depth == 0 ? 0 : chance.below(6);
    if (kind < 2)
        return leaf(chance);
    if (kind == 2) {
        const Asked inner = asked(chance, depth - 1);
        return {notOf(inner.query), [inner](const One& one) -> Truth {
                    const Truth holds = inner.holds(one);
                    return holds ? Truth(!*holds) : std::nullopt;
                }};
    }
    const Asked first = asked(chance, depth - 1);
    const Asked second = asked(chance, depth - 1);
    const bool isAll = kind < 5;
    return {isAll ? allOf({first.query, second.query}) : anyOf({first.query, second.query}),
            [first, second, isAll](const One& one) -> Truth {
                const Truth a = first.holds(one);
                const Truth b = second.holds(one);
                if (a == Truth(!isAll) || b == Truth(!isAll))
                    return !isAll;
                return a && b ? Truth(isAll) : std::nullopt;
            }};
}

std::vector<qint64> keysInOrder(std::vector<const One*> people, const RecordOrder& order)
{
    std::sort(people.begin(), people.end(), [&](const One* a, const One* b) {
        if (order.key == QLatin1String("id"))
            return order.isDescending ? a->person.id.value > b->person.id.value
                                      : a->person.id.value < b->person.id.value;
        if (order.key == QLatin1String("country") && a->person.country != b->person.country)
            return a->person.country < b->person.country;
        const bool isBefore = a->key != b->key ? a->key < b->key : a->person.id.value < b->person.id.value;
        return order.isDescending ? !isBefore && a != b : isBefore;
    });
    std::vector<qint64> keys;
    for (const One* one : people)
        keys.push_back(one->person.id.value);
    return keys;
}
} // namespace

TEST_CASE("queries by chance find, count and order whom plain C++ finds", "[search][random]")
{
    const World all;
    const Store& store = *all.file.store;
    const RecordOrder orders[] = {{QStringLiteral("name"), false},
                                  {QStringLiteral("name"), true},
                                  {QStringLiteral("country"), false},
                                  {QStringLiteral("gender"), false},
                                  {QStringLiteral("id"), true}};
    Chance chance;
    for (int round = 0; round < 250; ++round) {
        const Asked one = asked(chance, 3);
        const QString text = queryText(one.query);
        INFO(text.toStdString());
        const auto query = readQuery(store, Entity::Person, text);
        REQUIRE_OK(query);
        CHECK(*query == one.query);
        std::vector<const One*> matching;
        for (const One& person : all.people) {
            if (one.holds(person) == Truth(true))
                matching.push_back(&person);
        }
        CHECK(countRecords(store, Entity::Person, *query).value() == static_cast<qint64>(matching.size()));
        const std::vector<QueryNode> conditions = conditionsOf(one.query);
        const bool isWordsAlone = std::all_of(conditions.begin(), conditions.end(), [](const QueryNode& node) {
            return node.kind == QueryNode::Kind::Words;
        });
        for (const RecordOrder& order : orders) {
            INFO(order.key.toStdString() << (order.isDescending ? " descending" : ""));
            // Words alone come by name in an order of their own.
            if (order.key == QLatin1String("name") && isWordsAlone)
                continue;
            if (order.key == QLatin1String("gender")) {
                CHECK(findRecords(store, Entity::Person, *query, order, 30)->size() ==
                      std::min<size_t>(30, matching.size()));
                continue;
            }
            std::vector<qint64> expected = keysInOrder(matching, order);
            CHECK(findRecords(store, Entity::Person, *query, order).value() == expected);
            expected.erase(expected.begin(), expected.begin() + std::min<qsizetype>(7, std::ssize(expected)));
            expected.resize(std::min<size_t>(30, expected.size()));
            CHECK(findRecords(store, Entity::Person, *query, order, 30, 7).value() == expected);
        }
    }
}

TEST_CASE("what somebody agrees to, and the words of her texts, follow every change and leave no trace",
          "[search][random]")
{
    FreshStore file;
    const QDate day = today;
    Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Unforgettable"), QStringLiteral("KH"));
    addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    const auto count = [&](const char* query) {
        return countRecords(*file, Entity::Person, *readQuery(*file, Entity::Person, QLatin1String(query))).value();
    };
    const auto peopleWith = [&](const char* word) {
        auto select = Statement::prepare(file->handle(), "SELECT people FROM person_word WHERE word = ?");
        REQUIRE_OK(select);
        select->bindUtf8(1, word);
        return select->step().value() ? select->integer(0) : 0;
    };
    Consent consent;
    consent.person = person.id;
    consent.purpose = QStringLiteral("directory");
    consent.answer = QStringLiteral("agreed");
    consent.expiresOn = day;
    REQUIRE_OK(file->change(QStringLiteral("Ask"), [&](ChangeWriter& w) -> Result<> {
        DTP_TRY(id, w.insert(consent));
        consent.id = id;
        return {};
    }));
    CHECK(count("consent:directory") == 1);
    CHECK(count("consent:directory,any") == 1);
    CHECK(count("consent:none") == 1);
    CHECK(count("-consent:directory family_name:forgetta") == 0);
    file.clock.set(utcMoment(day.addDays(1), QTime(9, 0))); // nothing is written when an agreement ends
    CHECK(count("consent:directory") == 0);
    CHECK(count("consent:directory(ever)") == 1);
    file.clock.set(utcMoment(day, QTime(9, 0)));
    consent.answer = QStringLiteral("withdrawn");
    REQUIRE_OK(file->change(QStringLiteral("Withdraw"), [&](ChangeWriter& w) { return w.update(consent); }));
    CHECK(count("consent:any") == 0);
    REQUIRE_OK(file->undo());
    CHECK(count("consent:any") == 1);
    CHECK(file->check().value() == QStringList());

    CHECK(peopleWith("dara") == 2);
    CHECK(peopleWith("unforgettable") == 1);
    person.place = QStringLiteral("Phnom Penh, near the unforgettable market");
    REQUIRE_OK(file->change(QStringLiteral("Move"), [&](ChangeWriter& w) { return w.update(person); }));
    CHECK(count("place:\"the unforget\"") == 1);
    CHECK(peopleWith("unforgettable") == 1);
    REQUIRE_OK(file->change(QStringLiteral("Remove"), [&](ChangeWriter& w) { return w.remove(person.id); }));
    CHECK(peopleWith("dara") == 1);
    CHECK(peopleWith("unforgettable") == 0);
    CHECK(peopleWith("market") == 0);
    REQUIRE_OK(file->undo());
    CHECK(peopleWith("dara") == 2);
    CHECK(peopleWith("market") == 1);
    CHECK(file->check().value() == QStringList());
    // A word that another program lost is seen by the check, and mended when that is asked.
    REQUIRE(sqlite3_exec(file->handle(), "DELETE FROM person_word", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(file->check().value().size() == 1);
    REQUIRE_OK(file->rebuildIndexes());
    CHECK(peopleWith("market") == 1);
}
