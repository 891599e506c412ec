// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/person_walk.h>

#include <database/connection.h>
#include <search/person_keys.h>
#include <search/query_sql.h>

#include <QByteArrayList>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr const char* person = "searched"; // the tables in statements, by names that no piece of a condition has
constexpr const char* keys = "keyed";

// So many people are asked one by one along a list before those who match are gathered. Each is a look at two or three
// places of the file: some ten milliseconds in all.
constexpr qint64 longestWalk = 8000;
constexpr qint64 longestWalkOfKeys = 3000; // when all can be gathered from one index
constexpr qint64 lookedAhead = 4;          // after this part of it one sees whether the page will be full
} // namespace

SearchScope scopeOfPeople(const Store& store, bool isAskedEach, bool hasKeys)
{
    SearchScope scope{store, Entity::Person, person, 0, {}, isAskedEach};
    if (hasKeys)
        scope.keys = keys;
    scope.facts = "keyed.";
    return scope;
}

PersonListOrder orderOf(const RecordOrder& by)
{
    const QByteArray direction = by.isDescending ? " DESC" : "";
    if (by.key == QLatin1String("id"))
        return {"keyed.person_id" + direction, nullptr, "+keyed.person_id" + direction};
    const Field* field = recordType(Entity::Person).fieldNamed(by.key);
    if (by.key.isEmpty() || by.key == QLatin1String("name") || !field) {
        const QByteArray id = ", keyed.person_id" + direction;
        return {"keyed.sort_key" + direction + id, "person_key_by_sort", "+keyed.sort_key" + direction + id, true};
    }
    const QByteArray rest = ", keyed.sort_key, keyed.person_id";
    const bool isKept = isInPersonKeys(field->name);
    const QByteArray column = QByteArray(isKept ? keys : person) + '.' + field->name + direction;
    const bool isByCountry = qstrcmp(field->name, "country") == 0 && !by.isDescending;
    PersonListOrder order{column + rest, isByCountry ? "person_key_by_country" : nullptr, '+' + column + rest};
    order.isByCountry = isByCountry;
    order.isOrder = isByCountry;
    return order;
}

QByteArray allKeys(const char* index)
{
    return QByteArray("person_key AS keyed") + (index ? QByteArray(" INDEXED BY ") + index : QByteArray());
}

QByteArray withPerson(const QByteArray& from)
{
    return from + " CROSS JOIN person AS searched ON searched.id = keyed.person_id";
}

bool asksPerson(const QByteArray& sql)
{
    return sql.contains("searched.");
}

bool isOfKeysAlone(const Store& store, const QueryNode& query)
{
    if (query.kind == QueryNode::Kind::Words)
        return false;
    if (query.kind == QueryNode::Kind::Filter) {
        const SearchFilter* filter = filterNamed(Entity::Person, query.text);
        if (filter && filter->besideKeys)
            return filter->besideKeys(query, scopeOfPeople(store, true)).has_value();
        return filter && filter->column && isInPersonKeys(filter->column);
    }
    return std::all_of(query.parts.begin(), query.parts.end(),
                       [&store](const QueryNode& part) { return isOfKeysAlone(store, part); });
}

bool isOfCountryAlone(const QueryNode& query)
{
    if (query.kind == QueryNode::Kind::Filter) {
        const char* column = filterNamed(Entity::Person, query.text)->column;
        return column && qstrcmp(column, "country") == 0;
    }
    return std::all_of(query.parts.begin(), query.parts.end(), &isOfCountryAlone);
}

QueryNode columnsFirst(QueryNode query)
{
    if (query.kind == QueryNode::Kind::All)
        std::stable_partition(query.parts.begin(), query.parts.end(), [](const QueryNode& part) {
            const SearchFilter* filter =
                part.kind == QueryNode::Kind::Filter ? filterNamed(Entity::Person, part.text) : nullptr;
            return filter && filter->column;
        });
    return query;
}

SqlPiece listed(const std::vector<qint64>& ids)
{
    QByteArrayList all;
    for (const qint64 id : ids)
        all.append(QByteArray::number(id));
    return {"SELECT DISTINCT value AS person_id FROM json_each(?)", {QString::fromLatin1('[' + all.join(',') + ']')}};
}

namespace
{
// What a query says of the country alone. One country is looked up in the index; several are not, which would cost its
// order.
Result<SqlPiece> countryCondition(const Store& store, const QueryNode& query)
{
    std::vector<QueryNode> some;
    for (const QueryNode& node : conditionsOf(query)) {
        if (isOfKeysAlone(store, node) && isOfCountryAlone(node))
            some.push_back(node);
    }
    DTP_TRY(condition, conditionSql(allOf(std::move(some)), scopeOfPeople(store, true)));
    if (condition.text == "keyed.country = ?")
        return std::move(condition);
    return SqlPiece{"+(", {}} + condition + QByteArray(")");
}
} // namespace

Result<std::optional<std::vector<qint64>>> walk(const Store& store, const QueryNode& query,
                                                const PersonListOrder& order, qint64 limit, qint64 offset)
{
    DTP_TRY(condition, conditionSql(query, scopeOfPeople(store, true)));
    const QByteArray from = asksPerson(condition.text) ? withPerson(allKeys(order.index)) : allKeys(order.index);
    SqlPiece sql = SqlPiece{"SELECT keyed.person_id, ", {}} + condition + QByteArray(" FROM " + from);
    if (order.isByCountry) { // other countries are passed over within the index
        DTP_TRY(ofCountry, countryCondition(store, query));
        sql += SqlPiece{" WHERE ", {}} + ofCountry;
    }
    sql += " ORDER BY " + order.terms;
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    const qint64 longest = isOfKeysAlone(store, query) ? longestWalkOfKeys : longestWalk;
    std::vector<qint64> page;
    qint64 met = 0;
    for (qint64 asked = 0; static_cast<qint64>(page.size()) < limit; ++asked) {
        // Seen early that the page will not be full, if the rest is like the beginning.
        const bool isHopeless = asked == longest / lookedAhead && met * lookedAhead < limit + offset;
        if (asked == longest || isHopeless)
            return std::nullopt;
        DTP_TRY(row, select.step());
        if (!row)
            break;
        if (select.integer(1) == 0)
            continue;
        if (met++ >= offset)
            page.push_back(select.integer(0));
    }
    return page;
}

// By country, of conditions on the keys alone which few fulfil: along the index without names, which is half as long,
// to the end of the country in which the page is full. Only those who match are looked up, for their order.
Result<std::vector<qint64>> alongCountries(const Store& store, const QueryNode& query, const SqlPiece& page,
                                           qint64 enough)
{
    DTP_TRY(condition, conditionSql(columnsFirst(query), scopeOfPeople(store, false)));
    const SqlPiece sql =
        SqlPiece{"SELECT keyed.person_id, keyed.country FROM " + allKeys("person_key_by_state") + " WHERE ", {}} +
        condition + QByteArray(" ORDER BY keyed.country");
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    std::vector<qint64> found;
    QByteArray country;
    while (true) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        const QByteArray next = select.utf8(1);
        if (next != country && static_cast<qint64>(found.size()) >= enough)
            break;
        country = next;
        found.push_back(select.integer(0));
    }
    return readKeys(store, SqlPiece{"SELECT keyed.person_id FROM (", {}} + listed(found) +
                               QByteArray(") AS found CROSS JOIN person_key AS keyed ON keyed.person_id = "
                                          "found.person_id ORDER BY keyed.country, keyed.sort_key, keyed.person_id") +
                               page);
}

} // namespace dtp
