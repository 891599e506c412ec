// SPDX-License-Identifier: GPL-3.0-or-later
#include <columns/order_sql.h>

#include <search/person_walk.h>
#include <search/query_sql.h>

#include <QByteArrayList>

namespace dtp
{

QByteArray SortKey::term(const QByteArray& column) const
{
    return column + collation() + (isDescending ? " DESC NULLS LAST" : " NULLS LAST");
}

Result<std::vector<SortKey>> sortKeys(const Store& store, Entity entity, const std::vector<RecordOrder>& orders)
{
    const ColumnScope scope = scopeOfRecords(store, entity);
    std::vector<SortKey> keys;
    for (const RecordOrder& order : orders) {
        if (order.key == QLatin1String("id")) { // the order of entry, which is no column
            ColumnOrder byEntry;
            byEntry.compare = ColumnOrder::Compare::AsStored;
            keys.push_back({byEntry, {scope.id, {}}, order.isDescending});
            continue;
        }
        DTP_TRY(columns, columnsCalled(store, entity, {order.key}));
        const ColumnOrder& by = columns.front().order;
        keys.push_back({by, by.key(scope), order.isDescending});
    }
    return keys;
}

SqlPiece inOrder(const QByteArray& id, const SqlPiece& from, const SqlPiece& condition, std::span<const SortKey> keys,
                 const std::vector<QByteArray>& last, qint64 limit)
{
    // Worked out once a row: what stands behind ORDER BY twice would be worked out twice.
    SqlPiece sql{"SELECT " + id, {}};
    QByteArrayList terms;
    for (size_t i = 0; i < keys.size(); ++i) {
        sql += SqlPiece{", ", {}} + keys[i].key + QByteArray(" AS k" + QByteArray::number(static_cast<int>(i)));
        terms.append(keys[i].term("k" + QByteArray::number(static_cast<int>(i))));
    }
    for (const QByteArray& term : last)
        terms.append(term);
    return sql + QByteArray(" FROM ") + from + QByteArray(" WHERE ") + condition +
           SqlPiece{" ORDER BY " + terms.join(", ") + " LIMIT ?", {limit}};
}

SqlPiece keyTable(const std::vector<qint64>& ids)
{
    QByteArray all;
    all.reserve(static_cast<qsizetype>(ids.size()) * 20);
    for (const qint64 id : ids) {
        all += all.isEmpty() ? '[' : ',';
        all += QByteArray::number(id);
    }
    return {"json_each(?)", {QString::fromLatin1(all.isEmpty() ? QByteArray("[]") : all + ']')}};
}

Result<std::vector<qint64>> peopleInOrder(const Store& store, const std::vector<qint64>& ids,
                                          const SqlPiece& condition, std::span<const SortKey> keys, qint64 limit)
{
    QByteArray joined = " AS found CROSS JOIN person_key AS keyed ON keyed.person_id = found.value";
    bool isAsked = asksPerson(condition.text);
    for (const SortKey& key : keys)
        isAsked = isAsked || asksPerson(key.key.text);
    if (isAsked)
        joined = withPerson(joined);
    return readKeys(store, inOrder("keyed.person_id", keyTable(ids) + joined, condition, keys,
                                   {"keyed.sort_key", "keyed.person_id"}, limit));
}

} // namespace dtp
