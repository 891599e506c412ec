// SPDX-License-Identifier: GPL-3.0-or-later
// Finding people: words in any script and spelling, and typed filters: country:KH skill:"UN treaty bodies"
// -network:BHR silent:>2y. The index is SQLite FTS5 over folded text, kept in the same transaction as the records.
#pragma once

#include <base/result.h>
#include <storage/store.h>

#include <QString>
#include <memory>
#include <vector>

namespace dtp
{

// Keeps the index; goes into Environment::participants of every program that opens files.
std::shared_ptr<CommitParticipant> makePersonIndex();

struct SearchFilter {
    QString key;   // see searchKeys()
    QString value; // as typed; "a,b" means a or b
    bool negated = false;
    bool operator==(const SearchFilter&) const = default;
};

struct PersonQuery {
    QStringList words; // each must begin a word of the person's names, contacts, organisations, place or notes
    std::vector<SearchFilter> filters; // all must hold

    bool isEmpty() const { return words.isEmpty() && filters.empty(); }
    // Never fails on words; an unknown key or a value that is not understood is an Error that says which are known.
    static Result<PersonQuery> parse(const QString& text, const Store& store);
    QString toText() const; // parse(toText()) is the same query
};

// The keys of filters: country, gender, issue, skill, language, program, series, year, network, organisation, sector,
// status, safety, workshop, willing, silent, contact, region, consent, source; with what each means, for help and
// completion.
struct SearchKey {
    QString key;
    QString label;
    QString example;
    QString vocabulary; // empty, "countries", or a vocabulary's name
};
const std::vector<SearchKey>& searchKeys();

enum class PersonOrder { Name, NameDescending, Country, Newest };

// People that match, in order; all of them when the query is empty. Fast for a first page, whatever the size of the
// file.
Result<std::vector<qint64>> findPeople(const Store& store, const PersonQuery& query, qint64 limit = -1,
                                       qint64 offset = 0, PersonOrder order = PersonOrder::Name);
Result<qint64> countPeople(const Store& store, const PersonQuery& query);

// People whose folded full name is exactly this one (any order of its words); for matching and for the gate.
Result<std::vector<qint64>> peopleNamed(const Store& store, const QString& name);
// People of whom any name is exactly this one: the full name, the one in own script or another; for the gate.
Result<std::vector<qint64>> peopleCalled(const Store& store, const QString& name);

} // namespace dtp
