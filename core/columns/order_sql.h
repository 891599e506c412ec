// SPDX-License-Identifier: GPL-3.0-or-later
// Orders as SQL.
#pragma once

#include <columns/arranged_records.h>
#include <columns/column_catalogue.h>

#include <span>

namespace dtp
{

// A column and its direction, with its key in the statement at hand.
struct SortKey {
    ColumnOrder order;
    SqlPiece key;
    bool isDescending = false;

    const char* collation() const { return order.compare == ColumnOrder::Compare::AsRead ? " COLLATE people" : ""; }
    // For ORDER BY, of a column of results; what is NULL comes last.
    QByteArray term(const QByteArray& column) const;
};
Result<std::vector<SortKey>> sortKeys(const Store& store, Entity entity, const std::vector<RecordOrder>& orders);

// The statement that gives keys in order: FROM is `from`, the records' key `id`. last: terms for what is alike.
SqlPiece inOrder(const QByteArray& id, const SqlPiece& from, const SqlPiece& condition, std::span<const SortKey> keys,
                 const std::vector<QByteArray>& last, qint64 limit);

// Keys as a table of one column, “value”, in this order.
SqlPiece keyTable(const std::vector<qint64>& ids);

// The first page of people, or nothing where it is not soon found: then those who match are gathered.
Result<std::optional<std::vector<qint64>>> firstPeople(const Store& store, const QueryNode& query,
                                                       const std::vector<SortKey>& keys, qint64 limit);

// People among these, in order.
Result<std::vector<qint64>> peopleInOrder(const Store& store, const std::vector<qint64>& ids,
                                          const SqlPiece& condition, std::span<const SortKey> keys, qint64 limit);

} // namespace dtp
