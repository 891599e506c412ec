// SPDX-License-Identifier: GPL-3.0-or-later
// How the first page of any list of people comes soon, however many there are. Conditions on what person_keys.h says
// are answered from its index alone. For others the list is walked in its order for a while: what many have is met
// soon. If it is not, those who match are few enough to be gathered and sorted.
#include <database/connection.h>
#include <search/index_entry.h>
#include <search/person_keys.h>
#include <search/person_search.h>
#include <search/person_walk.h>
#include <search/person_words.h>
#include <search/query_sql.h>
#include <search/title_words.h>

#include <algorithm>
#include <optional>

namespace dtp
{

namespace
{
// A relation with so few people is gathered at once; which of several has the fewest is found out up to so many.
constexpr qint64 fewPeople = 3000;
constexpr qint64 mostCompared = 50000;

// The people of a query that is one filter of a relation, or all the others; nothing for other queries.
Result<FoundKeys> keysOfRelation(const Store& store, const QueryNode& query)
{
    const bool isNot = query.kind == QueryNode::Kind::Not;
    const QueryNode& node = isNot ? query.parts.front() : query;
    const SearchFilter* filter =
        node.kind == QueryNode::Kind::Filter ? filterNamed(Entity::Person, node.text) : nullptr;
    if (!filter || !filter->keys)
        return FoundKeys();
    DTP_TRY(found, filter->keys(node, scopeOfPeople(store, false)));
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

// The statement that gathers those who match; what follows it is the order. what: keyed.person_id, or their number.
Result<SqlPiece> gather(const Store& store, const QueryNode& query, const Driver& driver, const QByteArray& what,
                        const QByteArray& order)
{
    if (!driver.people.text.isEmpty()) {
        SqlPiece rest{"1", {}};
        for (const QueryNode& node : driver.rest) {
            DTP_TRY(condition, conditionSql(node, scopeOfPeople(store, driver.isKnown)));
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
    DTP_TRY(condition, conditionSql(columnsFirst(query), scopeOfPeople(store, false)));
    QByteArray from = "person_key AS keyed";
    if (isOfKeysAlone(store, query)) {
        // Numbers do not need names.
        from = allKeys(isOfCountryAlone(query) ? nullptr
                       : order.isEmpty()       ? "person_key_by_state"
                                               : "person_key_by_sort");
    } else if (asksPerson(condition.text)) { // the records themselves, in the order in which they lie
        DTP_TRY(plain, conditionSql(query, scopeOfPeople(store, false, false)));
        condition = plain;
        from = "person AS searched CROSS JOIN person_key AS keyed ON keyed.person_id = searched.id";
    }
    if (asksPerson(order) && !from.contains("searched"))
        from = withPerson(from);
    return SqlPiece{"SELECT " + what + " FROM " + from + " WHERE ", {}} + condition + order;
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
    const PersonListOrder order = orderOf(by);
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
        DTP_TRY(condition, conditionSql(query, scopeOfPeople(store, true)));
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
    DTP_TRY(condition, conditionSql(query, scopeOfPeople(store, false)));
    if (driver.people.text.isEmpty() && asksPerson(condition.text)) {
        DTP_TRY(plain, conditionSql(query, scopeOfPeople(store, false, false)));
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
