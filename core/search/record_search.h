// SPDX-License-Identifier: GPL-3.0-or-later
// Finding records of any type, in one language: see query.h.
#pragma once

#include <base/result.h>
#include <query/query.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

// A query that the type understands. An unknown key or a value that is not understood is an Error whose sentence says
// what is known; so is what is written wrongly: see query_check.h.
Result<QueryNode> readQuery(const Store& store, Entity entity, const QString& text);

// key: a field's name; "name" for people by family name; "id" for the order of entry; empty: by title.
struct RecordOrder {
    QString key;
    bool isDescending = false;
    bool operator==(const RecordOrder&) const = default;
};

// The records that match, in order; all of them when the query is empty. Fast for a first page, whatever the size of
// the file.
Result<std::vector<qint64>> findRecords(const Store& store, Entity entity, const QueryNode& query,
                                        const RecordOrder& order = {}, qint64 limit = -1, qint64 offset = 0);
Result<qint64> countRecords(const Store& store, Entity entity, const QueryNode& query);

// The keys of filters of a type, with what each means, for help and completion.
struct SearchKey {
    QString key;
    QString label;
    QString example;
    QString vocabulary; // empty, "countries", or a vocabulary's name
    Entity reference;   // its values are parts of the titles of these
};
std::vector<SearchKey> searchKeys(Entity entity);

// The type that is called so, as typeCalled() says; fails with a sentence that names those that there are.
Result<Entity> searchedType(const QString& name);

} // namespace dtp
