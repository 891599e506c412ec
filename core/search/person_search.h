// SPDX-License-Identifier: GPL-3.0-or-later
// Finding people: words in any script and spelling, and filters: country:KH skill:"UN treaty bodies" -network:BHR
// silent:>2y. The index is SQLite FTS5 over folded text, kept in the same transaction as the records.
#pragma once

#include <base/result.h>
#include <search/record_search.h>
#include <storage/store.h>

#include <QString>
#include <memory>
#include <vector>

namespace dtp
{

// Keeps the index; goes into Environment::participants of every program that opens files.
std::shared_ptr<CommitParticipant> makePersonIndex();

// A query about people; see record_search.h for any type.
struct PersonQuery {
    QueryNode root;

    bool isEmpty() const { return root.isEmpty(); }
    // As readQuery().
    static Result<PersonQuery> parse(const QString& text, const Store& store);
    QString toText() const { return queryText(root); }
};

enum class PersonOrder { Name, NameDescending, Country, Newest };

// As findRecords(): what that asks of people.
Result<std::vector<qint64>> findPeople(const Store& store, const QueryNode& query, const RecordOrder& order,
                                       qint64 limit, qint64 offset);
Result<qint64> countPeople(const Store& store, const QueryNode& query);

Result<std::vector<qint64>> findPeople(const Store& store, const PersonQuery& query, qint64 limit = -1,
                                       qint64 offset = 0, PersonOrder order = PersonOrder::Name);
Result<qint64> countPeople(const Store& store, const PersonQuery& query);

// People whose folded full name is exactly this one (any order of its words); for matching and for the gate.
Result<std::vector<qint64>> peopleNamed(const Store& store, const QString& name);
// People of whom any name is exactly this one: the full name, the one in own script or another; for the gate.
Result<std::vector<qint64>> peopleCalled(const Store& store, const QString& name);

} // namespace dtp
