// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample_world.h>

namespace dtp
{

namespace
{
// Where a course can be held: where it is safe and not too far, among the countries of its scope.
const SampleCountry& hostOf(const SampleLists& lists, const QString& scope, Random& random)
{
    std::vector<size_t> hosts;
    for (size_t i = 0; i < lists.countries.size(); ++i) {
        if (SampleLists::covers(scope, lists.countries[i]))
            hosts.insert(hosts.end(), static_cast<size_t>(lists.countries[i].hosting), i);
    }
    return hosts.empty() ? random.pick(lists.countries) : lists.countries[random.pick(hosts)];
}

// The older a course, the less is known of its date.
PartialDate startOf(int year, Random& random)
{
    const int month = year >= 2026 ? random.between(2, 4) : random.between(1, 10);
    const int day = random.between(1, 28);
    const int known = random.below(100);
    if (year < 2000 && known < 20)
        return PartialDate(year, 0, 0, true);
    if (year < 2000 && known < 55)
        return PartialDate(year);
    if (year < 2006 && known < 75)
        return PartialDate(year, month);
    return PartialDate(year, month, day);
}

PartialDate endOf(const PartialDate& start, int modules, Random& random)
{
    if (start.day() == 0)
        return modules > 1 ? PartialDate(start.year() + 1) : PartialDate();
    if (modules > 1)
        return PartialDate(start.earliest().addMonths(modules * 3 - 1));
    return PartialDate(start.earliest().addDays(random.between(5, 19)));
}

Result<> addModules(SampleWorld& world, const ProgramEdition& edition, int count)
{
    static const QStringList titles = {
        QStringLiteral("Standards and mechanisms"), QStringLiteral("Fact-finding and documentation"),
        QStringLiteral("Advocacy and negotiation"), QStringLiteral("Remedy and litigation"),
        QStringLiteral("Review and plans of action")};
    for (int i = 0; i < count; ++i) {
        Module module;
        module.edition = edition.id;
        module.position = i + 1;
        module.title = count == 1 ? QStringLiteral("Residential course") : titles.at(i % titles.size());
        if (edition.start.day() != 0)
            module.start = PartialDate(edition.start.earliest().addMonths(3 * i));
        module.end =
            module.start.isEmpty() ? PartialDate() : PartialDate(module.start.earliest().addDays(count == 1 ? 12 : 4));
        module.place = edition.place;
        DTP_CHECK(world.add(module));
    }
    return {};
}

Result<> addPartners(SampleWorld& world, const ProgramEdition& edition, Random& random)
{
    const auto add = [&](const char* kind, const char* role) {
        return world.add(
            ProgramPartner{{}, edition.id, world.organisationOf(QLatin1String(kind), random), QLatin1String(role)});
    };
    DTP_CHECK(add("regional_network", "partner"));
    DTP_CHECK(add("funder", "funder"));
    if (random.chance(40))
        DTP_CHECK(add("funder", "funder"));
    if (random.chance(60))
        DTP_CHECK(add(random.chance(50) ? "university" : "ngo", "host"));
    return {};
}

// A course for one country or region draws more of its people than one for all.
size_t attraction(const QString& scope)
{
    if (scope == QLatin1String("all") || scope == QLatin1String("asia"))
        return 1;
    return scope == QLatin1String("pacific") ? 4 : static_cast<size_t>(10 / (1 + scope.count(QLatin1Char('|'))));
}

Result<> addEdition(SampleWorld& world, int seriesIndex, Id<ProgramSeries> seriesId, int year, Random& random)
{
    const SampleSeries& series = world.lists.series[static_cast<size_t>(seriesIndex)];
    const SampleCountry& host = hostOf(world.lists, series.scope, random);
    ProgramEdition edition;
    edition.series = seriesId;
    edition.place = host.places.at(random.below(std::min<qsizetype>(3, host.places.size())));
    edition.country = host.code;
    edition.title = QStringLiteral("%1 %2, %3").arg(series.name, QString::number(year), edition.place);
    edition.start = startOf(year, random);
    edition.end = endOf(edition.start, series.modules, random);
    edition.language = series.language;
    if (year < 1996)
        edition.notes = QStringLiteral("The list of participants was typed from paper; spellings are uncertain.");
    DTP_CHECK(world.add(edition));
    DTP_CHECK(addModules(world, edition, series.modules));
    DTP_CHECK(addPartners(world, edition, random));
    const auto index = static_cast<int>(world.editions.size());
    world.editions.push_back(
        {edition.id, seriesIndex, year, QStringLiteral("%1 %2.xlsx").arg(series.shortName, QString::number(year))});
    for (size_t i = 0; i < world.lists.countries.size(); ++i) {
        if (SampleLists::covers(series.scope, world.lists.countries[i]))
            world.editionsFor[i].insert(world.editionsFor[i].end(), attraction(series.scope), index);
    }
    return {};
}
} // namespace

Result<> makePrograms(SampleWorld& world)
{
    Random random = randomOf(world, Stream::Editions);
    world.editionsFor.resize(world.lists.countries.size());
    for (size_t s = 0; s < world.lists.series.size(); ++s) {
        const SampleSeries& list = world.lists.series[s];
        ProgramSeries series;
        series.name = list.name;
        series.shortName = list.shortName;
        series.theme = list.theme;
        series.description = list.description;
        DTP_CHECK(world.add(series));
        for (int k = 0; k < list.count; ++k) {
            const int steps = std::max(1, list.count - 1);
            const int year = list.from + ((list.to - list.from) * k + steps / 2) / steps;
            DTP_CHECK(addEdition(world, static_cast<int>(s), series.id, year, random));
        }
    }
    return {};
}

} // namespace dtp
