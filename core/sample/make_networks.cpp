// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample_world.h>

#include <QMap>

namespace dtp
{

namespace
{
// A term of two years around now, or one that is over and that nobody has renewed.
std::pair<PartialDate, PartialDate> termOf(bool isOver, Random& random)
{
    const int from = isOver ? random.between(2021, 2023) : random.between(2024, 2025);
    const int month = random.between(1, 12);
    const QDate begin(from, month, 1);
    const QDate end =
        std::max(begin.addYears(2), isOver ? begin : sampleToday().addMonths(random.between(1, 14))).addDays(-1);
    return {PartialDate(from, month), PartialDate(isOver ? std::min(end, sampleToday().addMonths(-2)) : end)};
}

bool belongs(const SampleWorld& world, const SampleNetwork& network, const MadePerson& person)
{
    if (!person.isActive || !SampleLists::covers(network.scope, world.lists.countries[person.country]))
        return false;
    if (!network.series.isEmpty()) {
        if (person.edition < 0)
            return false;
        const MadeEdition& edition = world.editions[static_cast<size_t>(person.edition)];
        return world.lists.series[static_cast<size_t>(edition.series)].shortName == network.series &&
               std::abs(edition.year - 2018) < 5;
    }
    return network.theme.isEmpty() || world.issueOf(person) == network.theme;
}

class NetworkMaker
{
public:
    NetworkMaker(SampleWorld& world, const SampleNetwork& plan, Random& random)
        : m_world(world), m_plan(plan), m_random(random)
    {
    }

    Result<> make()
    {
        DTP_CHECK(addNetwork());
        std::vector<const MadePerson*> open;
        for (const MadePerson& person : m_world.people) {
            if (belongs(m_world, m_plan, person))
                open.push_back(&person);
        }
        const size_t most = static_cast<size_t>(m_random.between(45, 140));
        // Everybody has the same chance, so that members come from all over the file.
        for (size_t i = 0; i + 1 < open.size() && i < most; ++i)
            std::swap(open[i], open[i + static_cast<size_t>(m_random.below(static_cast<qsizetype>(open.size() - i)))]);
        open.resize(std::min(open.size(), most));
        QMap<int, std::vector<const MadePerson*>> byCountry;
        for (const MadePerson* person : open) {
            DTP_CHECK(addMember(*person, "member",
                                PartialDate(m_random.between(2010, 2026), 0, 0, m_random.chance(10)), {}));
            byCountry[person->country].push_back(person);
        }
        DTP_CHECK(addFocalPoints(byCountry));
        DTP_CHECK(addCommittee(open));
        return addAdministrator(open);
    }

private:
    Result<> addNetwork()
    {
        Network network;
        network.name = m_plan.name;
        network.kind = m_plan.kind;
        network.country = m_plan.country;
        network.theme = m_plan.theme;
        network.purpose = m_plan.purpose;
        network.channel = m_plan.channel;
        network.channelAddress = m_plan.channel == QLatin1String("email_list")
                                     ? QStringLiteral("list%1@example.org").arg(m_random.between(10, 99))
                                     : QStringLiteral("https://chat.example.org/%1").arg(m_random.between(1000, 9999));
        if (m_plan.kind == QLatin1String("thematic") || m_plan.kind == QLatin1String("regional"))
            network.partner = m_world.organisationOf(QStringLiteral("regional_network"), m_random);
        network.lastChecked = QDate::fromString(m_plan.lastChecked, Qt::ISODate);
        network.active = m_plan.active;
        DTP_TRY(id, m_world.add(network));
        m_network = id;
        return {};
    }

    Result<> addMember(const MadePerson& person, const char* role, const PartialDate& from, const PartialDate& to)
    {
        DTP_CHECK(m_world.add(Membership{{}, m_network, person.id, QLatin1String(role), from, to, {}}));
        return {};
    }

    // Some countries have none, and of some the term is over.
    Result<> addFocalPoints(const QMap<int, std::vector<const MadePerson*>>& byCountry)
    {
        for (const auto& people : byCountry) {
            if (people.size() < 2 || m_random.chance(32))
                continue;
            const auto [from, to] = termOf(m_random.chance(28), m_random);
            DTP_CHECK(addMember(*people[0], "focal_point", from, to));
            if (people.size() > 8 && m_random.chance(50))
                DTP_CHECK(addMember(*people[1], "focal_point", from, to));
        }
        return {};
    }

    Result<> addCommittee(const std::vector<const MadePerson*>& open)
    {
        if (m_plan.kind == QLatin1String("program") || open.size() < 12)
            return {};
        const bool isOver = m_random.chance(25);
        const auto [from, to] = termOf(isOver, m_random);
        for (size_t i = 3; i < 8; ++i)
            DTP_CHECK(addMember(*open[open.size() - i], i == 3 ? "coordinator" : "steering_committee", from, to));
        return {};
    }

    Result<> addAdministrator(const std::vector<const MadePerson*>& open)
    {
        return open.empty() ? Result<>() : addMember(*open.back(), "administrator", PartialDate(2024), {});
    }

    SampleWorld& m_world;
    const SampleNetwork& m_plan;
    Random& m_random;
    Id<Network> m_network;
};
} // namespace

Result<> makeNetworks(SampleWorld& world)
{
    Random random = randomOf(world, Stream::Networks);
    for (const SampleNetwork& plan : world.lists.networks)
        DTP_CHECK(NetworkMaker(world, plan, random).make());
    return {};
}

} // namespace dtp
