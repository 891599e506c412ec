// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_world.h"

#include <workshops/workshop_sheets.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList linesOf(const Table& table)
{
    QStringList lines;
    for (const TableRow& row : table.rows) {
        QStringList cells;
        for (const Cell& cell : row.cells)
            cells.append(cell.text);
        lines.append(cells.join(QLatin1Char('|')));
    }
    return lines;
}

void addContact(SmallWorld& world, Id<Person> person, const QString& kind, const QString& value,
                bool preferred = false, bool doNotUse = false)
{
    world.add(ContactPoint{{}, person, kind, value, {}, preferred, doNotUse, {}});
}
} // namespace

TEST_CASE("The list of participants gives the preferred contact, and none of people at risk", "[sheets]")
{
    SmallWorld world;
    Traits traits;
    traits.sector = u"ngo"_q;
    const Id<Person> bina = world.person(u"Bina Gurung"_q, traits);
    addContact(world, bina, u"email"_q, u"old@example.org"_q, false, true);
    addContact(world, bina, u"email"_q, u"office@example.org"_q);
    addContact(world, bina, u"email"_q, u"bina@example.org"_q, true);
    addContact(world, bina, u"whatsapp"_q, u"+977 1 234"_q);
    traits = {};
    traits.safety = u"at_risk"_q;
    const Id<Person> asha = world.person(u"Asha Rai"_q, traits);
    addContact(world, asha, u"email"_q, u"asha@example.org"_q, true);
    world.invitation(bina, u"accepted"_q);
    world.invitation(asha, u"attended"_q);
    world.invitation(world.person(u"Chan Vuthy"_q), u"invited"_q);
    const auto coming = participantsTable(*world, world.workshop, OnSheet::Coming);
    REQUIRE_OK(coming);
    CHECK(
        linesOf(*coming) ==
        QStringList{
            u"Asha Rai|Nepal||Participant|Attended|Woman||"_q,
            u"Bina Gurung|Nepal|Bina Gurung's organisation|Participant|Accepted|Woman|bina@example.org|+977 1 234"_q});
    CHECK(coming->rows[0].subjects == Subjects(asha));
    CHECK(participantsTable(*world, world.workshop, OnSheet::Everybody)->rows.size() == 3);
}

TEST_CASE("The printed agenda has a table for each day, with those who lead in the row of the session", "[sheets]")
{
    SmallWorld world;
    CHECK_FALSE(agendaDocument(*world, world.workshop));
    const Id<Person> asha = world.person(u"Asha Rai"_q);
    const auto session = world.session(u"Opening"_q, u"2026-09-14 09:00"_q, u"2026-09-14 10:00"_q, u"Hall"_q);
    REQUIRE_OK(addFacilitators(*world, session, {asha}));
    world.session(u"Closing"_q, u"2026-09-15 16:00"_q, u"2026-09-15 17:00"_q);
    const auto document = agendaDocument(*world, world.workshop);
    REQUIRE_OK(document);
    REQUIRE(document->blocks.size() == 4);
    CHECK(std::get<HeadingBlock>(document->blocks[0]).text == u"Monday 14 September 2026"_q);
    const Table& first = std::get<TableBlock>(document->blocks[1]).table;
    CHECK(linesOf(first) == QStringList{u"09:00–10:00|Opening|Hall"_q, u"|Led by Asha Rai, Nepal|"_q});
    CHECK(first.rows[0].subjects.isEmpty());
    CHECK(first.rows[1].subjects == Subjects(asha));
    CHECK_FALSE(first.rows[0].goesOn);
    CHECK(first.rows[1].goesOn); // a row for the gate, on paper a part of the one above
    CHECK(document->days == u"14–15 September 2026"_q);
}

TEST_CASE("The sign-in sheet has a page for each day", "[sheets]")
{
    SmallWorld world;
    CHECK_FALSE(signInDocument(*world, world.workshop));
    world.invitation(world.person(u"Asha Rai"_q), u"accepted"_q);
    const auto document = signInDocument(*world, world.workshop);
    REQUIRE_OK(document);
    REQUIRE(document->blocks.size() == 5);
    CHECK(std::get<HeadingBlock>(document->blocks[3]).text == u"Tuesday 15 September 2026"_q);
    const Table& second = std::get<TableBlock>(document->blocks[4]).table;
    CHECK(linesOf(second) == QStringList{u"1|Asha Rai||Nepal|"_q, u"2||||"_q, u"3||||"_q, u"4||||"_q, u"5||||"_q,
                                         u"6||||"_q}); // lines for those who come unannounced
    CHECK(second.isFilledIn);
}
