// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/consents.h>
#include <meaning/holding.h>

#include <set>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);
const QString funders = QStringLiteral("funders");
const QString partners = QStringLiteral("partners");

Consent answer(const char* text, QDate on = {}, QDate until = {})
{
    Consent one;
    one.purpose = funders;
    one.answer = QString::fromUtf8(text);
    one.answeredOn = on;
    one.expiresOn = until;
    return one;
}

QByteArray keptOf(const std::vector<Consent>& consents)
{
    KeptAgreements kept;
    for (const Consent& one : consents)
        kept.add(one.id.value, one.purpose, one.answer, storedDay(one.answeredOn), storedDay(one.expiresOn));
    return kept.toBytes();
}

// The same rule written out: something that is agreed to on the day is so no longer the day after `last`.
bool endsWithin(const std::vector<Consent>& consents, QDate day, QDate last)
{
    return std::any_of(consents.begin(), consents.end(), [&](const Consent& one) {
        return agreesTo(consents, one.purpose, day) && !agreesTo(consents, one.purpose, last.addDays(1));
    });
}

SqlPiece peopleSql(const QStringList& purposes)
{
    return SqlPiece{"SELECT p.id FROM person p WHERE ", {}} + agreesTo("p.id", purposes, today) +
           QByteArray(" ORDER BY p.id");
}
} // namespace

TEST_CASE("The newest answer of a purpose counts, and every doubt counts for the person", "[meaning][consent]")
{
    struct Case {
        std::vector<Consent> consents;
        bool agrees;
    };
    const QDate before(2025, 1, 1);
    const Case cases[] = {
        {{}, false},
        {{answer("agreed")}, true},
        {{answer("agreed", before)}, true},
        {{answer("refused")}, false},
        {{answer("agreed", before), answer("refused")}, false},
        {{answer("refused"), answer("agreed", before)}, false},
        {{answer("agreed"), answer("withdrawn", before)}, false},
        {{answer("withdrawn", before), answer("agreed")}, false},
        {{answer("withdrawn", before), answer("agreed", before.addDays(1))}, true},
        {{answer("agreed", before), answer("refused", before)}, false},
        // Of one day the refusal counts, whichever was entered last, and also an unknown word.
        {{answer("refused", before), answer("agreed", before)}, false},
        {{answer("withdrawn", before), answer("agreed", before), answer("agreed", before)}, false},
        {{answer("perhaps", before), answer("agreed", before)}, false},
        {{answer("refused", before), answer("agreed", before), answer("agreed", before.addDays(1))}, true},
        {{answer("agreed", before, before), answer("agreed", before)}, true},
        {{answer("agreed", before), answer("agreed", before, before)}, false},
        {{answer("refused"), answer("agreed")}, false},
        {{answer("agreed", today.addDays(1))}, false},
        {{answer("agreed", today)}, true},
        {{answer("agreed", before, today)}, true},
        {{answer("agreed", before, today.addDays(-1))}, false},
        {{answer("perhaps", before)}, false},
        {{answer("agreed", before), answer("perhaps")}, false},
    };
    FreshStore store;
    for (const Case& one : cases) {
        const auto people = addPeopleWith<Consent>(*store, 1, [&] { return one.consents; });
        const auto consents = recordsOf<Consent>(*store, people.front());
        CAPTURE(&one - cases);
        CHECK(agreesTo(consents, funders, today) == one.agrees);
        const std::vector<qint64> found = keysOf(*store, peopleSql({funders}));
        CHECK((std::count(found.begin(), found.end(), people.front().id.value) == 1) == one.agrees);
        CHECK(KeptAgreements::hold(keptOf(consents), *KeptAgreements::bitsOf({funders}), today) == one.agrees);
    }
}

TEST_CASE("Consents by chance are read alike for one person, for many and in SQL", "[meaning][consent]")
{
    Chance chance(20260601);
    FreshStore store;
    const auto people = addPeopleWith<Consent>(*store, 600, [&] {
        std::vector<Consent> consents(static_cast<size_t>(chance.below(6)));
        for (Consent& one : consents) {
            one = answer(chance.pick({"agreed", "agreed", "refused", "withdrawn", "verbally"}), chance.day(today));
            one.purpose =
                chance.pick({QStringLiteral("funders"), QStringLiteral("partners"), QStringLiteral("press")});
            if (chance.oneIn(3))
                one.expiresOn = chance.day(today);
        }
        return consents;
    });
    std::set<qint64> either;
    for (const QString& purpose : {funders, QStringLiteral("partners")}) {
        std::vector<qint64> expected;
        for (const Person& person : people)
            if (agreesTo(recordsOf<Consent>(*store, person), purpose, today))
                expected.push_back(person.id.value);
        CAPTURE(purpose);
        CHECK(expected.size() > 50);
        const auto bulk = peopleWhoAgree(*store, {QStringLiteral("photo"), purpose, purpose}, today);
        REQUIRE_OK(bulk);
        REQUIRE(bulk->size() == 3);
        CHECK(bulk->at(1) == expected);
        CHECK(bulk->at(2) == expected);
        CHECK(keysOf(*store, peopleSql({purpose})) == expected);
        either.insert(expected.begin(), expected.end());
        // What is kept answers for any day, not for today alone.
        for (const Person& person : people) {
            const auto consents = recordsOf<Consent>(*store, person);
            for (const int days : {0, -1, 1, -400, 400, 40000}) {
                const QDate day = today.addDays(days);
                CHECK(KeptAgreements::hold(keptOf(consents), *KeptAgreements::bitsOf({purpose}), day) ==
                      agreesTo(consents, purpose, day));
                const bool isAny = agreesTo(consents, funders, day) || agreesTo(consents, partners, day) ||
                                   agreesTo(consents, QStringLiteral("press"), day);
                CHECK(KeptAgreements::hold(keptOf(consents), KeptAgreements::anyPurpose, day) == isAny);
                CHECK(KeptAgreements::end(keptOf(consents), day, day.addDays(200)) ==
                      endsWithin(consents, day, day.addDays(200)));
            }
        }
    }
    CHECK(!KeptAgreements::bitsOf({funders, QStringLiteral("press")})); // a word of the file's own
    CHECK(keysOf(*store, peopleSql({funders, QStringLiteral("partners")})) ==
          std::vector<qint64>(either.begin(), either.end()));
}

TEST_CASE("Who agreed to something that ends soon is said alike of one person, in SQL and by what is kept",
          "[meaning][consent]")
{
    Chance chance(20260602);
    FreshStore store;
    const auto people = addPeopleWith<Consent>(*store, 400, [&] {
        std::vector<Consent> consents(static_cast<size_t>(chance.below(4)));
        for (Consent& one : consents) {
            one = answer(chance.pick({"agreed", "agreed", "agreed", "withdrawn"}), chance.day(today));
            one.purpose = chance.pick({QStringLiteral("funders"), QStringLiteral("press")});
            if (chance.oneIn(2))
                one.expiresOn = chance.day(today);
        }
        return consents;
    });
    for (const int days : {0, 1, 90, 3000}) {
        const QDate last = today.addDays(days);
        std::vector<qint64> expected;
        for (const Person& person : people)
            if (endsWithin(recordsOf<Consent>(*store, person), today, last))
                expected.push_back(person.id.value);
        CAPTURE(days);
        CHECK((days < 3000 || expected.size() > 20));
        CHECK(keysOf(*store, SqlPiece{"SELECT p.id FROM person p WHERE ", {}} +
                                 hasAgreementThatEnds("p.id", today, last) + QByteArray(" ORDER BY p.id")) ==
              expected);
    }
    struct Case {
        std::vector<Consent> consents;
        bool ends;
    };
    const QDate before(2025, 1, 1);
    const QDate soon = today.addDays(90);
    for (const auto& [consents, ends] :
         {Case{{answer("agreed", before, soon)}, true}, Case{{answer("agreed", before, today)}, true},
          Case{{answer("agreed", before, soon.addDays(1))}, false},
          Case{{answer("agreed", before, today.addDays(-1))}, false}, Case{{answer("agreed", before)}, false},
          Case{{answer("agreed", today.addDays(1), soon)}, false},
          Case{{answer("agreed", before, soon), answer("withdrawn", today)}, false},
          Case{{answer("agreed", before, soon), answer("agreed", today)}, false}}) {
        const auto person = addPeopleWith<Consent>(*store, 1, [&, all = consents] { return all; }).front();
        CAPTURE(consents.size(), ends);
        const auto keys = keysOf(*store, SqlPiece{"SELECT p.id FROM person p WHERE ", {}} +
                                             hasAgreementThatEnds("p.id", today, soon));
        CHECK((std::count(keys.begin(), keys.end(), person.id.value) == 1) == ends);
        CHECK(KeptAgreements::end(keptOf(recordsOf<Consent>(*store, person)), today, soon) == ends);
    }
}

TEST_CASE("A consent whose end cannot be read has ended, and one whose day cannot be read is undated",
          "[meaning][consent]")
{
    FreshStore store;
    const auto people = addPeopleWith<Consent>(*store, 3, [] { return std::vector{answer("agreed")}; });
    const auto put = [&](const Person& person, const char* column, const char* text) {
        keysOf(*store, {QByteArray("UPDATE consent SET ") + column + " = ? WHERE person_id = ?",
                        {QString::fromUtf8(text), QVariant(person.id.value)}});
    };
    put(people[0], "expires_on", "end of 2030");
    put(people[1], "expires_on", "2030-02-31");
    put(people[2], "answered_on", "2030-02-31");
    const std::vector<qint64> expected{people[2].id.value};
    const auto bulk = peopleWhoAgree(*store, {funders}, today);
    REQUIRE_OK(bulk);
    CHECK(bulk->at(0) == expected);
    CHECK(keysOf(*store, peopleSql({funders})) == expected);
    const QString agreed = QStringLiteral("agreed");
    for (const auto& [on, until, holds] : {std::tuple("", "end of 2030", false), std::tuple("", "2030-02-31", false),
                                           std::tuple("2030-02-31", "", true)}) {
        KeptAgreements kept;
        kept.add(1, funders, agreed, QLatin1String(on), QLatin1String(until));
        CHECK(KeptAgreements::hold(kept.toBytes(), *KeptAgreements::bitsOf({funders}), today) == holds);
    }
    CHECK_FALSE(KeptAgreements::hold("\x22\x25", KeptAgreements::anyPurpose, today)); // a piece of what was kept
}
