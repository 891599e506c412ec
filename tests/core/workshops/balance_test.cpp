// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_world.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
const BalanceGroup& groupOf(const Balance& balance, const QString& dimension)
{
    for (const BalanceGroup& group : balance.groups) {
        if (group.dimension == dimension)
            return group;
    }
    FAIL("no such side: " << dimension.toStdString());
    return balance.groups.front();
}

// "Women 2/2/1/0": considered, invited, accepted, attended.
QStringList rowsOf(const Balance& balance, const QString& dimension)
{
    QStringList rows;
    for (const BalanceRow& row : groupOf(balance, dimension).rows)
        rows.append(QStringLiteral("%1 %2/%3/%4/%5")
                        .arg(row.label)
                        .arg(row.counts.considered)
                        .arg(row.counts.invited)
                        .arg(row.counts.accepted)
                        .arg(row.counts.attended));
    return rows;
}

Balance balanceOf(SmallWorld& world)
{
    auto balance = readBalance(*world, world.workshop);
    REQUIRE_OK(balance);
    return *balance;
}
} // namespace

TEST_CASE("The balance counts people by every side and by how far their invitation is", "[balance]")
{
    SmallWorld world;
    world.invitation(
        world.person(u"Asha Rai"_q, {u"female"_q, u"NP"_q, {u"migrant_workers"_q, u"women"_q}, {}, u"ngo"_q, 1994}),
        u"accepted"_q);
    world.invitation(world.person(u"Bina Gurung"_q, {u"female"_q, u"NP"_q, {u"women"_q}, {}, u"trade_union"_q, 2003}),
                     u"reminded"_q);
    world.invitation(world.person(u"Chan Vuthy"_q, {u"male"_q, u"KH"_q, {}, {}, {}, 1999}));
    world.invitation(world.person(u"Dewi Putri"_q, {u"female"_q, u"ID"_q}), u"declined"_q);
    world.invitation(world.person(u"Eka Sari"_q, {u"female"_q, u"ID"_q}), u"accepted"_q, u"trainer"_q);
    const Balance balance = balanceOf(world);

    CHECK(balance.total == BalanceCounts{3, 2, 1, 0});
    CHECK(balance.declined == 1);
    CHECK(balance.otherRoles == 1);
    CHECK(rowsOf(balance, u"gender"_q) == QStringList{u"Women 2/2/1/0"_q, u"Men 1/0/0/0"_q});
    CHECK(rowsOf(balance, u"country"_q) == QStringList{u"Nepal 2/2/1/0"_q, u"Cambodia 1/0/0/0"_q});
    CHECK(rowsOf(balance, u"issue"_q) ==
          QStringList{u"Women's rights 2/2/1/0"_q, u"Migrant workers 1/1/1/0"_q, u"Not known 1/0/0/0"_q});
    CHECK(rowsOf(balance, u"sector"_q) ==
          QStringList{u"NGO 1/1/1/0"_q, u"Trade union 1/1/0/0"_q, u"Not known 1/0/0/0"_q});
    CHECK(rowsOf(balance, u"cohort"_q) == QStringList{u"1990s 2/1/1/0"_q, u"2000s 1/1/0/0"_q});
    CHECK(rowsOf(balance, u"first_time"_q) == QStringList{u"First time in a workshop 3/2/1/0"_q});
    CHECK(groupOf(balance, u"country"_q).different == 2);
}

TEST_CASE("A target can be set for every side that is counted, and for no other", "[balance]")
{
    const auto vocabulary = builtInVocabulary(u"target_dimensions"_q);
    REQUIRE_OK(vocabulary);
    QStringList offered;
    for (const VocabularyTerm& term : vocabulary->terms())
        offered.append(term.code);
    QStringList counted;
    for (const Dimension& dimension : dimensions())
        counted.append(dimension.code);
    CHECK(offered == counted);
}

TEST_CASE("Who came to an earlier workshop is no new voice, who comes to a later one still is", "[balance]")
{
    SmallWorld world;
    const Id<Person> returning = world.person(u"Asha Rai"_q);
    const Id<Person> fresh = world.person(u"Bina Gurung"_q);
    for (const auto& [person, year, state] :
         {std::tuple(returning, 2023, u"attended"_q), std::tuple(fresh, 2027, u"accepted"_q),
          std::tuple(fresh, 2022, u"declined"_q)}) {
        Workshop other;
        other.title = u"Another"_q;
        other.start = QDate(year, 6, 26);
        Invitation invitation;
        invitation.workshop = world.add(other);
        invitation.person = person;
        invitation.state = state;
        world.add(invitation);
    }
    world.invitation(returning);
    world.invitation(fresh);
    CHECK(rowsOf(balanceOf(world), u"first_time"_q) ==
          QStringList{u"First time in a workshop 1/0/0/0"_q, u"In a workshop before 1/0/0/0"_q});
}

TEST_CASE("Targets say in a sentence whether they are met, within reach or missed", "[balance]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 50, {}, true); // of 4 places
    world.target(u"country"_q, {}, 3);
    world.target(u"sector"_q, u"government"_q, {}, 0);
    world.target(u"issue"_q, u"climate"_q, 1);
    world.target(u"issue"_q, u"women"_q, 2);
    world.invitation(world.person(u"Asha Rai"_q, {u"female"_q, u"NP"_q}), u"accepted"_q);
    world.invitation(world.person(u"Bina Gurung"_q, {u"female"_q, u"NP"_q, {u"women"_q}}), u"accepted"_q);
    world.invitation(world.person(u"Chan Vuthy"_q, {u"male"_q, u"KH"_q, {u"climate"_q}}), u"invited"_q);
    world.invitation(world.person(u"Dara Kim"_q, {u"male"_q, u"KR"_q, {}, {}, u"government"_q}), u"accepted"_q);
    const Balance balance = balanceOf(world);
    QStringList sentences;
    for (const TargetState& target : balance.targets)
        sentences.append(target.sentence);
    CHECK(sentences == QStringList{u"Women: 2 of at least 2"_q,
                                   u"Different countries: 2 of at least 3; 1 more may still accept"_q,
                                   u"Government: 1 of at most 0; 1 too many"_q,
                                   u"Climate justice: 0 of at least 1; 1 more may still accept"_q,
                                   u"Women's rights: 1 of at least 2; 1 short"_q});
    CHECK(balance.targets[0].verdict == Verdict::Met);
    CHECK(balance.targets[1].verdict == Verdict::Reachable);
    CHECK(balance.targets[2].verdict == Verdict::Missed);
    CHECK(balance.targets[4].verdict == Verdict::Missed);
    CHECK(groupOf(balance, u"country"_q).differentTarget.has_value());
    CHECK(groupOf(balance, u"gender"_q).rows.front().target->minimum == 2);
}

TEST_CASE("While places are free, a target can still be reached by finding people, once it is over, not", "[balance]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 3);
    world.target(u"issue"_q, u"climate"_q, 1);
    world.target(u"gender"_q, u"male"_q, 4);
    world.invitation(world.person(u"Asha Rai"_q), u"accepted"_q);
    world.invitation(world.person(u"Bina Gurung"_q), u"invited"_q);
    QStringList sentences;
    for (const TargetState& target : balanceOf(world).targets)
        sentences.append(target.sentence);
    CHECK(sentences == QStringList{u"Women: 1 of at least 3; 1 may still accept, 1 more to be found"_q,
                                   u"Climate justice: 0 of at least 1; 1 more to be found"_q,
                                   u"Men: 0 of at least 4; 4 short"_q});
    world.clock.set(utcMoment(QDate(2026, 9, 20), QTime(9, 0)));
    CHECK(balanceOf(world).targets[1].verdict == Verdict::Missed);
}

TEST_CASE("Once attendance is marked, it alone counts", "[balance]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 2);
    world.invitation(world.person(u"Asha Rai"_q), u"attended"_q);
    world.invitation(world.person(u"Bina Gurung"_q), u"accepted"_q);
    const Balance balance = balanceOf(world);
    CHECK(balance.byAttendance);
    CHECK(balance.targets.front().sentence == u"Women: 1 of at least 2; 1 short"_q);
}

TEST_CASE("Reserves are counted apart until they are invited", "[balance]")
{
    SmallWorld world;
    const Id<Invitation> reserve = world.invitation(world.person(u"Asha Rai"_q));
    REQUIRE_OK(setReserve(*world, {reserve}, true));
    CHECK(balanceOf(world).total.considered == 0);
    CHECK(balanceOf(world).reserves == 1);
    REQUIRE_OK(setInvitationState(*world, {reserve}, u"invited"_q));
    CHECK(balanceOf(world).total == BalanceCounts{1, 1, 0, 0});
    CHECK(balanceOf(world).reserves == 0);
}

TEST_CASE("Percentages become whole people, minimum up and maximum down", "[balance]")
{
    WorkshopTarget target;
    target.value = u"female"_q;
    target.isPercent = true;
    target.minimum = 33;
    target.maximum = 50;
    CHECK(boundsOf(target, 28).minimum == 10);
    CHECK(boundsOf(target, 28).maximum == 14);
    CHECK(boundsOf(target, 0).minimum == 0);
    CHECK(boundsText(boundsOf(target, 28)) == u"10 to 14"_q);
    target.minimum = 50;
    CHECK(boundsText(boundsOf(target, 28)) == u"exactly 14"_q);
    CHECK(boundsText({}) == u"any number"_q);
}

TEST_CASE("A workshop without people, targets or date has a balance all the same", "[balance]")
{
    FreshStore store;
    Workshop workshop;
    workshop.title = u"Nothing yet"_q;
    REQUIRE_OK(store->change(u"Add"_q, [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(workshop));
        return {};
    }));
    const auto balance = readBalance(*store, workshop.id);
    REQUIRE_OK(balance);
    CHECK(balance->total == BalanceCounts{});
    CHECK(balance->groups.size() == 7);
    CHECK_FALSE(readBalance(*store, Id<Workshop>{12345}));
}
