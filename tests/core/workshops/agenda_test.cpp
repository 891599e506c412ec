// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_world.h"

#include <workshops/agenda.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList warningsOf(SmallWorld& world)
{
    const auto agenda = readAgenda(*world, world.workshop);
    REQUIRE_OK(agenda);
    QStringList sentences;
    for (const AgendaDay& day : agenda->days) {
        for (const AgendaSession& session : day.sessions) {
            for (const AgendaWarning& warning : session.warnings)
                sentences.append(QString(session.session.title + QStringLiteral(": ") + warning.sentence));
        }
    }
    return sentences;
}
} // namespace

TEST_CASE("The agenda shows every day with its sessions in order, and those without a time last", "[agenda]")
{
    SmallWorld world;
    world.session(u"Later"_q, u"2026-09-14 11:00"_q, u"2026-09-14 12:00"_q);
    world.session(u"Opening"_q, u"2026-09-14 09:00"_q, u"2026-09-14 10:30"_q);
    world.session(u"Sometime"_q, {}, {});
    const auto agenda = readAgenda(*world, world.workshop);
    REQUIRE_OK(agenda);
    REQUIRE(agenda->days.size() == 3);
    CHECK(agenda->days[0].number == 1);
    CHECK(agenda->days[0].sessions.size() == 2);
    CHECK(agenda->days[0].sessions[0].session.title == u"Opening"_q);
    CHECK(timeText(agenda->days[0].sessions[0].session) == u"09:00–10:30"_q);
    CHECK(agenda->days[1].date == QDate(2026, 9, 15));
    CHECK(agenda->days[1].sessions.empty());
    CHECK_FALSE(agenda->days[2].date.isValid());
    CHECK(agenda->days[2].sessions[0].session.title == u"Sometime"_q);
}

TEST_CASE("Sessions are led in pairs from two countries, breaks by nobody", "[agenda]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q, {{}, u"NP"_q});
    const Id<Person> bina = world.person(u"Bina Gurung"_q, {{}, u"NP"_q});
    const Id<Person> chan = world.person(u"Chan Vuthy"_q, {{}, u"KH"_q});
    const auto alone = world.session(u"A"_q, u"2026-09-14 09:00"_q, u"2026-09-14 10:00"_q);
    const auto same = world.session(u"B"_q, u"2026-09-14 10:00"_q, u"2026-09-14 11:00"_q);
    const auto good = world.session(u"C"_q, u"2026-09-14 11:00"_q, u"2026-09-14 12:00"_q);
    world.session(u"Lunch"_q, u"2026-09-14 12:00"_q, u"2026-09-14 13:00"_q, {}, u"break"_q);
    const auto nobody = world.session(u"D"_q, u"2026-09-14 13:00"_q, u"2026-09-14 14:00"_q);
    REQUIRE_OK(addFacilitators(*world, alone, {asha}));
    REQUIRE_OK(addFacilitators(*world, same, {asha, bina}));
    REQUIRE_OK(addFacilitators(*world, good, {asha, chan, bina}));
    REQUIRE_OK(addFacilitators(*world, nobody, {bina}, u"rapporteur"_q));
    CHECK(warningsOf(world) == QStringList{u"A: One facilitator only: Asha Rai."_q,
                                           u"B: Both facilitators are from Nepal."_q, u"D: Nobody leads it yet."_q});
}

TEST_CASE("A person or a room in two sessions at once is told at both, back to back is none", "[agenda]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q, {{}, u"NP"_q});
    const Id<Person> chan = world.person(u"Chan %1 Vuthy %2"_q, {{}, u"KH"_q});
    const auto a = world.session(u"A %1"_q, u"2026-09-14 09:00"_q, u"2026-09-14 10:30"_q, u"Hall 1"_q);
    const auto b = world.session(u"B"_q, u"2026-09-14 10:00"_q, u"2026-09-14 11:00"_q, u"hall  1"_q);
    const auto c = world.session(u"C"_q, u"2026-09-14 11:00"_q, u"2026-09-14 12:00"_q, u"Hall 1"_q);
    for (const auto session : {a, b, c})
        REQUIRE_OK(addFacilitators(*world, session, {asha, chan}));
    CHECK(warningsOf(world) == QStringList{u"A %1: Asha Rai is in “B” at the same time."_q,
                                           u"A %1: Chan %1 Vuthy %2 is in “B” at the same time."_q,
                                           u"A %1: Hall 1 is taken by “B” at the same time."_q,
                                           u"B: Asha Rai is in “A %1” at the same time."_q,
                                           u"B: Chan %1 Vuthy %2 is in “A %1” at the same time."_q,
                                           u"B: Hall 1 is taken by “A %1” at the same time."_q});
    const auto agenda = readAgenda(*world, world.workshop);
    REQUIRE_OK(agenda);
    CHECK(agenda->warnings().size() == 3);
}

TEST_CASE("Times outside the workshop or the wrong way round are told", "[agenda]")
{
    SmallWorld world;
    world.session(u"Early"_q, u"2026-09-13 09:00"_q, u"2026-09-13 10:00"_q, {}, u"social"_q);
    world.session(u"Backwards"_q, u"2026-09-14 10:00"_q, u"2026-09-14 09:00"_q, {}, u"break"_q);
    world.session(u"Open end"_q, u"2026-09-15 10:00"_q, {}, {}, u"break"_q);
    world.session(u"Late"_q, u"2026-09-16 09:00"_q, u"2026-09-16 10:00"_q, {}, u"social"_q);
    world.session(u"No time"_q, {}, {}, {}, u"break"_q);
    CHECK(warningsOf(world) == QStringList{u"Early: Is on 13 September, before the workshop begins on 14 September."_q,
                                           u"Backwards: Ends at 09:00, not after it starts at 10:00."_q,
                                           u"Open end: Has no end time yet."_q,
                                           u"Late: Is on 16 September, after the workshop ends on 15 September."_q,
                                           u"No time: Has no time yet."_q});
}

TEST_CASE("A facilitator who declined the workshop is told", "[agenda]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q, {{}, u"NP"_q});
    const Id<Person> chan = world.person(u"Chan Vuthy"_q, {{}, u"KH"_q});
    world.invitation(asha, u"unable"_q);
    const auto session = world.session(u"A"_q, u"2026-09-14 09:00"_q, u"2026-09-14 10:00"_q);
    REQUIRE_OK(addFacilitators(*world, session, {asha, chan}));
    CHECK(warningsOf(world) == QStringList{u"A: Asha Rai is not coming to the workshop."_q});
}

TEST_CASE("A workshop whose last day was typed a thousand years late makes no thousand days", "[agenda]")
{
    Workshop workshop;
    workshop.start = QDate(2026, 9, 14);
    workshop.end = QDate(3026, 9, 15);
    CHECK(makeAgenda(workshop, {}).days.empty());
    workshop.end = QDate(2026, 9, 1);
    CHECK(makeAgenda(workshop, {}).days.empty());
}
