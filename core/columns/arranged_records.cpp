// SPDX-License-Identifier: GPL-3.0-or-later
#include <columns/arranged_records.h>
#include <columns/order_sql.h>

#include <database/connection.h>
#include <records/kinds.h>
#include <search/person_search.h>
#include <search/person_walk.h>
#include <search/query_sql.h>

#include <QCoreApplication>

#include <algorithm>

namespace dtp
{

namespace
{
// So many people are put in order at once; of more the first page is looked for. More than a page of findPeople()
// would be gathered there.
constexpr qint64 fewPeople = 5000;

std::vector<QByteArray> byTitle(Entity entity)
{
    const Field* title = titleField(entity);
    return title
               ? std::vector<QByteArray>{traitsOf(*title).order(*title, QByteArray("r.") + title->name, false), "r.id"}
               : std::vector<QByteArray>{"r.id"};
}

Result<std::vector<qint64>> inOrderOf(const Store& store, Entity entity, const SqlPiece& condition,
                                      const std::vector<RecordOrder>& orders, qint64 limit)
{
    DTP_TRY(keys, sortKeys(store, entity, orders));
    return readKeys(store, inOrder("r.id", {QByteArray(recordType(entity).table) + " AS r", {}}, condition, keys,
                                   byTitle(entity), limit));
}

// By name alone, by entry and by country they are found as ever.
bool isKnownToSearch(const std::vector<RecordOrder>& orders)
{
    if (orders.empty())
        return true;
    return orders.size() == 1 &&
           (orders.front().key == QLatin1String("name") || orders.front().key == QLatin1String("id"));
}

Result<std::vector<qint64>> arrangedPeople(const Store& store, const QueryNode& query,
                                           const std::vector<RecordOrder>& orders, qint64 limit)
{
    if (isKnownToSearch(orders))
        return findPeople(store, query, orders.empty() ? RecordOrder{QStringLiteral("name")} : orders.front(), limit,
                          0);
    DTP_TRY(keys, sortKeys(store, Entity::Person, orders));
    if (limit >= 0 && limit <= longestPage) {
        DTP_TRY(some, findPeople(store, query, {QStringLiteral("name")}, longestPage, 0));
        if (static_cast<qint64>(some.size()) < longestPage)
            return peopleInOrder(store, some, {"1", {}}, keys, limit);
        DTP_TRY(more, readKeys(store, {"SELECT person_id FROM person_key LIMIT 1 OFFSET ?", {fewPeople}}));
        if (!more.empty()) {
            DTP_TRY(found, firstPeople(store, query, keys, limit));
            if (found)
                return std::move(*found);
        }
    }
    if (query.isEmpty()) {
        const bool isAsked =
            std::any_of(keys.begin(), keys.end(), [](const SortKey& key) { return asksPerson(key.key.text); });
        const SqlPiece sql = inOrder("keyed.person_id", {isAsked ? withPerson(allKeys()) : allKeys(), {}}, {"1", {}},
                                     keys, {"keyed.sort_key", "keyed.person_id"}, limit);
        return readKeys(store, sql);
    }
    DTP_TRY(all, findPeople(store, query, {QStringLiteral("name")}, -1, 0));
    return peopleInOrder(store, all, {"1", {}}, keys, limit);
}
} // namespace

std::vector<RecordOrder> Arrangement::wholeOrder() const
{
    if (group.isEmpty())
        return orders;
    std::vector<RecordOrder> all{{group, false}};
    for (const RecordOrder& order : orders) {
        if (order.key == group)
            all.front().isDescending = order.isDescending;
        else
            all.push_back(order);
    }
    return all;
}

QString ordersText(const std::vector<RecordOrder>& orders)
{
    QStringList all;
    for (const RecordOrder& order : orders)
        all.append(order.isDescending ? QString(QLatin1Char('-') + order.key) : order.key);
    return all.join(QLatin1Char(','));
}

std::vector<RecordOrder> ordersFromText(const QString& text)
{
    std::vector<RecordOrder> orders;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString key = part.trimmed();
        const bool isDescending = key.startsWith(QLatin1Char('-'));
        if (const QString name = isDescending ? key.mid(1).trimmed() : key; !name.isEmpty())
            orders.push_back({name, isDescending});
    }
    return orders;
}

Result<> checkArrangement(const Store& store, Entity entity, const Arrangement& arrangement)
{
    DTP_CHECK(sortKeys(store, entity, arrangement.orders));
    if (arrangement.group.isEmpty())
        return {};
    DTP_TRY(columns, columnsCalled(store, entity, {arrangement.group}));
    if (columns.front().groups == CatalogueColumn::Groups::None)
        return fail(QCoreApplication::translate("Columns", "A list is not grouped by “%1”: it says something else of "
                                                           "nearly every record, or several things of one.")
                        .arg(columns.front().column.title));
    return {};
}

Result<std::vector<qint64>> arrangedRecords(const Store& store, Entity entity, const QueryNode& query,
                                            const Arrangement& arrangement, qint64 limit)
{
    const std::vector<RecordOrder> orders = arrangement.wholeOrder();
    if (entity == Entity::Person)
        return arrangedPeople(store, query, orders, limit);
    if (orders.empty())
        return findRecords(store, entity, query, {}, limit);
    DTP_TRY(condition, conditionSql(query, {store, entity, "r", 0, {}, false}));
    return inOrderOf(store, entity, condition, orders, limit);
}

Result<std::vector<qint64>> arranged(const Store& store, Entity entity, const std::vector<qint64>& ids,
                                     const Arrangement& arrangement, qint64 limit)
{
    const std::vector<RecordOrder> orders = arrangement.wholeOrder();
    if (entity == Entity::Person) {
        DTP_TRY(keys, sortKeys(store, entity, orders));
        return peopleInOrder(store, ids, {"1", {}}, keys, limit);
    }
    const SqlPiece table = keyTable(ids);
    return inOrderOf(store, entity, SqlPiece{"r.id IN (SELECT value FROM ", {}} + table + QByteArray(")"), orders,
                     limit);
}

namespace
{
// What a group is called: by its key where that is what people read, else as the first record shows it.
Result<QString> titleOfGroup(const Store& store, Entity entity, const CatalogueColumn& column, const QVariant& key,
                             qint64 first)
{
    if (key.isNull())
        return QCoreApplication::translate("Columns", "Not known");
    const QString text = key.toString();
    if (column.groupTitle)
        return column.groupTitle(text);
    if (column.groups == CatalogueColumn::Groups::ByYear || column.field < 0 ||
        column.order.compare == ColumnOrder::Compare::AsRead)
        return text;
    DTP_TRY(rows, store.rows(entity, {first}, {column.field}));
    return rows.empty() ? text
                        : store.displayText(recordType(entity).fields[static_cast<size_t>(column.field)],
                                            rows.front().fields.at(column.field));
}
} // namespace

Result<std::vector<RecordGroup>> groupsOf(const Store& store, Entity entity, const QString& called,
                                          const std::vector<qint64>& ids)
{
    DTP_TRY(columns, columnsCalled(store, entity, {called}));
    const CatalogueColumn& column = columns.front();
    const ColumnScope scope = scopeOfRecords(store, entity);
    SqlPiece key = column.order.key(scope);
    if (column.groups == CatalogueColumn::Groups::ByYear)
        key = SqlPiece{"substr(", {}} + key + QByteArray(", 1, 4)");
    QByteArray from = entity == Entity::Person
                          ? QByteArray(" LEFT JOIN person_key AS keyed ON keyed.person_id = found.value")
                          : QByteArray(" LEFT JOIN ") + recordType(entity).table + " AS r ON r.id = found.value";
    if (key.text.contains("searched."))
        from += " LEFT JOIN person AS searched ON searched.id = found.value";
    const SqlPiece sql = SqlPiece{"SELECT found.value, ", {}} + key + QByteArray(" FROM ") + keyTable(ids) +
                         QByteArray(" AS found" + from);
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    std::vector<RecordGroup> groups;
    QVariant last;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return groups;
        const QVariant next = select.isNull(1) ? QVariant() : QVariant(select.text(1));
        if (groups.empty() || next != last || next.isNull() != last.isNull()) {
            DTP_TRY(title, titleOfGroup(store, entity, column, next, select.integer(0)));
            groups.push_back({title, 0});
            last = next;
        }
        ++groups.back().count;
    }
}

} // namespace dtp
