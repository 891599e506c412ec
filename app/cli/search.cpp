// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QCoreApplication>

#include <columns/arranged_records.h>
#include <columns/column_catalogue.h>
#include <meaning/people_of_records.h>
#include <platform/platform.h>
#include <privacy/gate.h>
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

// The columns that are asked for, with the record's key before them in JSON and the group where there are any.
Result<Found> columnsOf(const Store& store, Entity entity, const QStringList& names, const QString& group,
                        const std::vector<qint64>& ids)
{
    Found found;
    DTP_TRY(columns, columnsCalled(store, entity, names));
    std::vector<RecordGroup> groups;
    if (!group.isEmpty()) {
        DTP_TRY(some, groupsOf(store, entity, group, ids));
        groups = std::move(some);
    }
    auto inGroup = groups.begin();
    qint64 left = groups.empty() ? -1 : 0;
    for (size_t at = 0; at < ids.size(); at += portion) {
        const auto from = ids.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<qint64> some(from, from + static_cast<std::ptrdiff_t>(std::min(portion, ids.size() - at)));
        DTP_TRY(rows, cellsOf(store, entity, columns, some));
        for (size_t i = 0; i < rows.size(); ++i) {
            QJsonObject object{{QStringLiteral("id"), jsonKey(some[i])}};
            for (size_t c = 0; c < columns.size(); ++c)
                object.insert(columns[c].key(), rows[i].at(static_cast<qsizetype>(c)));
            if (left == 0) {
                found.lines.push_back({QStringLiteral("%1 (%2)").arg(inGroup->title).arg(inGroup->count)});
                left = inGroup->count;
                ++inGroup;
            }
            if (left > 0) {
                object.insert(QStringLiteral("group"), (inGroup - 1)->title);
                --left;
            }
            found.array.append(object);
            found.lines.push_back(rows[i]);
        }
    }
    return found;
}

QStringList columnKeys(const Call& call, Entity entity)
{
    QStringList names;
    for (const QString& name : call.value("--columns").split(QLatin1Char(','), Qt::SkipEmptyParts))
        names.append(name.trimmed());
    if (!names.isEmpty())
        return names;
    if (entity == Entity::Person)
        return {QStringLiteral("name"), QStringLiteral("country"), QStringLiteral("place")};
    for (const Field& field : recordType(entity).fields) {
        if (field.isListed && !field.isHidden && field.sensitivity != Sensitivity::Restricted &&
            names.size() <= fieldsInLine)
            names.append(QLatin1String(field.name));
    }
    return names;
}

// What is restricted, as safety is, and what the window covers of cases, stands in no list here, nor does an
// order or a group tell it.
bool isCovered(const RecordType& type, const CatalogueColumn& column)
{
    if (type.isRestricted())
        return column.namesPeople ||
               (column.field >= 0 && isMaskedOnScreen(type, type.fields[static_cast<size_t>(column.field)]));
    return column.column.sensitivity == Sensitivity::Restricted;
}

Result<> refuseCovered(const Store& store, Entity entity, const QStringList& keys)
{
    const RecordType& type = recordType(entity);
    const std::vector<CatalogueColumn> all = columnCatalogue(store, entity);
    for (const QString& key : keys) {
        const CatalogueColumn* const one = columnCalled(all, key);
        if (one && isCovered(type, *one))
            return fail(QCoreApplication::translate("Cli", "“%1” is covered on screen and not shown here: an export "
                                                           "for the secretariat shows it, and is entered in the "
                                                           "ledger.")
                            .arg(key));
    }
    return {};
}

QStringList arrangedBy(const Arrangement& arrangement)
{
    QStringList keys;
    for (const RecordOrder& order : arrangement.wholeOrder())
        keys.append(order.key);
    return keys;
}

// What another program reads as JSON has left the file, and is entered before it is printed.
Result<> enterRead(const Session& session, const Call& call, Entity entity, const std::vector<qint64>& ids,
                   const std::vector<DisclosedColumn>& shown)
{
    const auto store = session.openToWrite(call);
    if (!store)
        return fail(QCoreApplication::translate("Cli", "Nothing was printed: what other programs read is entered in "
                                                       "the list of what left, and that could not be done. %1")
                        .arg(store.error().sentence),
                    store.error().detail);
    DTP_TRY(people, peopleOfRecords(**store, entity, ids));
    DisclosureSummary summary;
    for (const QSet<qint64>& some : std::as_const(people))
        summary.named.unite(some);
    summary.fields = shown;
    const auto given = releaseByHand(
        **store, QCoreApplication::translate("Cli", "Search as JSON: %1").arg(recordType(entity).pluralText()),
        QCoreApplication::translate("Cli", "standard output"), summary, []() -> Result<bool> { return true; });
    return given ? Result<>() : tl::unexpected<Error>(given.error());
}

std::vector<DisclosedColumn> shownColumns(const Store& store, Entity entity, const QStringList& keys)
{
    const std::vector<CatalogueColumn> all = columnCatalogue(store, entity);
    std::vector<DisclosedColumn> titles;
    for (const QString& key : keys) {
        if (const CatalogueColumn* const one = columnCalled(all, key))
            titles.push_back({one->key(), one->column.title});
    }
    return titles;
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(entity, searchedType(call.value("--in", QStringLiteral("people"))));
    DTP_TRY(store, session.openToRead(call));
    DTP_TRY(query, readQuery(*store, entity, call.arguments.join(QLatin1Char(' '))));
    const Arrangement arrangement{ordersFromText(call.value("--sort")), call.value("--group").trimmed()};
    const QStringList names = columnKeys(call, entity);
    if (const auto shown = refuseCovered(*store, entity, names + arrangedBy(arrangement)); !shown)
        return wrongUsage(shown.error().sentence);
    if (const auto known = checkArrangement(*store, entity, arrangement); !known)
        return wrongUsage(known.error().sentence);
    DTP_TRY(keys, arrangedRecords(*store, entity, query, arrangement, call.number("--limit", -1)));
    const auto enter = [&]() -> Result<> {
        if (!output.isJson() || platform::isOutputShown())
            return {};
        return enterRead(session, call, entity, keys, shownColumns(*store, entity, names));
    };
    if (call.has("--columns") || call.has("--group")) {
        if (const auto known = columnsCalled(*store, entity, names); !known)
            return wrongUsage(known.error().sentence);
        DTP_TRY(shown, columnsOf(*store, entity, names, arrangement.group, keys));
        DTP_CHECK(enter());
        output.json(shown.array);
        output.table(shown.lines);
        return {};
    }
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
    DTP_CHECK(enter());
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
            "or notes, in any script, and filters; an empty one (\"\") finds all:\n"
            "  key:value  key:a,b (a or b)  key:\"a b\"  key:>2015  key:1990-1999\n"
            "  key:none, key:any: nothing, or something, is known; of fields, and of what is linked to a record\n"
            "  email:none, phone:none: no such contact that may be used; email:none(ever): none at all\n"
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
    return {
        "search",
        "QUERY",
        QT_TRANSLATE_NOOP("Cli", "Find people, or records of another type."),
        "",
        {{"--in", "TYPE",
          QT_TRANSLATE_NOOP("Cli", "what to find, such as organisations or networks; otherwise people"),
          Option::Kind::Text},
         {"--columns", "KEYS",
          QT_TRANSLATE_NOOP("Cli", "what to show of each: name,contact.email,last_contact (a wrong key lists them)"),
          Option::Kind::Text},
         {"--sort", "KEYS",
          QT_TRANSLATE_NOOP("Cli", "in this order, by any columns; a dash turns one round: country,-name"),
          Option::Kind::Text},
         {"--group", "KEY", QT_TRANSLATE_NOOP("Cli", "in groups by this column, each with its number"),
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
