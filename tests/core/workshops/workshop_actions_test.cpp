// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_world.h"

#include <workshops/agenda.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("People are put on the list once, as one deed", "[workshop]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q);
    const Id<Person> bina = world.person(u"Bina Gurung"_q);
    auto outcome = inviteMany(*world, world.workshop, {asha});
    REQUIRE_OK(outcome);
    CHECK(world->nextUndo()->sentence == u"Put Asha Rai on the list of Alumni meeting"_q);
    outcome = inviteMany(*world, world.workshop, {asha, bina, bina}, u"invited"_q);
    REQUIRE_OK(outcome);
    CHECK(outcome->added.size() == 1);
    CHECK(outcome->alreadyThere == 2);
    CHECK(world.read(outcome->added[0]).state == u"invited"_q);
    CHECK(world.read(outcome->added[0]).invitedOn == QDate(2026, 6, 1));
    const auto history = world->history(1);
    outcome = inviteMany(*world, world.workshop, {asha});
    REQUIRE_OK(outcome);
    CHECK(world->nextUndo()->id == history->front().id);
    CHECK_FALSE(inviteMany(*world, world.workshop, {Id<Person>{77}}));
}

TEST_CASE("A new state sets the days that go with it", "[workshop]")
{
    SmallWorld world;
    const Id<Invitation> a = world.invitation(world.person(u"Asha Rai"_q));
    const Id<Invitation> b = world.invitation(world.person(u"Bina Gurung"_q));
    REQUIRE_OK(setInvitationState(*world, {a, b}, u"invited"_q));
    CHECK(world->nextUndo()->sentence == u"Mark 2 people as invited"_q);
    CHECK(world.read(a).invitedOn == QDate(2026, 6, 1));
    CHECK_FALSE(world.read(a).answeredOn.isValid());
    world.clock.set(utcMoment(QDate(2026, 6, 9), QTime(9, 0)));
    REQUIRE_OK(setInvitationState(*world, {a}, u"reminded"_q));
    CHECK(world.read(a).invitedOn == QDate(2026, 6, 1));
    REQUIRE_OK(setInvitationState(*world, {a}, u"declined"_q));
    CHECK(world->nextUndo()->sentence == u"Mark Asha Rai as declined"_q);
    CHECK(world.read(a).answeredOn == QDate(2026, 6, 9));
    world.clock.set(utcMoment(QDate(2026, 9, 16), QTime(9, 0)));
    REQUIRE_OK(setInvitationState(*world, {b}, u"accepted"_q));
    world.clock.set(utcMoment(QDate(2026, 9, 17), QTime(9, 0)));
    REQUIRE_OK(markAttendance(*world, {b}, true));
    CHECK(world.read(b).state == u"attended"_q);
    CHECK(world.read(b).answeredOn == QDate(2026, 9, 16));
    REQUIRE_OK(markAttendance(*world, {b}, false));
    CHECK(world.read(b).state == u"unable"_q);
    REQUIRE_OK(world->undo());
    CHECK(world.read(b).state == u"attended"_q);
    REQUIRE_OK(setInvitationState(*world, {b}, u"considered"_q));
    CHECK_FALSE(world.read(b).invitedOn.isValid());
    CHECK_FALSE(setInvitationState(*world, {Id<Invitation>{5}}, u"invited"_q));
    REQUIRE_OK(setInvitationState(*world, {}, u"invited"_q));
}

TEST_CASE("Who declines and who takes the place are one deed", "[workshop]")
{
    SmallWorld world;
    const Id<Invitation> a = world.invitation(world.person(u"Asha Rai"_q), u"invited"_q);
    const Id<Person> bina = world.person(u"Bina Gurung"_q);
    const Id<Invitation> reserve = world.invitation(bina);
    REQUIRE_OK(setReserve(*world, {reserve}, true));
    REQUIRE_OK(replaceInvited(*world, a, {bina, u"Bina Gurung"_q, false, u"Also from Nepal"_q}));
    CHECK(world->nextUndo()->sentence == u"Put Bina Gurung in the place of Asha Rai"_q);
    CHECK(world.read(a).state == u"declined"_q);
    CHECK_FALSE(world.read(reserve).reserve);
    CHECK(world.read(reserve).reason == u"In the place of Asha Rai. Also from Nepal"_q);
    REQUIRE_OK(world->undo());
    CHECK(world.read(a).state == u"invited"_q);
    CHECK(world.read(reserve).reserve);
}

TEST_CASE("People are taken off the list together", "[workshop]")
{
    SmallWorld world;
    const Id<Invitation> a = world.invitation(world.person(u"Asha Rai"_q));
    const Id<Invitation> b = world.invitation(world.person(u"Bina Gurung"_q));
    REQUIRE_OK(removeInvitations(*world, {a, b}));
    CHECK(*world->count(Entity::Invitation) == 0);
    CHECK(world->nextUndo()->sentence == u"Take 2 people off the list of Alumni meeting"_q);
}

TEST_CASE("Targets are replaced as a whole: kept, changed, new and gone", "[workshop]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 2);
    world.target(u"country"_q, {}, 3);
    auto targets = *world->find<WorkshopTarget>();
    targets.erase(targets.begin() + 1);
    targets[0].minimum = 5;
    WorkshopTarget fresh;
    fresh.dimension = u"issue"_q;
    fresh.value = u"women"_q;
    fresh.minimum = 1;
    targets.push_back(fresh);
    REQUIRE_OK(setTargets(*world, world.workshop, targets));
    const auto after = *world->find<WorkshopTarget>();
    REQUIRE(after.size() == 2);
    CHECK(after[0].minimum == 5);
    CHECK(after[1].dimension == u"issue"_q);
    CHECK(after[1].workshop == world.workshop);
}

TEST_CASE("Sessions are added, moved, changed, led and removed, each as a deed of its own", "[workshop]")
{
    SmallWorld world;
    const auto time = [](int hour, int minute = 0) { return QDateTime(QDate(2026, 9, 14), QTime(hour, minute)); };
    const auto session =
        addSession(*world, {{}, world.workshop, u"Opening"_q, time(9), time(10, 30), u"Hall"_q, u"plenary"_q, {}});
    REQUIRE_OK(session);
    CHECK(world->nextUndo()->sentence == u"Add session “Opening”"_q);
    REQUIRE_OK(moveSession(*world, *session, time(11), u"Garden"_q));
    CHECK(world->get(*session)->start == time(11));
    CHECK(world->get(*session)->end == time(12, 30));
    CHECK(world->get(*session)->room == u"Garden"_q);

    Session changed = *world->get(*session);
    changed.end = time(10);
    const auto refused = changeSession(*world, changed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence ==
          u"“Opening” would end at 10:00, not after it starts at 11:00. Give it a later end."_q);
    changed.start = {};
    CHECK_FALSE(changeSession(*world, changed));
    CHECK_FALSE(addSession(*world, changed));

    const Id<Person> asha = world.person(u"Asha Rai"_q);
    const Id<Person> chan = world.person(u"Chan Vuthy"_q);
    REQUIRE_OK(addFacilitators(*world, *session, {asha, chan, asha}));
    CHECK(world->nextUndo()->sentence == u"Let Asha Rai and Chan Vuthy lead “Opening”"_q);
    REQUIRE_OK(addFacilitators(*world, *session, {asha}));
    const auto facilitations = *world->find<Facilitation>();
    REQUIRE(facilitations.size() == 2);
    REQUIRE_OK(removeFacilitator(*world, facilitations[0].id));
    CHECK(world->nextUndo()->sentence == u"Let Asha Rai no longer lead “Opening”"_q);
    REQUIRE_OK(removeSession(*world, *session));
    CHECK(*world->count(Entity::Facilitation) == 0);
    REQUIRE_OK(world->undo());
    CHECK(*world->count(Entity::Facilitation) == 1);
    CHECK_FALSE(addFacilitators(*world, Id<Session>{4}, {asha}));
}

TEST_CASE("A session and those who lead it are kept as one deed", "[workshop]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q);
    const Id<Person> chan = world.person(u"Chan Vuthy"_q);
    Session session;
    session.workshop = world.workshop;
    session.title = u"Opening"_q;
    const auto key = keepSession(*world, session, {{{}, {}, asha, u"facilitator"_q}, {{}, {}, chan, u"rapporteur"_q}});
    REQUIRE_OK(key);
    auto there = *world->find<Facilitation>();
    REQUIRE(there.size() == 2);
    session = *world->get(*key);
    session.room = u"Hall"_q;
    there.erase(there.begin());
    there[0].role = u"facilitator"_q;
    REQUIRE_OK(keepSession(*world, session, there));
    CHECK(world->find<Facilitation>()->size() == 1);
    CHECK(world->find<Facilitation>()->front().role == u"facilitator"_q);
    REQUIRE_OK(world->undo());
    CHECK(world->find<Facilitation>()->size() == 2);
    CHECK(world->get(*key)->room.isEmpty());
    REQUIRE_OK(world->undo());
    CHECK(*world->count(Entity::Session) == 0);
    session.title.clear();
    session.id = {};
    CHECK_FALSE(keepSession(*world, session, {}));
}
