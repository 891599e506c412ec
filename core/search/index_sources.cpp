// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/index_sources.h>

#include <algorithm>
#include <vector>

namespace dtp
{

namespace
{
// As group_concat(…, ' ') does.
void join(QString& all, bool& isFirst, const QString& text)
{
    if (!std::exchange(isFirst, false))
        all += QLatin1Char(' ');
    all += text;
}
} // namespace

Result<> IndexSources::Walk::start(qint64 after)
{
    rows.bind(1, after);
    return step();
}

Result<> IndexSources::Walk::step()
{
    DTP_TRY(row, rows.step());
    isAtRow = row;
    return {};
}

IndexSources::IndexSources(Walk people, Walk names, Walk contacts, Walk affiliations, Statement organisation)
    : m_people(std::move(people)), m_names(std::move(names)), m_contacts(std::move(contacts)),
      m_affiliations(std::move(affiliations)), m_organisation(std::move(organisation))
{
}

Result<IndexSources> IndexSources::after(sqlite3* database, qint64 person)
{
    DTP_TRY(people, Statement::prepare(database,
                                       "SELECT id, given_name, family_name, own_script_name, place, notes FROM person"
                                       " WHERE id > ? ORDER BY id"));
    DTP_TRY(names, Statement::prepare(database, "SELECT person_id, name FROM alternate_name WHERE person_id > ?"
                                                " ORDER BY person_id, id"));
    DTP_TRY(contacts, Statement::prepare(database, "SELECT person_id, value || ' ' || e164 FROM contact_point"
                                                   " WHERE person_id > ? ORDER BY person_id, id"));
    DTP_TRY(affiliations, Statement::prepare(database, "SELECT person_id, organisation_id FROM affiliation"
                                                       " WHERE person_id > ? ORDER BY person_id"));
    DTP_TRY(organisation,
            Statement::prepare(database, "SELECT name || ' ' || short_name FROM organisation WHERE id = ?"));
    IndexSources sources({std::move(people)}, {std::move(names)}, {std::move(contacts)}, {std::move(affiliations)},
                         std::move(organisation));
    for (Walk* walk : {&sources.m_people, &sources.m_names, &sources.m_contacts, &sources.m_affiliations})
        DTP_CHECK(walk->start(person));
    return sources;
}

Result<std::optional<IndexSource>> IndexSources::next()
{
    if (!m_people.isAtRow)
        return std::nullopt;
    const Statement& row = m_people.rows;
    IndexSource person{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), {}, {}, {}};
    DTP_TRY(names, textsOf(m_names, person.id));
    DTP_TRY(contacts, textsOf(m_contacts, person.id));
    DTP_TRY(organisations, organisationsOf(person.id));
    person.otherNames = std::move(names);
    person.contacts = std::move(contacts);
    person.organisations = std::move(organisations);
    DTP_CHECK(m_people.step());
    return person;
}

Result<QString> IndexSources::textsOf(Walk& walk, qint64 person)
{
    QString all;
    for (bool isFirst = true; walk.isAtRow && walk.rows.integer(0) <= person;) {
        if (walk.rows.integer(0) == person)
            join(all, isFirst, walk.rows.text(1));
        DTP_CHECK(walk.step());
    }
    return all;
}

// Each organisation once, in the order of their keys, as a question for one person gives them.
Result<QString> IndexSources::organisationsOf(qint64 person)
{
    std::vector<qint64> keys;
    for (; m_affiliations.isAtRow && m_affiliations.rows.integer(0) <= person;) {
        if (m_affiliations.rows.integer(0) == person)
            keys.push_back(m_affiliations.rows.integer(1));
        DTP_CHECK(m_affiliations.step());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    QString all;
    bool isFirst = true;
    for (const qint64 key : keys) {
        DTP_TRY(words, organisationWords(key));
        join(all, isFirst, words);
    }
    return all;
}

Result<QString> IndexSources::organisationWords(qint64 organisation)
{
    constexpr qsizetype most = 20'000; // some megabytes
    if (const auto known = m_known.constFind(organisation); known != m_known.constEnd())
        return *known;
    m_organisation.bind(1, organisation);
    DTP_TRY(there, m_organisation.step());
    const QString words = there ? m_organisation.text(0) : QString();
    m_organisation.reset();
    if (m_known.size() < most)
        m_known.insert(organisation, words);
    return words;
}

} // namespace dtp
