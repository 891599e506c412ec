// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/holding.h>
#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
PartialDate date(const char* text)
{
    return *PartialDate::fromStorage(QString::fromUtf8(text));
}
} // namespace

TEST_CASE("A term holds from the first day of its beginning to the last day of its end", "[meaning]")
{
    struct Case {
        const char* from;
        const char* to;
        QDate day;
        bool holds;
    };
    const Case cases[] = {
        {"", "", QDate(2024, 6, 1), true},
        {"", "2024", QDate(2024, 12, 31), true},
        {"", "2024", QDate(2025, 1, 1), false},
        {"", "2024-02", QDate(2024, 2, 29), true},
        {"", "2024-02", QDate(2024, 3, 1), false},
        {"", "~2024", QDate(2025, 1, 1), false},
        {"2024", "", QDate(2023, 12, 31), false},
        {"2024", "", QDate(2024, 1, 1), true},
        {"~2024-03", "", QDate(2024, 2, 29), false},
        {"~2024-03", "", QDate(2024, 3, 1), true},
        {"2024-03-05", "2024-03-05", QDate(2024, 3, 5), true},
        {"2024-03-05", "2024-03-05", QDate(2024, 3, 6), false},
        {"2030", "2020", QDate(2025, 1, 1), false}, // an end before the beginning: never
    };
    FreshStore store;
    for (const Case& one : cases) {
        CAPTURE(one.from, one.to, one.day.toString(Qt::ISODate));
        CHECK(holdsOn(date(one.from), date(one.to), one.day) == one.holds);
        SqlPiece sql{"WITH t (from_date, to_date) AS (VALUES (?, ?)) SELECT 1 FROM t WHERE ",
                     {QString::fromUtf8(one.from), QString::fromUtf8(one.to)}};
        CHECK(keysOf(*store, sql + holdsOn("t", one.day)).size() == (one.holds ? 1U : 0U));
    }
}

TEST_CASE("Terms by chance hold in SQL as they do for one person", "[meaning]")
{
    const QDate today(2026, 2, 28);
    Chance chance(20260228);
    FreshStore store;
    Network network;
    network.name = QStringLiteral("Some network");
    std::vector<Membership> terms(2000);
    REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        Person person;
        person.givenName = QStringLiteral("Somebody");
        DTP_CHECK(writer.insert(person));
        DTP_CHECK(writer.insert(network));
        for (Membership& term : terms) {
            term.person = person.id;
            term.network = network.id;
            term.from = chance.partial(today);
            term.to = chance.partial(today);
            DTP_CHECK(writer.insert(term));
        }
        return {};
    }));
    std::vector<qint64> holding, ended;
    for (const Membership& term : terms) {
        if (holdsOn(term.from, term.to, today))
            holding.push_back(term.id.value);
        if (hasEnded(term.to, today))
            ended.push_back(term.id.value);
    }
    CHECK(holding.size() > 400);
    CHECK(ended.size() > 400);
    const SqlPiece all{"SELECT m.id FROM membership m WHERE ", {}};
    CHECK(keysOf(*store, all + termHolds("m", today) + QByteArray(" ORDER BY m.id")) == holding);
    CHECK(keysOf(*store, all + hasEnded("m", today) + QByteArray(" ORDER BY m.id")) == ended);
}

TEST_CASE("Partial dates sort by time in SQL as they do alone, unknown first", "[meaning]")
{
    FreshStore store;
    const SqlPiece sql{"WITH t (id, d) AS (VALUES (1, '2026'), (2, '~1999'), (3, '1999-05-01'), (4, ''), (5, "
                       "'2026-01'), (6, '~2025-12')) SELECT id FROM t ORDER BY " +
                           sortableDate("d"),
                       {}};
    CHECK(keysOf(*store, sql) == std::vector<qint64>{4, 2, 3, 6, 1, 5});
}
