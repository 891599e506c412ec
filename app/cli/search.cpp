// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <records/countries.h>
#include <records/people.h>
#include <search/person_search.h>

namespace dtp::cli
{

namespace
{
constexpr size_t portion = 500;

Result<> addPeople(const Store& store, const std::vector<qint64>& keys, QJsonArray& array,
                   std::vector<QStringList>& lines)
{
    DTP_TRY(records, store.rows(Entity::Person, keys));
    for (const RecordValues& record : records) {
        const Person person = fromValues<Person>(record);
        array.append(QJsonObject{{QStringLiteral("id"), jsonKey(person.id.value)},
                                 {QStringLiteral("name"), fullName(person)},
                                 {QStringLiteral("given_name"), person.givenName},
                                 {QStringLiteral("family_name"), person.familyName},
                                 {QStringLiteral("own_script_name"), person.ownScriptName},
                                 {QStringLiteral("country"), person.country},
                                 {QStringLiteral("place"), person.place}});
        lines.push_back(
            {QString::number(person.id.value), fullName(person), countryName(person.country), person.place});
    }
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(query, PersonQuery::parse(call.arguments.join(QLatin1Char(' ')), *store));
    DTP_TRY(people, findPeople(*store, query, call.number("--limit", -1)));
    QJsonArray array;
    std::vector<QStringList> lines;
    for (size_t at = 0; at < people.size(); at += portion) {
        const auto from = people.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = people.begin() + static_cast<std::ptrdiff_t>(std::min(people.size(), at + portion));
        DTP_CHECK(addPeople(*store, {from, to}, array, lines));
    }
    output.json(array);
    output.table(lines);
    return {};
}

// The keys of filters with an example each.
const char* filters()
{
    static const QByteArray text = [] {
        QString all = QStringLiteral(
            "QUERY is words, each of which must begin a word of the person's names, contacts, organisations,\n"
            "place or notes, in any script, and filters; - before a filter turns it round. Filters:");
        for (const SearchKey& key : searchKeys())
            all += QStringLiteral("\n  %1  %2").arg(key.example.leftJustified(28), key.label);
        return all.toUtf8();
    }();
    return text.constData();
}
} // namespace

Verb searchVerb()
{
    return {"search", "QUERY", "Find people.", filters(), {{"--limit", "N", "the first N only", Option::Kind::Count}},
            1,        -1,      true,           nullptr,   &run};
}

} // namespace dtp::cli
