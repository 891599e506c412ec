// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/people_page.h>

#include <records/people.h>

namespace dtp
{

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
    ownScript.width = 112;
    ListColumn country = fieldColumn(Entity::Person, type.indexOf("country"));
    country.width = 104;
    // What they say, the catalogue of columns knows.
    ListColumn organisation;
    organisation.key = QStringLiteral("organisation");
    organisation.width = 170;
    ListColumn program;
    program.key = QStringLiteral("program");
    program.tellsNobody = true; // a course had many
    program.width = 200;
    std::vector<ListColumn> columns{name, ownScript, country, organisation, program};
    for (const char* more : {"gender", "birth_year", "place", "status", "last_verified"}) {
        ListColumn column = fieldColumn(Entity::Person, type.indexOf(more));
        column.isShown = false;
        columns.push_back(column);
    }
    return columns;
}

} // namespace dtp
