// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <search/index_entry.h>
#include <search/person_search.h>
#include <search/query_sql.h>
#include <search/title_words.h>
#include <storage/connection.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <sqlite3.h>

namespace dtp
{

namespace
{
// So many matches of words are sorted for a first page; of more, the page is taken from those whose family name begins
// so.
constexpr qint64 sortedMatches = 1500;

constexpr const char* searched = "p"; // the table of people in statements

bool isByName(const RecordOrder& order)
{
    return order.key.isEmpty() || order.key == QLatin1String("name");
}

QByteArray orderSql(const RecordOrder& order)
{
    const QByteArray direction = order.isDescending ? " DESC" : "";
    if (order.key == QLatin1String("id"))
        return " ORDER BY p.id" + direction;
    const Field* field = recordType(Entity::Person).fieldNamed(order.key);
    if (isByName(order) || !field)
        return " ORDER BY k.sort_key" + direction + ", p.id" + direction;
    return QByteArray(" ORDER BY p.") + field->name + direction + ", k.sort_key, p.id";
}

// So many that match a query are sorted for a first page. When there are more, they are dense enough to be found in
// the list in its order.
constexpr qint64 sortedPeople = 3000;

// A statement that gives the keys of a query that is one filter of a relation, with repetitions; empty for others.
Result<SqlPiece> keysOfRelation(const Store& store, const QueryNode& query)
{
    const SearchFilter* filter =
        query.kind == QueryNode::Kind::Filter ? filterNamed(Entity::Person, query.text) : nullptr;
    if (!filter || !filter->keys)
        return SqlPiece();
    return filter->keys(query, {store, Entity::Person, searched, 0, {}, false});
}

// The first page by name of many: few matches are gathered and sorted, many are met soon along the names.
Result<std::vector<qint64>> firstByName(const Store& store, const QueryNode& query, const SqlPiece& condition,
                                        const RecordOrder& order, const SqlPiece& page)
{
    DTP_TRY(keys, keysOfRelation(store, query));
    SqlPiece some = SqlPiece{"SELECT p.id FROM person AS p WHERE ", {}} + condition;
    if (!keys.text.isEmpty())
        some = SqlPiece{"SELECT DISTINCT * FROM (", {}} + keys + QByteArray(")");
    DTP_TRY(found, readKeys(store, some + SqlPiece{" LIMIT ?", {sortedPeople + 1}}));
    const QByteArray direction = order.isDescending ? " DESC" : "";
    const QByteArray sorted = " ORDER BY k.sort_key" + direction + ", k.person_id" + direction;
    if (static_cast<qint64>(found.size()) <= sortedPeople) {
        QJsonArray list;
        for (const qint64 id : found)
            list.append(QString::number(id));
        return readKeys(store,
                        SqlPiece{"SELECT k.person_id FROM json_each(?) AS found JOIN person_key AS k ON k.person_id ="
                                 " CAST(found.value AS INTEGER)" +
                                     sorted,
                                 {QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact))}} +
                            page);
    }
    DTP_TRY(each, conditionSql(query, {store, Entity::Person, searched, 0, {}, true}));
    return readKeys(store, SqlPiece{"SELECT k.person_id FROM person_key AS k CROSS JOIN person AS p ON p.id ="
                                    " k.person_id WHERE ",
                                    {}} +
                               each + SqlPiece{sorted, {}} + page);
}

// The words when a query is nothing else; empty when it asks for more.
QStringList wordsAlone(const QueryNode& query)
{
    QStringList words;
    for (const QueryNode& node : conditionsOf(query)) {
        if (node.kind != QueryNode::Kind::Words)
            return {};
        words += wordsOf(foldText(node.text));
    }
    return words;
}

// Words alone: people whose family name begins with the first word come first, then the rest, both by name.
struct Ranked {
    bool later;
    QByteArray key;
    qint64 id;
    bool operator<(const Ranked& other) const
    {
        return std::tie(later, key, id) < std::tie(other.later, other.key, other.id);
    }
};

Result<std::vector<qint64>> ranked(const Store& store, const QStringList& words, const QByteArray& table, qint64 most,
                                   bool& all)
{
    DTP_TRY(select,
            Statement::prepare(store.handle(), "SELECT k.person_id, k.sort_key FROM (SELECT rowid AS id FROM " +
                                                   table + " WHERE " + table +
                                                   " MATCH ? LIMIT ?) m JOIN person_key k ON k.person_id = m.id"));
    select.bindUtf8(1, matchOf(words)).bind(2, most);
    const QByteArray first = foldToLatin(words.front()).toUtf8();
    std::vector<Ranked> found;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        QByteArray key = select.utf8(1);
        const bool later = !key.startsWith(first);
        found.push_back({later, std::move(key), select.integer(0)});
    }
    all = most < 0 || static_cast<qint64>(found.size()) < most;
    std::sort(found.begin(), found.end());
    std::vector<qint64> ids;
    ids.reserve(found.size());
    for (const Ranked& one : found)
        ids.push_back(one.id);
    return ids;
}

// The head of the family-name matches, straight from the index of sort keys.
Result<std::vector<qint64>> byFamilyName(const Store& store, const QString& word, qint64 limit)
{
    const QByteArray from = foldToLatin(word).toUtf8();
    DTP_TRY(select,
            Statement::prepare(store.handle(), "SELECT person_id FROM person_key WHERE sort_key >= ? AND sort_key < ?"
                                               " ORDER BY sort_key, person_id LIMIT ?"));
    select.bindUtf8(1, from).bindUtf8(2, from + "\xF4\x8F\xBF\xBF").bind(3, limit);
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
}

Result<std::vector<qint64>> findWords(const Store& store, const QStringList& words, qint64 limit, qint64 offset)
{
    const bool firstPage = limit >= 0 && limit + offset <= sortedMatches;
    bool all = false;
    // A match in a name counts more than one in an address or a note.
    DTP_TRY(names, ranked(store, words, "person_name_words", firstPage ? sortedMatches : -1, all));
    std::vector<qint64> ids;
    if (!all && words.size() == 1) {
        DTP_TRY(family, byFamilyName(store, words.front(), limit + offset));
        ids = std::move(family);
    }
    QSet<qint64> have(ids.begin(), ids.end());
    const auto add = [&](const std::vector<qint64>& more) {
        for (const qint64 id : more) {
            if (!have.contains(id)) {
                have.insert(id);
                ids.push_back(id);
            }
        }
    };
    add(names);
    if (!firstPage || static_cast<qint64>(ids.size()) < limit + offset) {
        DTP_TRY(rest, ranked(store, words, "person_words", firstPage ? sortedMatches : -1, all));
        add(rest);
    }
    const auto from = std::min<qint64>(offset, static_cast<qint64>(ids.size()));
    const auto to =
        limit < 0 ? static_cast<qint64>(ids.size()) : std::min<qint64>(from + limit, static_cast<qint64>(ids.size()));
    return std::vector<qint64>(ids.begin() + from, ids.begin() + to);
}
} // namespace

Result<PersonQuery> PersonQuery::parse(const QString& text, const Store& store)
{
    DTP_TRY(root, readQuery(store, Entity::Person, text));
    return PersonQuery{std::move(root)};
}

Result<std::vector<qint64>> findPeople(const Store& store, const QueryNode& query, const RecordOrder& order,
                                       qint64 limit, qint64 offset)
{
    const QStringList words = wordsAlone(query);
    if (!words.isEmpty() && isByName(order) && !order.isDescending)
        return findWords(store, words, limit, offset);
    const SqlPiece page{" LIMIT ? OFFSET ?", {limit, offset}};
    // Without a condition the keys alone answer, from their index.
    if (query.isEmpty() && isByName(order)) {
        const QByteArray direction = order.isDescending ? " DESC" : "";
        return readKeys(store, SqlPiece{"SELECT person_id FROM person_key ORDER BY sort_key" + direction +
                                            ", person_id" + direction,
                                        {}} +
                                   page);
    }
    DTP_TRY(condition, conditionSql(query, {store, Entity::Person, searched, 0, {}, false}));
    if (isByName(order) && limit >= 0 && limit + offset <= sortedMatches)
        return firstByName(store, query, condition, order, page);
    return readKeys(store,
                    SqlPiece{"SELECT p.id FROM person AS p JOIN person_key AS k ON k.person_id = p.id WHERE ", {}} +
                        condition + orderSql(order) + page);
}

Result<qint64> countPeople(const Store& store, const QueryNode& query)
{
    SqlPiece sql{"SELECT count(*) FROM person", {}};
    DTP_TRY(keys, keysOfRelation(store, query));
    if (!keys.text.isEmpty()) {
        DTP_TRY(people, readKeys(store, keys));
        std::sort(people.begin(), people.end());
        return std::unique(people.begin(), people.end()) - people.begin();
    }
    if (const QStringList words = wordsAlone(query); !words.isEmpty()) {
        sql = {"SELECT count(*) FROM person_words WHERE person_words MATCH ?", {QString::fromUtf8(matchOf(words))}};
    } else if (!query.isEmpty()) {
        DTP_TRY(condition, conditionSql(query, {store, Entity::Person, searched, 0, {}, false}));
        sql = SqlPiece{"SELECT count(*) FROM person AS p WHERE ", {}} + condition;
    }
    DTP_TRY(counted, readKeys(store, sql));
    return counted.empty() ? 0 : counted.front();
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
    DTP_TRY(select, Statement::prepare(store.handle(),
                                       "SELECT person_id FROM person_key WHERE name_key = ? ORDER BY person_id"));
    select.bindUtf8(1, nameKeyOf(name).toUtf8());
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
}

} // namespace dtp
