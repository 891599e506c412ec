// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/people_page.h>

#include <meaning/affiliations.h>
#include <records/people.h>
#include <records/programs.h>

namespace dtp
{

namespace
{
QVariantList keys(const std::vector<qint64>& ids)
{
    QVariantList list;
    for (const qint64 id : ids)
        list.append(id);
    return list;
}

// Where each works now. One fits.
Result<QHash<qint64, QString>> organisationsOf(const Store& store, const std::vector<qint64>& people)
{
    AffiliationReader affiliations(store, store.environment().clock->today());
    DTP_CHECK(affiliations.read(people));
    QHash<qint64, QString> texts;
    for (const qint64 person : people)
        texts.insert(person, affiliations.organisation(person));
    return texts;
}

// The last program that each took part in.
Result<QHash<qint64, QString>> programsOf(const Store& store, const std::vector<qint64>& people)
{
    Where where;
    where.compare("person_id", Where::Op::In, keys(people));
    DTP_TRY(participations, store.find<Participation>(where));
    std::vector<qint64> editions;
    for (const Participation& participation : participations)
        editions.push_back(participation.edition.value);
    std::sort(editions.begin(), editions.end());
    editions.erase(std::unique(editions.begin(), editions.end()), editions.end());
    DTP_TRY(rows, store.rows(Entity::ProgramEdition, editions));
    QHash<qint64, ProgramEdition> known;
    for (const RecordValues& values : rows)
        known.insert(values.id, fromValues<ProgramEdition>(values));
    QHash<qint64, ProgramEdition> last;
    for (const Participation& participation : participations) {
        const ProgramEdition edition = known.value(participation.edition.value);
        if (!last.contains(participation.person.value) || last.value(participation.person.value).start < edition.start)
            last.insert(participation.person.value, edition);
    }
    QHash<qint64, QString> texts;
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        const QString year = it->start.isEmpty() ? QString() : QString::number(it->start.year());
        texts.insert(it.key(), it->title.contains(year) ? it->title : QString(it->title + QLatin1Char(' ') + year));
    }
    return texts;
}
} // namespace

std::vector<ListColumn> peopleListColumns()
{
    const RecordType& type = recordType<Person>();
    ListColumn name;
    name.key = QStringLiteral("name");
    name.title = QCoreApplication::translate("PeopleColumns", "Name");
    name.fields = {type.indexOf("given_name"), type.indexOf("family_name"), type.indexOf("own_script_name")};
    name.text = [](const Store&, const RecordValues& values) { return titleOf(values); };
    name.width = 176;
    ListColumn ownScript = fieldColumn(Entity::Person, type.indexOf("own_script_name"));
    ownScript.title = QCoreApplication::translate("PeopleColumns", "Own script");
    ownScript.isSortable = false;
    ownScript.width = 112;
    ListColumn country = fieldColumn(Entity::Person, type.indexOf("country"));
    country.width = 104;
    ListColumn organisation;
    organisation.key = QStringLiteral("organisation");
    organisation.title = QCoreApplication::translate("PeopleColumns", "Organisation");
    organisation.lookUp = organisationsOf;
    organisation.isSortable = false;
    organisation.width = 170;
    ListColumn program;
    program.key = QStringLiteral("program");
    program.title = QCoreApplication::translate("PeopleColumns", "Last program");
    program.lookUp = programsOf;
    program.isSortable = false;
    program.tellsNobody = true; // a course had many
    program.width = 200;
    std::vector<ListColumn> columns{name, ownScript, country, organisation, program};
    for (const char* more : {"gender", "birth_year", "place", "status", "last_verified"}) {
        ListColumn column = fieldColumn(Entity::Person, type.indexOf(more));
        column.isSortable = false;
        column.isShown = false;
        columns.push_back(column);
    }
    return columns;
}

} // namespace dtp
