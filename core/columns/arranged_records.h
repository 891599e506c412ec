// SPDX-License-Identifier: GPL-3.0-or-later
// Records in the order of any columns of their catalogue, and in groups by one of them. The first page comes soon,
// whatever the size of the file.
#pragma once

#include <base/result.h>
#include <search/record_search.h>

#include <vector>

namespace dtp
{

// How a list stands. orders: by column, the first first; none: by title, people by name. group: a column; empty: none.
struct Arrangement {
    std::vector<RecordOrder> orders;
    QString group;

    // The order with that of the groups before it.
    std::vector<RecordOrder> wholeOrder() const;
    bool operator==(const Arrangement&) const = default;
};

// "country,-name": a dash before what goes down. The other way round nothing is checked.
QString ordersText(const std::vector<RecordOrder>& orders);
std::vector<RecordOrder> ordersFromText(const QString& text);
// Fails with a sentence when there is no such column, or it is none to group by.
Result<> checkArrangement(const Store& store, Entity entity, const Arrangement& arrangement);

// Those who match, in order. What is not known comes last in both directions; what is alike in all columns is by title
// (people: by name).
Result<std::vector<qint64>> arrangedRecords(const Store& store, Entity entity, const QueryNode& query,
                                            const Arrangement& arrangement, qint64 limit = -1);
// These, in order; those that are gone are left out.
Result<std::vector<qint64>> arranged(const Store& store, Entity entity, const std::vector<qint64>& ids,
                                     const Arrangement& arrangement, qint64 limit = -1);

// Records that follow each other and say the same in the column of the groups.
struct RecordGroup {
    QString title; // as the column shows it
    qint64 count = 0;
    bool operator==(const RecordGroup&) const = default;
};
// Of records in order, which has that of the groups first. Their counts add up to the number of ids.
Result<std::vector<RecordGroup>> groupsOf(const Store& store, Entity entity, const QString& column,
                                          const std::vector<qint64>& ids);

} // namespace dtp
