// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of very many people in the order of any column, without what that column says of everybody. Values
// are gone through in order, each with its people, until the page is full: of few values (countries, skills,
// organisations) there is a list, of others (addresses, notes) those that come first are found by one look at all.
// Where a value is that of very many, they are met soon along their names.
#include <columns/order_sql.h>

#include <database/connection.h>
#include <search/person_walk.h>
#include <search/query_sql.h>

#include <algorithm>
#include <limits>

namespace dtp
{

namespace
{
using Found = Result<std::optional<std::vector<qint64>>>; // nothing: it became too long

constexpr qint64 fewOfValue = 12000; // so many people of one value are put in order at once
// Of a value that has more they are looked for along the names, so far: as long as their keys alone tell, and where
// each costs a look elsewhere.
constexpr qint64 longestWalk = 200000;
constexpr qint64 longestCostlyWalk = 30000;
constexpr int mostGathered = 3;    // of the values whose people are not met soon, so many are gathered whole
constexpr size_t mostValues = 400; // which are asked for their people
constexpr qint64 firstMet = 3000;  // of those who have anything, at the first look
constexpr int mostLooks = 3;

struct Value {
    QVariant key;
    std::vector<QVariant> refs; // two organisations may have one name
};

// A key and, in the next column, whether it is a number: it is compared as SQLite keeps it.
constexpr const char* keyAndKind = "k, typeof(k) = 'integer'";

QVariant valueAt(const Statement& row, int column)
{
    if (row.isNull(column))
        return {};
    return row.integer(column + 1) != 0 ? QVariant(row.integer(column)) : QVariant(row.text(column));
}

Result<Statement> bound(const Store& store, const SqlPiece& sql)
{
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    return std::move(select);
}

SqlPiece both(const SqlPiece& first, const SqlPiece& second)
{
    return SqlPiece{"(", {}} + first + QByteArray(") AND (") + second + QByteArray(")");
}

class FirstPeople
{
public:
    explicit FirstPeople(const Store& store) : m_store(store) {}

    // Those of whom the condition holds.
    Found page(const SqlPiece& condition, std::span<const SortKey> keys, qint64 wanted)
    {
        if (keys.empty())
            return alongNames(condition, wanted);
        const SortKey& first = keys.front();
        std::vector<qint64> people;
        if (first.order.values) {
            DTP_TRY(found, byValues(condition, keys, wanted));
            if (!found)
                return std::nullopt;
            people = std::move(*found);
        } else if (first.order.met) {
            DTP_TRY(found, asMet(condition, keys, wanted));
            if (!found)
                return std::nullopt;
            people = std::move(*found);
        } else if (first.key.text == "keyed.sort_key" && !first.isDescending) {
            return alongNames(condition, wanted); // there are no two alike
        } else {
            return std::nullopt;
        }
        if (static_cast<qint64>(people.size()) < wanted) { // of the others it is not known
            const SqlPiece unknown = both(condition, first.key + QByteArray(" IS NULL"));
            DTP_TRY(rest, page(unknown, keys.subspan(1), wanted - static_cast<qint64>(people.size())));
            if (!rest)
                return std::nullopt;
            people.insert(people.end(), rest->begin(), rest->end());
        }
        return people;
    }

private:
    Found alongNames(const SqlPiece& condition, qint64 wanted)
    {
        QByteArray from = allKeys("person_key_by_sort");
        if (asksPerson(condition.text))
            from = withPerson(from);
        const SqlPiece sql = SqlPiece{"SELECT keyed.person_id, ", {}} + condition +
                             QByteArray(" FROM " + from + " ORDER BY keyed.sort_key, keyed.person_id");
        DTP_TRY(select, bound(m_store, sql));
        const bool isCostly = asksPerson(condition.text) || condition.text.contains("SELECT");
        qint64 left = isCostly ? longestCostlyWalk : longestWalk;
        std::vector<qint64> people;
        while (static_cast<qint64>(people.size()) < wanted) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            if (select.integer(1) != 0)
                people.push_back(select.integer(0));
            if (--left == 0)
                return std::nullopt;
        }
        return people;
    }

    Result<std::vector<Value>> valuesOf(const SortKey& by) const
    {
        const SqlPiece all = by.order.values(m_store.environment().clock->today());
        DTP_TRY(select, bound(m_store, SqlPiece{QByteArray("SELECT ref, ") + keyAndKind + " FROM (", {}} + all +
                                           QByteArray(") ORDER BY " + by.term("k"))));
        std::vector<Value> values;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                return values;
            const QVariant key = valueAt(select, 1);
            if (key.isNull()) // asked for in SQL it would be worked out for everybody, before those alike are put
                              // together
                return values;
            if (values.empty() || values.back().key != key)
                values.push_back({key, {}});
            values.back().refs.emplace_back(select.text(0));
        }
    }

    // The people of a value; nothing: there are more.
    Found membersOf(const SortKey& by, const Value& value, qint64 most) const
    {
        if (!by.order.members)
            return metWith(by, value.key, most);
        std::vector<qint64> people;
        for (const QVariant& ref : value.refs) {
            SqlPiece sql = by.order.members(m_store.environment().clock->today());
            sql.values.push_back(ref);
            DTP_TRY(some, readKeys(m_store, sql + SqlPiece{" LIMIT ?", {most + 1}}));
            people.insert(people.end(), some.begin(), some.end());
            if (static_cast<qint64>(people.size()) > most)
                return std::nullopt;
        }
        std::sort(people.begin(), people.end());
        people.erase(std::unique(people.begin(), people.end()), people.end());
        return people;
    }

    Found ofValue(const SqlPiece& condition, std::span<const SortKey> keys, const Value& value, qint64 wanted)
    {
        const SortKey& by = keys.front();
        const bool isOne = !by.order.stored.isEmpty() && value.refs.size() == 1;
        const SqlPiece has =
            isOne ? SqlPiece{by.order.stored + " = ?", value.refs} : by.key + SqlPiece{" IS ?", {value.key}};
        const SqlPiece is = both(has, condition);
        DTP_TRY(few, membersOf(by, value, fewOfValue));
        if (!few) {
            DTP_TRY(met, page(is, keys.subspan(1), wanted));
            if (met || ++m_gathered > mostGathered)
                return std::move(met);
            DTP_TRY(all, membersOf(by, value, std::numeric_limits<qint64>::max() - 1));
            few = std::move(all);
        }
        if (few->empty())
            return std::move(few);
        DTP_TRY(people, peopleInOrder(m_store, *few, is, keys.subspan(1), wanted));
        return std::move(people);
    }

    Found byValues(const SqlPiece& condition, std::span<const SortKey> keys, qint64 wanted)
    {
        DTP_TRY(values, valuesOf(keys.front()));
        std::vector<qint64> people;
        size_t asked = 0;
        for (const Value& value : values) {
            const qint64 missing = wanted - static_cast<qint64>(people.size());
            if (missing <= 0)
                break;
            if (++asked > mostValues)
                return std::nullopt;
            DTP_TRY(some, ofValue(condition, keys, value, missing));
            if (!some)
                return std::nullopt;
            people.insert(people.end(), some->begin(), some->end());
        }
        return people;
    }

    // A look at all who have anything: the first so many of them, with the value that is theirs or another's.
    struct Met {
        std::vector<qint64> people; // without those of the last value where there may be more of it
        QVariant first, last;       // values
        bool isAll = false;
    };
    Result<Met> look(const SortKey& by, const QVariant& after, qint64 most) const
    {
        const QByteArray k = QByteArray("k") + by.collation();
        SqlPiece sql = SqlPiece{QByteArray("SELECT id, ") + keyAndKind + " FROM (", {}} +
                       by.order.met(m_store.environment().clock->today()) +
                       QByteArray(") WHERE k <> ''"); // not NULL either
        if (!after.isNull())
            sql += SqlPiece{" AND " + k + (by.isDescending ? " < ?" : " > ?"), {after}};
        sql += SqlPiece{" ORDER BY " + by.term("k") + " LIMIT ?", {most}};
        DTP_TRY(select, bound(m_store, sql));
        std::vector<std::pair<qint64, QVariant>> rows;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            rows.emplace_back(select.integer(0), valueAt(select, 1));
        }
        Met met;
        met.isAll = static_cast<qint64>(rows.size()) < most;
        if (rows.empty())
            return met;
        met.first = rows.front().second;
        const QVariant end = rows.back().second;
        if (!met.isAll && end != met.first)
            rows.erase(std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.second == end; }),
                       rows.end());
        met.last = rows.back().second;
        for (const auto& [id, value] : rows)
            met.people.push_back(id);
        std::sort(met.people.begin(), met.people.end());
        met.people.erase(std::unique(met.people.begin(), met.people.end()), met.people.end());
        return met;
    }

    Found metWith(const SortKey& by, const QVariant& value, qint64 most) const
    {
        DTP_TRY(people, readKeys(m_store, SqlPiece{"SELECT DISTINCT id FROM (", {}} +
                                              by.order.met(m_store.environment().clock->today()) +
                                              SqlPiece{") WHERE k = ? LIMIT ?", {value, most + 1}}));
        if (static_cast<qint64>(people.size()) > most)
            return std::nullopt;
        return std::move(people);
    }

    Found asMet(const SqlPiece& condition, std::span<const SortKey> keys, qint64 wanted)
    {
        const SortKey& by = keys.front();
        const QByteArray upTo = QByteArray(by.collation()) + (by.isDescending ? " >= ?" : " <= ?");
        const QByteArray behind = QByteArray(by.collation()) + (by.isDescending ? " < ?" : " > ?");
        std::vector<qint64> people;
        QVariant after;
        qint64 most = std::max(firstMet, wanted * 4);
        for (int looks = 0; static_cast<qint64>(people.size()) < wanted; ++looks, most *= 4) {
            if (looks == mostLooks)
                return std::nullopt;
            DTP_TRY(met, look(by, after, most));
            if (met.people.empty())
                break;
            const qint64 missing = wanted - static_cast<qint64>(people.size());
            std::vector<qint64> some;
            if (!met.isAll && met.first == met.last) { // very many have this one
                DTP_TRY(ofThis, ofValue(condition, keys, {met.first, {}}, missing));
                if (!ofThis)
                    return std::nullopt;
                some = std::move(*ofThis);
            } else {
                SqlPiece range = by.key + SqlPiece{upTo, {met.last}};
                if (!after.isNull())
                    range = both(range, by.key + SqlPiece{behind, {after}});
                DTP_TRY(inRange, peopleInOrder(m_store, met.people, both(range, condition), keys, missing));
                some = std::move(inRange);
            }
            people.insert(people.end(), some.begin(), some.end());
            after = met.last;
            if (met.isAll)
                break;
        }
        return people;
    }

    const Store& m_store;
    int m_gathered = 0;
};
} // namespace

Found firstPeople(const Store& store, const QueryNode& query, const std::vector<SortKey>& keys, qint64 limit)
{
    DTP_TRY(condition, conditionSql(query, scopeOfPeople(store, true)));
    return FirstPeople(store).page(condition, keys, limit);
}

} // namespace dtp
