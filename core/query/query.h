// SPDX-License-Identifier: GPL-3.0-or-later
// What a search asks, as a tree: read from text, written back to it, and made into SQL elsewhere (query_sql.h).
//
// The language: words; key:value, key:"a b", key:a,b (a or b); a dash before what must not be; "or" between what may
// be; parentheses. What stands in parentheses right behind a filter is said of the same related record:
// skill:"UN treaty bodies"(willing:train level:advanced), network:BHR(ever role:focal_point).
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace dtp
{

// Of which records of a relation a filter speaks: those that hold today, or all that there ever were.
enum class When {
    Default, // as the relation is usually meant: affiliations, terms and consents of today, programs of all times
    Now,
    Ever
};

struct QueryNode {
    enum class Kind {
        All, // every part holds; no part: everything
        Any, // at least one holds
        Not, // its only part does not hold
        Words,
        Filter
    };
    Kind kind = Kind::All;
    QString text;                 // the words as typed, or the key of the filter
    QStringList values;           // of a filter, as typed: any of them
    When when = When::Default;    // of a filter
    std::vector<QueryNode> parts; // of a filter: what holds of the same related record

    bool isEmpty() const { return kind == Kind::All && parts.empty(); }
    bool operator==(const QueryNode&) const = default;
};

// Trees in their one form: no group of one, no group within a group of its own kind, nothing empty, no double Not.
QueryNode allOf(std::vector<QueryNode> parts);
QueryNode anyOf(std::vector<QueryNode> parts);
QueryNode notOf(QueryNode part);
QueryNode wordsNode(const QString& text); // empty when there is no letter and no digit in it
QueryNode filterNode(const QString& key, const QStringList& values);

// Reads any text: what is no filter is words, a group that is not closed ends with the text.
QueryNode parseQuery(const QString& text);
// parseQuery(queryText(tree)) is the tree again.
QString queryText(const QueryNode& node);

// The parts that all must hold: those of an All, or the node itself.
std::vector<QueryNode> conditionsOf(const QueryNode& node);

} // namespace dtp
