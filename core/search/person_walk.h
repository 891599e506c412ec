// SPDX-License-Identifier: GPL-3.0-or-later
// Along a list of people in its order, as far as a page needs; see person_search.cpp for when that is soon done.
#pragma once

#include <search/filter.h>
#include <search/record_search.h>

#include <optional>
#include <vector>

namespace dtp
{

// A first page is at most so long; longer ones are read whole.
constexpr qint64 longestPage = 1500;

// Of people in statements whose table of keys is called “keyed” and whose records “searched”.
SearchScope scopeOfPeople(const Store& store, bool isAskedEach, bool hasKeys = true);

struct PersonListOrder {
    QByteArray terms;            // for ORDER BY, along an index or the table
    const char* index = nullptr; // which holds them
    QByteArray sortedTerms;      // the same for a sort: SQLite is not to go along the index
    bool isByName = false;
    bool isByCountry = false;
    bool isOrder = true; // of the table of keys; else a field that it does not have
};
PersonListOrder orderOf(const RecordOrder& by);

QByteArray allKeys(const char* index = nullptr);
QByteArray withPerson(const QByteArray& from); // with their records
bool asksPerson(const QByteArray& sql);

// Whether every condition is on a column that the table of keys has; and of these on the country, of which it has an
// index of its own.
bool isOfKeysAlone(const Store& store, const QueryNode& query);
bool isOfCountryAlone(const QueryNode& query);
// With what a function works out behind what a column says: a million people are asked as little as can be.
QueryNode columnsFirst(QueryNode query);
// These people as a statement, once each.
SqlPiece listed(const std::vector<qint64>& ids);

// Up to the end of a page. Nothing: the walk became too long.
Result<std::optional<std::vector<qint64>>> walk(const Store& store, const QueryNode& query,
                                                const PersonListOrder& order, qint64 limit, qint64 offset);
// By country, of conditions on the keys alone which few fulfil. page: its LIMIT and OFFSET, which are `enough`
// together.
Result<std::vector<qint64>> alongCountries(const Store& store, const QueryNode& query, const SqlPiece& page,
                                           qint64 enough);

} // namespace dtp
