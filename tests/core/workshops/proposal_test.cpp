// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_world.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList namesOf(const Proposal& proposal)
{
    QStringList names;
    for (const ProposedPerson& person : proposal.people)
        names.append(person.name);
    return names;
}

Proposal proposalOf(SmallWorld& world, const ProposalWish& wish)
{
    const auto pool = readPool(*world, wish);
    REQUIRE_OK(pool);
    auto proposal = propose(*world, *pool, wish);
    REQUIRE_OK(proposal);
    return *proposal;
}

ProposalWish wishOf(SmallWorld& world)
{
    auto wish = wishFor(*world, world.workshop);
    REQUIRE_OK(wish);
    return *wish;
}

const ProposedPerson& named(const Proposal& proposal, const QString& name)
{
    for (const ProposedPerson& person : proposal.people) {
        if (person.name == name)
            return person;
    }
    FAIL("not on the list: " << name.toStdString());
    return proposal.people.front();
}
} // namespace

TEST_CASE("A proposal meets the targets of the workshop and says why each person is on it", "[proposal]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 50, {}, true);
    world.target(u"country"_q, {}, 3);
    world.target(u"issue"_q, u"migrant_workers"_q, 1);
    world.person(u"Asha Rai"_q, {u"female"_q, u"NP"_q, {u"migrant_workers"_q}});
    world.person(u"Bikram Thapa"_q, {u"male"_q, u"NP"_q});
    world.person(
        u"Chan Vuthy"_q,
        {u"male"_q, u"KH"_q, {}, {u"un_treaty_bodies"_q}, {}, 0, u"active"_q, u"normal"_q, QDate(2026, 5, 3)});
    world.person(u"Dara Sok"_q, {u"male"_q, u"KH"_q});
    world.person(u"Ema Fono"_q, {u"female"_q, u"TO"_q});
    ProposalWish wish = wishOf(world);
    wish.skills = {u"un_treaty_bodies"_q};
    const Proposal proposal = proposalOf(world, wish);
    CHECK(namesOf(proposal) == QStringList{u"Chan Vuthy"_q, u"Asha Rai"_q, u"Bikram Thapa"_q, u"Ema Fono"_q});
    CHECK(proposal.missedTargets().empty());
    CHECK(proposal.isBest);
    CHECK(named(proposal, u"Asha Rai"_q).why ==
          u"One of 2 from Nepal; works on migrant workers; never in a workshop before"_q);
    CHECK(
        named(proposal, u"Chan Vuthy"_q).why ==
        u"The only one from Cambodia; skilled in UN treaty bodies; never in a workshop before; last contact in May 2026"_q);
    CHECK(proposal.targets[0].sentence == u"Women: 2 of at least 2"_q);
    CHECK(proposal.targets[1].sentence == u"Different countries: 3 of at least 3"_q);
}

TEST_CASE("Targets that cannot be met are told with the number that is missing", "[proposal]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 3);
    world.target(u"country"_q, {}, 3);
    world.target(u"country"_q, u"KH"_q, 4, {});
    world.person(u"Asha Rai"_q, {u"female"_q, u"NP"_q});
    for (const char16_t* name : {u"Bo Kem", u"Chan Vuthy", u"Dara Sok", u"Em Lina"})
        world.person(QString::fromUtf16(name), {u"male"_q, u"KH"_q});
    const Proposal proposal = proposalOf(world, wishOf(world));
    const auto missed = proposal.missedTargets();
    REQUIRE(missed.size() == 3);
    CHECK(missed[0].sentence == u"Women: 1 of at least 3, 2 short; there are no more among the candidates"_q);
    CHECK(missed[1].sentence ==
          u"Different countries: 2 of at least 3, 1 short; there are no more among the candidates"_q);
    CHECK(missed[2].sentence ==
          u"Cambodia: 3 of at least 4, 1 short; candidates: 4, but other wishes or the places stand against more"_q);
}

TEST_CASE("People set, excluded, at risk, dead or declined are dealt with as asked", "[proposal]")
{
    SmallWorld world;
    const Id<Person> set = world.person(u"Asha Rai"_q);
    const Id<Person> excluded = world.person(u"Bina Gurung"_q);
    world.person(u"Chan Vuthy"_q, {u"male"_q, u"KH"_q, {}, {}, {}, 0, u"active"_q, u"at_risk"_q});
    world.person(u"Dara Sok"_q, {u"male"_q, u"KH"_q, {}, {}, {}, 0, u"deceased"_q});
    world.person(u"Em Lina"_q, {u"female"_q, u"KH"_q, {}, {}, {}, 0, u"lost_contact"_q});
    world.invitation(world.person(u"Fa Noi"_q, {u"female"_q, u"TH"_q}), u"declined"_q);
    world.invitation(world.person(u"Gita Roy"_q, {u"female"_q, u"BD"_q}), u"accepted"_q);
    world.invitation(world.person(u"Trainer Tran"_q, {u"female"_q, u"VN"_q}), u"accepted"_q, u"trainer"_q);
    ProposalWish wish = wishOf(world);
    wish.locked = {set.value};
    wish.excluded = {excluded.value};
    Proposal proposal = proposalOf(world, wish);
    CHECK(namesOf(proposal) == QStringList{u"Gita Roy"_q, u"Asha Rai"_q});
    CHECK(named(proposal, u"Gita Roy"_q).why.startsWith(u"On the list already (accepted)"_q));
    CHECK(named(proposal, u"Asha Rai"_q).why.startsWith(u"Set by you"_q));
    CHECK(proposal.newPeople() == 1);
    CHECK(proposal.remarks.mid(0, 4) ==
          QStringList{u"Only 2 of 4 places are filled: nobody else may be on the list."_q,
                      u"1 left out who declined or cannot come."_q, u"1 left out for being at risk."_q,
                      u"2 left out who are deceased or out of contact."_q});
    wish.withAtRisk = true;
    proposal = proposalOf(world, wish);
    CHECK(named(proposal, u"Chan Vuthy"_q).isAtRisk);
    wish.size = 1;
    const auto pool = readPool(*world, wish);
    REQUIRE_OK(pool);
    const auto tooMany = propose(*world, *pool, wish);
    REQUIRE_FALSE(tooMany);
    CHECK(
        tooMany.error().sentence ==
        u"2 people are set or on the list already, but the list should have 1. Ask for more places, or set fewer."_q);
    wish.size = 0;
    CHECK_FALSE(propose(*world, *pool, wish));
}

TEST_CASE("Candidates may be a search or a list of people", "[proposal]")
{
    SmallWorld world;
    const Id<Person> asha = world.person(u"Asha Rai"_q);
    world.person(u"Chan Vuthy"_q, {u"male"_q, u"KH"_q});
    ProposalWish wish = wishOf(world);
    const auto query = PersonQuery::parse(u"country:KH"_q, *world);
    REQUIRE_OK(query);
    wish.query = *query;
    CHECK(namesOf(proposalOf(world, wish)) == QStringList{u"Chan Vuthy"_q});
    wish.people = std::vector<qint64>{asha.value, asha.value, 999};
    CHECK(namesOf(proposalOf(world, wish)) == QStringList{u"Asha Rai"_q});
}

TEST_CASE("Each proposed person gets reserves of her own, nearest first", "[proposal]")
{
    SmallWorld world;
    world.target(u"gender"_q, u"female"_q, 1);
    world.person(u"Asha Rai"_q,
                 {u"female"_q, u"NP"_q, {u"women"_q}, {}, {}, 0, u"active"_q, u"normal"_q, QDate(2026, 5, 1)});
    world.person(u"Bikram Thapa"_q, {u"male"_q, u"KH"_q, {}, {}, {}, 0, u"active"_q, u"normal"_q, QDate(2026, 5, 1)});
    world.person(u"Near Nepali"_q, {u"female"_q, u"NP"_q, {u"women"_q}});
    world.person(u"Far Nepali"_q, {u"male"_q, u"NP"_q});
    world.person(u"Near Khmer"_q, {u"male"_q, u"KH"_q});
    ProposalWish wish = wishOf(world);
    wish.size = 2;
    wish.reserves = 1;
    const Proposal proposal = proposalOf(world, wish);
    REQUIRE(namesOf(proposal) == QStringList{u"Bikram Thapa"_q, u"Asha Rai"_q});
    REQUIRE(named(proposal, u"Asha Rai"_q).reserves.size() == 1);
    CHECK(named(proposal, u"Asha Rai"_q).reserves[0].name == u"Near Nepali"_q);
    CHECK(
        named(proposal, u"Asha Rai"_q).reserves[0].why ==
        u"Also from Nepal; same gender; also works on women's rights; never in a workshop before; keeps every target"_q);
    CHECK(named(proposal, u"Bikram Thapa"_q).reserves[0].name == u"Near Khmer"_q);
    wish.reserves = 5; // more than there are
    int reserves = 0;
    for (const ProposedPerson& person : proposalOf(world, wish).people)
        reserves += static_cast<int>(person.reserves.size());
    CHECK(reserves == 3);
}

TEST_CASE("The substitute who keeps the targets comes before the one who looks nearer", "[proposal]")
{
    SmallWorld world;
    world.target(u"issue"_q, u"climate"_q, 1);
    const Id<Person> who = world.person(u"Asha Rai"_q, {u"female"_q, u"NP"_q, {u"climate"_q, u"women"_q}});
    world.person(u"Similar Sita"_q, {u"female"_q, u"NP"_q, {u"women"_q}});
    world.person(u"Climate Carl"_q, {u"male"_q, u"NP"_q, {u"climate"_q}});
    ProposalWish wish = wishOf(world);
    const auto pool = readPool(*world, wish);
    REQUIRE_OK(pool);
    const auto nearest = nearestSubstitutes(*world, *pool, wish, {who.value}, who, 5);
    REQUIRE(nearest.size() == 2);
    CHECK(nearest[0].name == u"Climate Carl"_q);
    CHECK(nearest[1].why.endsWith(u"misses the target for: Climate justice"_q));
}

TEST_CASE("An accepted proposal is one deed: people as considered with the reason, reserves apart, and undone at once",
          "[proposal]")
{
    SmallWorld world;
    for (const char16_t* name : {u"Asha Rai", u"Bina Gurung", u"Chan Vuthy", u"Dara Sok"})
        world.person(QString::fromUtf16(name));
    const QString before = contentOf(*world);
    ProposalWish wish = wishOf(world);
    wish.size = 2;
    wish.reserves = 1;
    const Proposal proposal = proposalOf(world, wish);
    const auto outcome = acceptProposal(*world, proposal);
    REQUIRE_OK(outcome);
    CHECK(outcome->added.size() == 4);
    CHECK(world->nextUndo()->sentence == u"Put 2 people as proposed on the list of Alumni meeting"_q);
    const auto balance = readBalance(*world, world.workshop);
    REQUIRE_OK(balance);
    CHECK(balance->total.considered == 2);
    CHECK(balance->reserves == 2);
    const auto first = world->find<Invitation>(Where("person_id", proposal.people[0].person));
    REQUIRE_OK(first);
    CHECK(first->front().reason == proposal.people[0].why);

    // Once more: the list stands, nothing is added.
    const auto again = acceptProposal(*world, proposal);
    REQUIRE_OK(again);
    CHECK(again->added.empty());

    REQUIRE_OK(world->undo());
    CHECK(contentOf(*world) == before);
}

TEST_CASE("Reading candidates stops when asked", "[proposal]")
{
    SmallWorld world;
    world.person(u"Asha Rai"_q);
    const auto pool = readPool(*world, wishOf(world), [](qint64, qint64, const QString&) { return false; });
    REQUIRE_FALSE(pool);
    CHECK(isCancelled(pool.error()));
}

TEST_CASE("Labels go into sentences without their capital, abbreviations as they are", "[proposal]")
{
    CHECK(insideSentence(u"Migrant workers"_q) == u"migrant workers"_q);
    CHECK(insideSentence(u"UN treaty bodies"_q) == u"UN treaty bodies"_q);
    CHECK(insideSentence(u"X"_q) == u"X"_q);
    CHECK(insideSentence({}).isEmpty());
}

TEST_CASE("A workshop whose title names a region is proposed for out of that region", "[proposal]")
{
    const auto searchFor = [](const QString& title) {
        Workshop workshop;
        workshop.title = title;
        return usualSearch(workshop);
    };
    CHECK(searchFor(u"Pacific Alumni Workshop"_q) == u"region:Pacific"_q);
    CHECK(searchFor(u"Alumni of South-East Asia"_q) == u"region:\"South-East Asia\""_q);
    CHECK(searchFor(u"South Asia & Pacific exchange"_q).startsWith(u"region:"_q));
    CHECK(searchFor(u"South Asia & Pacific exchange"_q).contains(u"Pacific"_q));
    CHECK(searchFor(u"Asia-Pacific alumni meeting"_q).isEmpty());
    CHECK(searchFor(u"Networks of Asia and the Pacific"_q).isEmpty());
    CHECK(searchFor(u"Pacifica"_q).isEmpty());
    CHECK(searchFor({}).isEmpty());
}
