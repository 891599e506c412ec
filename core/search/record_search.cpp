// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/query_check.h>
#include <search/person_search.h>
#include <search/query_sql.h>
#include <search/record_search.h>

#include <base/text.h>
#include <database/connection.h>
#include <records/kinds.h>
#include <records/type_names.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr const char* searched = "r"; // the table that is searched

QByteArray orderSql(const RecordType& type, const RecordOrder& order)
{
    const QByteArray direction = order.isDescending ? " DESC" : "";
    const Field* field = type.fieldNamed(order.key);
    if (!field && order.key.isEmpty()) {
        for (const Field& one : type.fields) {
            if (!field && traitsOf(one).isProseLine() && one.isRequired)
                field = &one;
        }
    }
    if (!field)
        return QByteArray(" ORDER BY ") + searched + ".id" + direction;
    const QByteArray column = QByteArray(searched) + '.' + field->name;
    return " ORDER BY " + traitsOf(*field).order(*field, column, order.isDescending) + ", " + searched + ".id";
}

QStringList wordsIn(const std::vector<QueryNode>& parts)
{
    QStringList words;
    for (const QueryNode& part : parts)
        words += part.kind == QueryNode::Kind::Words ? QStringList(part.text) : wordsIn(part.parts);
    return words;
}

// What was typed, and not what the program asks for itself: also in parentheses, "email:none(phone)".
Result<> checkValues(const Store& store, Entity entity, const QueryNode& node)
{
    const SearchFilter* filter = node.kind == QueryNode::Kind::Filter ? filterNamed(entity, node.text) : nullptr;
    if (filter && filter->check)
        return filter->check(node.values + wordsIn(node.parts), store);
    for (const QueryNode& part : node.kind == QueryNode::Kind::Filter ? std::vector<QueryNode>() : node.parts)
        DTP_CHECK(checkValues(store, entity, part));
    return {};
}
} // namespace

Result<std::vector<qint64>> readKeys(const Store& store, const SqlPiece& sql)
{
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
}

Result<QueryNode> readQuery(const Store& store, Entity entity, const QString& text)
{
    QueryNode query = parseQuery(text);
    DTP_CHECK(checkWritten(text, query));
    query = asMeant(std::move(query));
    DTP_CHECK(checkValues(store, entity, query));
    DTP_CHECK(conditionSql(query, {store, entity, searched, 0, {}, false}));
    return query;
}

Result<std::vector<qint64>> findRecords(const Store& store, Entity entity, const QueryNode& query,
                                        const RecordOrder& order, qint64 limit, qint64 offset)
{
    if (entity == Entity::Person)
        return findPeople(store, query, order, limit, offset);
    const RecordType& type = recordType(entity);
    DTP_TRY(condition, conditionSql(query, {store, entity, searched, 0, {}, false}));
    return readKeys(store, SqlPiece{QByteArray("SELECT r.id FROM ") + type.table + " AS r WHERE ", {}} + condition +
                               SqlPiece{orderSql(type, order) + " LIMIT ? OFFSET ?", {limit, offset}});
}

Result<qint64> countRecords(const Store& store, Entity entity, const QueryNode& query)
{
    if (entity == Entity::Person)
        return countPeople(store, query);
    DTP_TRY(condition, conditionSql(query, {store, entity, searched, 0, {}, false}));
    DTP_TRY(
        counted,
        readKeys(store, SqlPiece{QByteArray("SELECT count(*) FROM ") + recordType(entity).table + " AS r WHERE ", {}} +
                            condition));
    return counted.empty() ? 0 : counted.front();
}

std::vector<SearchKey> searchKeys(Entity entity)
{
    std::vector<SearchKey> keys;
    for (const SearchFilter& filter : filtersOf(entity))
        keys.push_back({filter.key, filter.label, filter.example(), filter.vocabulary, filter.reference});
    return keys;
}

Result<Entity> searchedType(const QString& name)
{
    std::vector<Entity> types;
    QStringList known;
    for (const RecordType& type : allRecordTypes()) {
        types.push_back(type.entity);
        known.append(type.pluralText());
    }
    if (const Entity entity = typeCalled(name, types); entity != Entity::None)
        return entity;
    return fail(QCoreApplication::translate("Search", "“%1” is not a kind of record. Known are: %2.")
                    .arg(name, known.join(QLatin1String(", "))));
}

} // namespace dtp
