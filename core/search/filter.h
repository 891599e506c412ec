// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of a record type. They come from its field table, from the field tables of the types that refer to it
// (related_filters.cpp) and from a list of those that are more than a field (named_filters.cpp).
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <query/query.h>
#include <storage/store.h>

#include <functional>
#include <optional>

namespace dtp
{

// Where a condition stands in a statement.
struct SearchScope {
    const Store& store;
    Entity entity;
    QByteArray alias;  // of the table of entity
    int depth = 0;     // of statements within statements, so that each has an alias of its own
    QStringList saved; // names of the saved searches that are being read, folded
    // Asked record by record, as a list in its order is read to the end of a page; else all that match are gathered.
    bool isAskedEach = false;
    // Of people: where the statement calls the table of their keys so, columns that it has are taken from there.
    QByteArray keys = {};
    // Of people: what the statement calls that table where it has it, for the facts in it, as "keyed."; else empty.
    QByteArray facts = {};

    QByteArray column(const char* name) const;
    QDate today() const { return store.environment().clock->today(); }
    SearchScope within(Entity other) const;
};

struct FoundKeys {
    SqlPiece sql; // empty: not known in this way
    bool isOthers = false;
    bool isMore = false; // all that match are among them, and maybe others
};

struct SearchFilter {
    QString key;
    QString label;
    QString exampleValue;            // empty: the first word of the vocabulary
    QString vocabulary;              // of its values: empty, "countries", or a vocabulary's name
    Entity reference = Entity::None; // its values are titles of these
    const char* boundTo = nullptr;   // the filter that it is bound to when one search has both: see boundTogether()
    bool takesBound = false;         // of a related record, of which more can be said in parentheses
    // What was typed as its values and means something else: fails with a sentence.
    std::function<Result<>(const QStringList& values, const Store& store)> check;
    const char* column = nullptr; // of the type that is searched, when it decides alone
    std::function<Result<SqlPiece>(const QueryNode& filter, const SearchScope& scope)> sql;
    // Of a relation: a statement that gives the keys of those that match, or of those that do not, with repetitions.
    std::function<Result<FoundKeys>(const QueryNode& filter, const SearchScope& scope)> keys;
    // The same by a fact beside the keys of people; nothing where that does not say it.
    std::function<std::optional<SqlPiece>(const QueryNode& filter, const SearchScope& scope)> besideKeys;

    QString example() const; // "country:KH,TH"
};

const std::vector<SearchFilter>& filtersOf(Entity entity);
// Also by the full name of a field ("start_date" beside "start") and by another word for a kind of contact ("e-mail").
// nullptr when there is none.
const SearchFilter* filterNamed(Entity entity, const QString& key);

// Those of the type itself, without what refers to it.
const SearchFilter* ownFilterNamed(Entity entity, const QString& key);

// The three sources, in the order of their precedence; a key that is there already is not taken again.
void addNamedFilters(Entity entity, std::vector<SearchFilter>& filters);
void addFieldFilters(Entity entity, std::vector<SearchFilter>& filters);
void addRelatedFilters(Entity entity, std::vector<SearchFilter>& filters);

// How a field is called in a search: its name without what says how it is kept ("start_date" is "start").
QString searchKeyOf(Entity entity, const Field& field);

// A field against values as typed: any of them. column is "alias.name".
Result<SqlPiece> fieldCondition(const Field& field, const QByteArray& column, const QueryNode& filter,
                                const SearchScope& scope);
// "2020", ">2015", "1990-1999", "<2026-01-01" against a column of dates, whole or partial. firstDay: an expression for
// the day from which such a date counts; made from the column when it is empty.
Result<SqlPiece> dateCondition(const QByteArray& column, const QueryNode& filter, const QByteArray& firstDay = {});
// A part of the title of a record of this type: a condition on scope.alias.
SqlPiece titleCondition(const QString& part, const SearchScope& scope);
// Codes of a vocabulary; "none" is the empty one. Fails with a sentence when one is not known.
Result<QStringList> codesOf(const QueryNode& filter, const Store& store, const QString& vocabulary);

// "column IN (…)" for codes.
SqlPiece inList(const QByteArray& column, const QStringList& codes);
SqlPiece anyPiece(const std::vector<SqlPiece>& pieces); // joined with OR; false when there is none

// "yes", "no" and the like; fails with a sentence that says what can be written.
Result<bool> flagFromText(const QString& value);

bool isNone(const QString& value);
bool isAny(const QString& value);

} // namespace dtp
