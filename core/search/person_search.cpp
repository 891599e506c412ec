// SPDX-License-Identifier: GPL-3.0-or-later
// How the first page of any list of people comes soon, however many there are. Conditions on what person_keys.h says
// are answered from its index alone. For others the list is walked in its order for a while: what many have is met
// soon. If it is not, those who match are few enough to be gathered and sorted.
#include <database/connection.h>
#include <search/index_entry.h>
#include <search/person_keys.h>
#include <search/person_search.h>
#include <search/person_words.h>
#include <search/query_sql.h>
#include <search/title_words.h>

#include <algorithm>
#include <optional>

namespace dtp
{

namespace
{
constexpr const char* person = "searched"; // the tables in statements, by names that no piece of a condition has
constexpr const char* keys = "keyed";

// A first page is at most so long; longer ones are read whole.
constexpr qint64 longestPage = 1500;
// So many people are asked one by one along a list before those who match are gathered. Each is a look at two or three
// places of the file: some ten milliseconds in all.
constexpr qint64 longestWalk = 8000;
constexpr qint64 longestWalkOfKeys = 3000; // when all can be gathered from one index
// A relation with so few people is gathered at once; which of several has the fewest is found out up to so many.
constexpr qint64 fewPeople = 3000;
constexpr qint64 mostCompared = 50000;

SearchScope scopeOf(const Store& store, bool isAskedEach, bool hasKeys = true)
{
    SearchScope scope{store, Entity::Person, person, 0, {}, isAskedEach};
    if (hasKeys)
        scope.keys = keys;
    scope.facts = "keyed.";
    return scope;
}

struct Order {
    QByteArray terms;            // for ORDER BY, along an index or the table
    const char* index = nullptr; // which holds them
    QByteArray sortedTerms;      // the same for a sort: SQLite is not to go along the index
    bool isByName = false;
    bool isByCountry = false;
    bool isOrder = true; // of the table of keys; else a field that it does not have
};

Order orderOf(const RecordOrder& by)
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
    Order order{column + rest, isByCountry ? "person_key_by_country" : nullptr, '+' + column + rest};
    order.isByCountry = isByCountry;
    order.isOrder = isByCountry;
    return order;
}

QByteArray allKeys(const char* index = nullptr)
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

// Whether every condition is on a column that the table of keys has.
bool isOfKeysAlone(const Store& store, const QueryNode& query)
{
    if (query.kind == QueryNode::Kind::Words)
        return false;
    if (query.kind == QueryNode::Kind::Filter) {
        const SearchFilter* filter = filterNamed(Entity::Person, query.text);
        if (filter && filter->besideKeys)
            return filter->besideKeys(query, scopeOf(store, true)).has_value();
        return filter && filter->column && isInPersonKeys(filter->column);
    }
    return std::all_of(query.parts.begin(), query.parts.end(),
                       [&store](const QueryNode& part) { return isOfKeysAlone(store, part); });
}

// The people of a query that is one filter of a relation, or all the others; nothing for other queries.
Result<FoundKeys> keysOfRelation(const Store& store, const QueryNode& query)
{
    const bool isNot = query.kind == QueryNode::Kind::Not;
    const QueryNode& node = isNot ? query.parts.front() : query;
    const SearchFilter* filter =
        node.kind == QueryNode::Kind::Filter ? filterNamed(Entity::Person, node.text) : nullptr;
    if (!filter || !filter->keys)
        return FoundKeys();
    DTP_TRY(found, filter->keys(node, scopeOf(store, false)));
    if (found.isMore && isNot)
        return FoundKeys();
    found.isOthers = found.isOthers != isNot;
    return std::move(found);
}

// Of the conditions that all must hold the relation with the fewest people: who match are looked for among them.
struct Driver {
    SqlPiece people; // a statement that gives the keys of people, once each; empty: there is no such relation
    std::vector<QueryNode> rest; // what else must hold; what belongs together is bound already
    bool isFew = false;
    bool isKnown = false; // how many there are; the relations of rest have more, and are asked of each of these
};

SqlPiece onceEach(const SqlPiece& found)
{
    return SqlPiece{"SELECT DISTINCT * FROM (", {}} + found + QByteArray(")");
}

SqlPiece listed(const std::vector<qint64>& ids)
{
    QByteArrayList all;
    for (const qint64 id : ids)
        all.append(QByteArray::number(id));
    return {"SELECT DISTINCT value AS person_id FROM json_each(?)", {QString::fromLatin1('[' + all.join(',') + ']')}};
}

Result<Driver> driverOf(const Store& store, const QueryNode& query)
{
    const std::vector<QueryNode> conditions = boundTogether(conditionsOf(query), Entity::Person);
    Driver driver;
    // What the keys alone answer is soon answered for everybody as well.
    const qint64 most = isOfKeysAlone(store, query) ? fewPeople : mostCompared;
    qint64 fewest = most + 1;
    for (const QueryNode& node : conditions) {
        DTP_TRY(found, keysOfRelation(store, node));
        if (found.sql.text.isEmpty() || found.isOthers)
            continue;
        const bool isAlone = conditions.size() == 1 && !found.isMore;
        DTP_TRY(some, readKeys(store, found.sql + SqlPiece{" LIMIT ?", {isAlone ? fewPeople + 1 : fewest}}));
        const auto number = static_cast<qint64>(some.size());
        if ((number >= fewest && !driver.people.text.isEmpty()) || (found.isMore && number > most))
            continue;
        fewest = number;
        driver.isFew = number <= fewPeople;
        driver.isKnown = number <= most;
        driver.people = driver.isFew ? listed(some) : onceEach(found.sql);
        driver.rest = conditions;
        if (!found.isMore) // else it has yet to be asked which of them match
            driver.rest.erase(driver.rest.begin() + (&node - conditions.data()));
    }
    return driver;
}

// Whether no condition is on another column than the country, of which the keys have an index of their own.
bool isOfCountryAlone(const QueryNode& query)
{
    if (query.kind == QueryNode::Kind::Filter) {
        const char* column = filterNamed(Entity::Person, query.text)->column;
        return column && qstrcmp(column, "country") == 0;
    }
    return std::all_of(query.parts.begin(), query.parts.end(), &isOfCountryAlone);
}

// With what a function works out behind what a column says: a million people are asked as little as can be.
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

// The statement that gathers those who match; what follows it is the order. what: keyed.person_id, or their number.
Result<SqlPiece> gather(const Store& store, const QueryNode& query, const Driver& driver, const QByteArray& what,
                        const QByteArray& order)
{
    if (!driver.people.text.isEmpty()) {
        SqlPiece rest{"1", {}};
        for (const QueryNode& node : driver.rest) {
            DTP_TRY(condition, conditionSql(node, scopeOf(store, driver.isKnown)));
            rest += SqlPiece{" AND ", {}} + condition;
        }
        QByteArray from = " AS found";
        // Where only the person is asked for, her keys need not be looked up.
        QByteArray ofKey = rest.text;
        ofKey.replace("keyed.person_id", "found.person_id");
        if (QByteArray(what + order + ofKey).contains("keyed."))
            from += " CROSS JOIN person_key AS keyed ON keyed.person_id = found.person_id";
        else
            rest.text = ofKey;
        if (asksPerson(rest.text + order))
            from += " CROSS JOIN person AS searched ON searched.id = found.person_id";
        return SqlPiece{"SELECT " + what + " FROM (", {}} + driver.people + QByteArray(")" + from + " WHERE ") + rest +
               order;
    }
    DTP_TRY(condition, conditionSql(columnsFirst(query), scopeOf(store, false)));
    QByteArray from = "person_key AS keyed";
    if (isOfKeysAlone(store, query)) {
        // Numbers do not need names.
        from = allKeys(isOfCountryAlone(query) ? nullptr
                       : order.isEmpty()       ? "person_key_by_state"
                                               : "person_key_by_sort");
    } else if (asksPerson(condition.text)) { // the records themselves, in the order in which they lie
        DTP_TRY(plain, conditionSql(query, scopeOf(store, false, false)));
        condition = plain;
        from = "person AS searched CROSS JOIN person_key AS keyed ON keyed.person_id = searched.id";
    }
    if (asksPerson(order) && !from.contains("searched"))
        from = withPerson(from);
    return SqlPiece{"SELECT " + what + " FROM " + from + " WHERE ", {}} + condition + order;
}

// What a query says of the country alone. One country is looked up in the index; several are not, which would cost its
// order.
Result<SqlPiece> countryCondition(const Store& store, const QueryNode& query)
{
    std::vector<QueryNode> some;
    for (const QueryNode& node : conditionsOf(query)) {
        if (isOfKeysAlone(store, node) && isOfCountryAlone(node))
            some.push_back(node);
    }
    DTP_TRY(condition, conditionSql(allOf(std::move(some)), scopeOf(store, true)));
    if (condition.text == "keyed.country = ?")
        return std::move(condition);
    return SqlPiece{"+(", {}} + condition + QByteArray(")");
}

// Along the list in its order, up to the end of a page. Nothing: the walk became too long.
Result<std::optional<std::vector<qint64>>> walk(const Store& store, const QueryNode& query, const Order& order,
                                                qint64 limit, qint64 offset)
{
    DTP_TRY(condition, conditionSql(query, scopeOf(store, true)));
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
    for (qint64 asked = 0; static_cast<qint64>(page.size()) < limit; ++asked) {
        if (asked == longest)
            return std::nullopt;
        DTP_TRY(row, select.step());
        if (!row)
            break;
        if (select.integer(1) != 0 && offset-- <= 0)
            page.push_back(select.integer(0));
    }
    return page;
}

// By country, of conditions on the keys alone which few fulfil: along the index without names, which is half as long,
// to the end of the country in which the page is full. Only those who match are looked up, for their order.
Result<std::vector<qint64>> alongCountries(const Store& store, const QueryNode& query, const SqlPiece& page,
                                           qint64 enough)
{
    DTP_TRY(condition, conditionSql(columnsFirst(query), scopeOf(store, false)));
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

Result<qint64> counted(const Store& store, const SqlPiece& sql)
{
    DTP_TRY(number, readKeys(store, sql));
    return number.empty() ? 0 : number.front();
}

// Of a query of several conditions, one of which leaves out the people of a relation: the number without that one,
// less those of the relation of whom the others hold. Nothing: there is no such condition, or too many are left out.
Result<std::optional<qint64>> countWithoutSome(const Store& store, const QueryNode& query)
{
    const std::vector<QueryNode> conditions = boundTogether(conditionsOf(query), Entity::Person);
    for (size_t i = 0; conditions.size() > 1 && i < conditions.size(); ++i) {
        DTP_TRY(found, keysOfRelation(store, conditions[i]));
        if (found.sql.text.isEmpty() || !found.isOthers)
            continue;
        DTP_TRY(some, readKeys(store, found.sql + SqlPiece{" LIMIT ?", {mostCompared + 1}}));
        if (static_cast<qint64>(some.size()) > mostCompared)
            continue;
        Driver leftOut{onceEach(found.sql), conditions, false, true};
        leftOut.rest.erase(leftOut.rest.begin() + static_cast<std::ptrdiff_t>(i));
        DTP_TRY(all, countPeople(store, allOf(leftOut.rest)));
        DTP_TRY(gathered, gather(store, query, leftOut, "count(*)", {}));
        DTP_TRY(less, counted(store, gathered));
        return all - less;
    }
    return std::nullopt;
}
} // namespace

Result<PersonQuery> PersonQuery::parse(const QString& text, const Store& store)
{
    DTP_TRY(root, readQuery(store, Entity::Person, text));
    return PersonQuery{std::move(root)};
}

Result<std::vector<qint64>> findPeople(const Store& store, const QueryNode& query, const RecordOrder& by, qint64 limit,
                                       qint64 offset)
{
    const Order order = orderOf(by);
    const QStringList words = wordsAlone(query);
    if (!words.isEmpty() && order.isByName && !by.isDescending)
        return findWords(store, words, limit, offset);
    const SqlPiece page{" LIMIT ? OFFSET ?", {limit, offset}};
    const bool isFirstPage = limit >= 0 && limit + offset <= longestPage && order.isOrder;
    if (query.isEmpty() && order.isOrder)
        return readKeys(
            store,
            SqlPiece{"SELECT keyed.person_id FROM " + allKeys(order.index) + " ORDER BY " + order.terms, {}} + page);
    const bool isOfKeys = isOfKeysAlone(store, query);
    if (isFirstPage && isOfKeys && order.isByName) { // most have it: then nothing else need be asked
        DTP_TRY(found, walk(store, query, order, limit, offset));
        if (found)
            return std::move(*found);
    }
    DTP_TRY(driver, driverOf(store, query));
    if (isFirstPage && !driver.isFew && isOfKeys && (order.isByName || !order.index)) {
        // All of it is in one place, in order.
        DTP_TRY(condition, conditionSql(query, scopeOf(store, true)));
        const QByteArray from = order.index ? allKeys(order.index) : allKeys() + " NOT INDEXED";
        return readKeys(store, SqlPiece{"SELECT keyed.person_id FROM " + from + " WHERE ", {}} + condition +
                                   QByteArray(" ORDER BY " + order.terms) + page);
    }
    if (isFirstPage && !driver.isFew) {
        DTP_TRY(found, walk(store, query, order, limit, offset));
        if (found)
            return std::move(*found);
        if (isOfKeys && order.isByCountry && driver.people.text.isEmpty())
            return alongCountries(store, query, page, limit + offset);
    }
    DTP_TRY(all, gather(store, query, driver, "keyed.person_id", " ORDER BY " + order.sortedTerms));
    return readKeys(store, all + page);
}

Result<qint64> countPeople(const Store& store, const QueryNode& query)
{
    const auto count = [&store](const SqlPiece& sql) { return counted(store, sql); };
    const QByteArray everybody = "SELECT count(*) FROM person";
    if (query.isEmpty())
        return count({everybody, {}});
    if (const QStringList words = wordsAlone(query); !words.isEmpty())
        return count(
            {"SELECT count(*) FROM person_words WHERE person_words MATCH ?", {QString::fromUtf8(matchOf(words))}});
    DTP_TRY(related, keysOfRelation(store, query));
    DTP_TRY(driver, driverOf(store, query));
    if (!related.sql.text.isEmpty() && !related.isMore && !driver.isFew) {
        const SqlPiece those = SqlPiece{"SELECT count(*) FROM (", {}} + onceEach(related.sql) + QByteArray(")");
        if (!related.isOthers)
            return count(those);
        return count(SqlPiece{"SELECT (" + everybody + ") - (", {}} + those + QByteArray(")"));
    }
    if (!driver.isKnown) {
        DTP_TRY(without, countWithoutSome(store, query));
        if (without)
            return *without;
    }
    DTP_TRY(condition, conditionSql(query, scopeOf(store, false)));
    if (driver.people.text.isEmpty() && asksPerson(condition.text)) {
        DTP_TRY(plain, conditionSql(query, scopeOf(store, false, false)));
        const QByteArray from =
            plain.text.contains("keyed.")
                ? " AS searched CROSS JOIN person_key AS keyed ON keyed.person_id = searched.id WHERE "
                : " AS searched WHERE ";
        return count(SqlPiece{everybody + from, {}} + plain);
    }
    DTP_TRY(all, gather(store, query, driver, "count(*)", {}));
    return count(all);
}

Result<std::vector<qint64>> findPeople(const Store& store, const PersonQuery& query, qint64 limit, qint64 offset,
                                       PersonOrder order)
{
    RecordOrder by{QStringLiteral("name"), order == PersonOrder::NameDescending};
    if (order == PersonOrder::Country)
        by.key = QStringLiteral("country");
    else if (order == PersonOrder::Newest)
        by = {QStringLiteral("id"), true};
    return findPeople(store, query.root, by, limit, offset);
}

Result<qint64> countPeople(const Store& store, const PersonQuery& query)
{
    return countPeople(store, query.root);
}

Result<std::vector<qint64>> peopleNamed(const Store& store, const QString& name)
{
    return readKeys(store,
                    {"SELECT person_id FROM person_key WHERE name_key = ? ORDER BY person_id", {nameKeyOf(name)}});
}

} // namespace dtp
