// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <sample/sample_world.h>

namespace dtp
{

namespace
{
struct Pattern {
    QString kind;
    QString text;
    int count = 0;
};

Result<std::vector<Pattern>> patterns(int& total)
{
    DTP_TRY(rows, readSampleTable("organisations"));
    std::vector<Pattern> all;
    for (const QStringList& row : rows) {
        all.push_back({row.at(0), row.at(1), row.at(2).toInt()});
        total += all.back().count;
    }
    return all;
}

bool isOfCapital(const QString& kind)
{
    return kind == QLatin1String("diplomatic_mission") || kind == QLatin1String("parliament") ||
           kind == QLatin1String("intergovernmental");
}

int countryFor(const SampleLists& lists, const QString& kind, Random& random)
{
    const bool ofIndigenous = kind == QLatin1String("indigenous_organisation");
    for (int again = 0; again < 20; ++again) {
        const int country = lists.randomCountry(random);
        if (!ofIndigenous || !lists.countries[static_cast<size_t>(country)].identities.isEmpty())
            return country;
    }
    return 0;
}

QString initialsOf(const QString& name)
{
    QString initials;
    const QStringList words = wordsOf(name);
    for (const QString& word : words) {
        if (word.at(0).isUpper())
            initials += word.at(0);
    }
    return initials;
}

Organisation invented(const SampleLists& lists, const Pattern& pattern, const SampleCountry& country, Random& random)
{
    Organisation organisation;
    organisation.place = isOfCapital(pattern.kind) ? country.places.constFirst() : random.pick(country.places);
    organisation.name = pattern.text;
    organisation.name.replace(QLatin1String("{place}"), organisation.place);
    organisation.name.replace(QLatin1String("{word}"), random.pick(lists.words[QStringLiteral("word")]));
    organisation.name.replace(QLatin1String("{theme}"), random.pick(lists.words[QStringLiteral("theme")]));
    organisation.kind = pattern.kind;
    organisation.country = country.code;
    return organisation;
}

void addAddresses(Organisation& organisation, Random& random)
{
    organisation.shortName = initialsOf(organisation.name);
    if (organisation.shortName.size() < 3)
        organisation.shortName.clear();
    QStringList words = wordsOf(foldToLatin(organisation.name));
    words.erase(std::remove_if(words.begin(), words.end(), [](const QString& word) { return word.size() < 4; }),
                words.end());
    const QString domain = words.mid(0, 3).join(QLatin1Char('-')) + QStringLiteral(".example.org");
    if (random.chance(60))
        organisation.website = QStringLiteral("https://") + domain;
    if (random.chance(70))
        organisation.email = QStringLiteral("office@") + domain;
}
} // namespace

Result<> makeOrganisations(SampleWorld& world, int people)
{
    int inTable = 0;
    DTP_TRY(kinds, patterns(inTable));
    // About 400 for 3,500 people; fewer for a handful, and not without end for a million.
    const int wanted = std::clamp(static_cast<int>(qint64(people) * inTable / 3500), std::min(inTable, 120), 20000);
    Random random = randomOf(world, Stream::Organisations);
    QSet<QString> names;
    world.employers.resize(world.lists.countries.size());
    for (const Pattern& pattern : kinds) {
        const int count = std::max(1, static_cast<int>((qint64(pattern.count) * wanted + inTable / 2) / inTable));
        for (int i = 0; i < count; ++i) {
            const int country = countryFor(world.lists, pattern.kind, random);
            const SampleCountry& home = world.lists.countries[static_cast<size_t>(country)];
            Organisation organisation = invented(world.lists, pattern, home, random);
            for (int again = 0; names.contains(organisation.name) && again < 5; ++again)
                organisation = invented(world.lists, pattern, home, random);
            if (names.contains(organisation.name))
                organisation.name += QStringLiteral(" (%1)").arg(i + 1);
            names.insert(organisation.name);
            addAddresses(organisation, random);
            DTP_CHECK(world.add(organisation));
            const bool employs =
                pattern.kind != QLatin1String("funder") && pattern.kind != QLatin1String("diplomatic_mission");
            if (employs)
                world.employers[static_cast<size_t>(country)].push_back(static_cast<int>(world.organisations.size()));
            world.organisations.push_back({organisation.id, country, pattern.kind, organisation.shortName});
        }
    }
    return {};
}

} // namespace dtp
