// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QCoreApplication>

#include <records/kinds.h>
#include <records/masking.h>
#include <records/people.h>
#include <search/record_search.h>
#include <standards/countries.h>

namespace dtp::cli
{

namespace
{
constexpr size_t portion = 500;
constexpr int fieldsInLine = 4; // after key and title, in plain output

// What was found, as objects and as lines.
struct Found {
    QJsonArray array;
    std::vector<QStringList> lines;
};

void addPerson(const RecordValues& record, Found& found)
{
    const Person person = fromValues<Person>(record);
    found.array.append(QJsonObject{{QStringLiteral("id"), jsonKey(person.id.value)},
                                   {QStringLiteral("name"), fullName(person)},
                                   {QStringLiteral("given_name"), person.givenName},
                                   {QStringLiteral("family_name"), person.familyName},
                                   {QStringLiteral("own_script_name"), person.ownScriptName},
                                   {QStringLiteral("country"), person.country},
                                   {QStringLiteral("place"), person.place}});
    found.lines.push_back(
        {QString::number(person.id.value), fullName(person), countryName(person.country), person.place});
}

// The fields that lists show; of a reference the key and what it is called.
void addRecord(const Store& store, const RecordValues& record, Found& found)
{
    const QString title = store.titleOf(record.entity, record.id);
    QJsonObject object{{QStringLiteral("id"), jsonKey(record.id)}, {QStringLiteral("title"), title}};
    QStringList line{QString::number(record.id), title};
    const std::vector<Field>& fields = recordType(record.entity).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        const Field& field = fields[i];
        if (!field.isListed || field.isHidden || isMaskedOnScreen(recordType(record.entity), field))
            continue;
        const QVariant& value = record.fields.at(static_cast<qsizetype>(i));
        const QString shown = store.displayText(field, value);
        if (shown != title && line.size() < 2 + fieldsInLine)
            line.append(shown);
        const QString name = QLatin1String(field.name);
        if (!traitsOf(field).isReference()) {
            object.insert(name, QJsonValue::fromVariant(value));
        } else if (!value.isNull()) {
            object.insert(name, jsonKey(value.toLongLong()));
            object.insert(name.chopped(name.endsWith(QLatin1String("_id")) ? 3 : 0) + QStringLiteral("_title"), shown);
        }
    }
    found.array.append(object);
    found.lines.push_back(line);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(entity, searchedType(call.value("--in", QStringLiteral("people"))));
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(query, readQuery(*store, entity, call.arguments.join(QLatin1Char(' '))));
    DTP_TRY(keys, findRecords(*store, entity, query, {}, call.number("--limit", -1)));
    Found found;
    for (size_t at = 0; at < keys.size(); at += portion) {
        const auto from = keys.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), at + portion));
        DTP_TRY(records, store->rows(entity, {from, to}));
        for (const RecordValues& record : records) {
            if (entity == Entity::Person)
                addPerson(record, found);
            else
                addRecord(*store, record, found);
        }
    }
    output.json(found.array);
    output.table(found.lines);
    return {};
}

// The keys of filters: for people with an example each, of the other lists their names.
const char* filters()
{
    static const QByteArray text = [] {
        QString all = QStringLiteral(
            "QUERY is words, each of which must begin a word of the person's names, contacts, organisations, place\n"
            "or notes, in any script, and filters:\n"
            "  key:value  key:a,b (a or b)  key:\"a b\"  key:>2015  key:1990-1999\n"
            "  key:none, key:any: nothing, or something, is known; of fields, and of what is linked to a record\n"
            "  a dash before turns round; “or” between two; ( ) around a group; in:\"a saved search\"\n"
            "  skill:\"UN treaty bodies\"(willing:train level:advanced) says more of the same skill\n"
            "  network:BHR(ever), organisation:Forum(ever): not only what holds today\n"
            "Filters of people:");
        for (const SearchKey& key : searchKeys(Entity::Person))
            all += QStringLiteral("\n  %1  %2").arg(key.example.leftJustified(28), key.label);
        all += QStringLiteral("\nFilters with --in TYPE:");
        for (const char* name : {"organisations", "programs", "networks", "workshops", "reports", "recommendations",
                                 "tasks", "cases", "participations", "memberships", "invitations"}) {
            const auto entity = searchedType(QLatin1String(name));
            QStringList keys;
            for (const SearchKey& key : entity ? searchKeys(*entity) : std::vector<SearchKey>())
                keys.append(key.key);
            all += QStringLiteral("\n  %1: %2").arg(QLatin1String(name), keys.join(QStringLiteral(", ")));
        }
        return all.toUtf8();
    }();
    return text.constData();
}
} // namespace

Verb searchVerb()
{
    return {"search",
            "QUERY",
            QT_TRANSLATE_NOOP("Cli", "Find people, or records of another type."),
            "",
            {{"--in", "TYPE",
              QT_TRANSLATE_NOOP("Cli", "what to find, such as organisations or networks; otherwise people"),
              Option::Kind::Text},
             {"--limit", "N", QT_TRANSLATE_NOOP("Cli", "the first N only"), Option::Kind::Count}},
            1,
            -1,
            true,
            nullptr,
            &run,
            true,
            &filters};
}

} // namespace dtp::cli
