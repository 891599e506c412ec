// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/person_state.h>

#include <cells/thing_names.h>
#include <import/import_text.h>
#include <storage/bulk_reader.h>

namespace dtp
{

Result<> NamedThings::read(const Store& store)
{
    QHash<QString, qint64> shortNames;
    DTP_CHECK(readBulk(store, {.entity = Entity::Organisation, .fields = {"id", "name", "short_name"}, .byKey = true},
                       [&](const BulkRow& row) {
                           const QString key = thingKey(row.text(1));
                           if (!m_organisations.contains(key))
                               m_organisations.insert(key, row.integer(0));
                           if (const QString shorter = thingKey(row.text(2)); !shorter.isEmpty())
                               shortNames.insert(shorter, shortNames.contains(shorter) ? 0 : row.integer(0));
                       }));
    for (auto name = shortNames.begin(); name != shortNames.end(); ++name) {
        if (*name != 0 && !m_organisations.contains(name.key())) // two of the same short name: which is meant?
            m_organisations.insert(name.key(), *name);
    }
    DTP_CHECK(readBulk(store, {.entity = Entity::ProgramSeries, .fields = {"id", "name", "short_name"}, .byKey = true},
                       [&](const BulkRow& row) {
                           for (const QString& name : {row.text(1), row.text(2)}) {
                               if (!name.isEmpty())
                                   m_series.insert(thingKey(name), row.integer(0));
                           }
                           m_seriesNames.insert(row.integer(0), row.text(1));
                       }));
    DTP_CHECK(readBulk(
        store, {.entity = Entity::ProgramEdition, .fields = {"id", "title", "start_date", "series_id"}, .byKey = true},
        [&](const BulkRow& row) {
            const int begun = yearOfDate(row.text(2));
            const Edition edition{row.integer(0), begun != 0 ? begun : yearInTitle(row.text(1))};
            m_programs.insert(thingKey(row.text(1)), edition);
            if (row.integer(3) != 0)
                m_programsOfSeries.insert(row.integer(3), edition);
        }));
    return readBulk(store, {.entity = Entity::Network, .fields = {"id", "name"}, .byKey = true},
                    [&](const BulkRow& row) { m_networks.insert(thingKey(row.text(1)), row.integer(0)); });
}

Id<Organisation> NamedThings::organisation(const QString& name, const QString& sector)
{
    if (const auto found = m_organisationsAsWritten.constFind(name); found != m_organisationsAsWritten.constEnd())
        return {*found};
    const QString key = thingKey(name);
    const auto [longer, shorter] = withShortName(name);
    for (const QString& known : {key, thingKey(longer)}) {
        if (const auto found = m_organisations.constFind(known); found != m_organisations.constEnd()) {
            m_organisationsAsWritten.insert(name, *found);
            return {*found};
        }
    }
    Organisation organisation;
    organisation.id = {-static_cast<qint64>(newOrganisations.size()) - 1};
    organisation.name = longer;
    organisation.shortName = shorter;
    organisation.kind = sector;
    newOrganisations.push_back(organisation);
    m_organisationsAsWritten.insert(name, organisation.id.value);
    m_organisations.insert(key, organisation.id.value);
    m_organisations.insert(thingKey(longer), organisation.id.value);
    return organisation.id;
}

static bool takesPart(qint64 edition, const std::vector<Participation>& alreadyIn)
{
    return std::any_of(alreadyIn.begin(), alreadyIn.end(),
                       [edition](const Participation& known) { return known.edition.value == edition; });
}

// Of several the one in which the person is already. One of another year is never meant: nor, where no year is said,
// one that only this file tells of.
const NamedThings::Edition* NamedThings::editionMeant(const QList<Edition>& editions, bool isTitle, int year,
                                                      const std::vector<Participation>& alreadyIn) const
{
    const Edition* best = nullptr;
    int most = 0;
    for (const Edition& edition : editions) {
        const bool isOfYear = edition.year == year;
        const bool isTheirs = (isOfYear || year == 0) && takesPart(edition.id, alreadyIn);
        if (const int fit = (isOfYear ? 1 : 0) + (isTheirs ? 2 : 0); fit > most) {
            most = fit;
            best = &edition;
        }
    }
    const bool isOnlyOne = year == 0 && isTitle && editions.size() == 1 && editions.first().id > 0;
    return best || !isOnlyOne ? best : &editions.first();
}

Id<ProgramEdition> NamedThings::program(const QString& title, int year, const std::vector<Participation>& alreadyIn,
                                        QStringList& remarks)
{
    QString& key = m_titleKeys[title]; // the same few titles stand in every row
    if (key.isEmpty())
        key = thingKey(title);
    const qint64 series = m_series.value(key);
    QList<Edition> editions = m_programs.values(key);
    const bool isTitle = !editions.isEmpty();
    if (series != 0)
        editions += m_programsOfSeries.values(series);
    const Edition* meant = editionMeant(editions, isTitle, year, alreadyIn);
    const bool isOfAnother = meant ? meant->year != 0 && !takesPart(meant->id, alreadyIn) : !editions.isEmpty();
    if (year == 0 && isOfAnother && !m_toldWithoutYear.contains(key)) {
        m_toldWithoutYear.insert(key);
        remarks.append(meant ? Import::tr("“%1” stands without a year here: it was taken for that of %2.")
                                   .arg(title.left(80))
                                   .arg(meant->year)
                             : Import::tr("“%1” stands without a year here: it was kept apart from those of other "
                                          "years, as one whose year is not known.")
                                   .arg(title.left(80)));
    }
    if (meant)
        return {meant->id};
    ProgramEdition edition;
    edition.id = {-static_cast<qint64>(newPrograms.size()) - 1};
    edition.title = series != 0 && year != 0
                        ? QString(m_seriesNames.value(series) + QLatin1Char(' ') + QString::number(year))
                        : title;
    edition.series = {series};
    if (year != 0)
        edition.start = PartialDate(year);
    newPrograms.push_back(edition);
    m_programs.insert(key, Edition{edition.id.value, year});
    if (series != 0)
        m_programsOfSeries.insert(series, Edition{edition.id.value, year});
    return edition.id;
}

Id<Network> NamedThings::network(const QString& name)
{
    const QString key = thingKey(name);
    if (const auto found = m_networks.constFind(key); found != m_networks.constEnd())
        return {*found};
    Network network;
    network.id = {-static_cast<qint64>(newNetworks.size()) - 1};
    network.name = name;
    newNetworks.push_back(network);
    m_networks.insert(key, network.id.value);
    return network.id;
}

} // namespace dtp
