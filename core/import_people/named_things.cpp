// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/person_state.h>

#include <import/thing_names.h>
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
            const Edition edition{row.integer(0), yearOfDate(row.text(2))};
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

Id<ProgramEdition> NamedThings::program(const QString& title, int year, const std::vector<Participation>& alreadyIn)
{
    QString& key = m_titleKeys[title]; // the same few titles stand in every row
    if (key.isEmpty())
        key = thingKey(title);
    const qint64 series = m_series.value(key);
    QList<Edition> editions = m_programs.values(key);
    if (series != 0)
        editions += m_programsOfSeries.values(series);
    for (const Edition& edition : std::as_const(editions)) {
        const bool isIn = std::any_of(alreadyIn.begin(), alreadyIn.end(),
                                      [&](const Participation& p) { return p.edition.value == edition.id; });
        if (isIn && (year == 0 || edition.year == 0 || edition.year == year))
            return {edition.id};
    }
    for (const Edition& edition : std::as_const(editions)) {
        if (year == 0 ? editions.size() == 1 : edition.year == year)
            return {edition.id};
    }
    for (const Edition& edition : std::as_const(editions)) {
        if (edition.year == 0 || year == 0)
            return {edition.id};
    }
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
