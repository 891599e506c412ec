// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of figures: what is counted (a measure) by which side (a dimension), alone or across another. Home,
// the command line and pivots walk the two lists; a new figure is a line in dimensions.cpp or measures.cpp. Numbers
// are those inside the secretariat: what leaves goes through the gate, which hides small ones.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <storage/store.h>

#include <QDate>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dtp
{

// A side by which records are told apart. `values` is a SELECT with the columns id (of the record), person (whom it is
// about; 0: nobody) and value (text; empty: not known), for the day. Figures about other records are found through the
// person: people by a side of their participations, participations by a side of their people.
struct FigureDimension {
    enum class Order { ByCount, ByValue };

    const char* key; // of the command line and of settings: "country"
    const char* label;
    Entity entity;
    SqlPiece (*values)(QDate day);
    QString (*words)(const Store& store, const QString& value) = nullptr; // none: the value itself
    QString (*query)(const QString& value) = nullptr;                     // finds these people; none: no search does
    Order order = Order::ByCount;
    bool isSingle = true; // a record has one value, and every record has a row

    QString labelText() const;
    QString wordsFor(const Store& store, const QString& value) const; // "Not known" for the empty one
};
const std::vector<FigureDimension>& figureDimensions();

// What is counted. `records` is a SELECT with the columns id, person and counted: different values of counted count.
struct FigureMeasure {
    const char* key;
    const char* label;
    Entity entity;
    SqlPiece (*records)(QDate day);
    bool isWhole = true; // all records of the type, each once

    QString labelText() const;
};
const std::vector<FigureMeasure>& figureMeasures();

// By key; of several dimensions with one key the one about the measure's own records. nullptr: not known, or there is
// no way from one to the other.
const FigureMeasure* figureMeasure(const QString& key);
const FigureDimension* figureDimension(const QString& key, const FigureMeasure& measure);
std::vector<const FigureDimension*> dimensionsFor(const FigureMeasure& measure);

struct FigureCount {
    QString value;
    QString label;
    qint64 count = 0;
    QString query; // empty: none
    bool operator==(const FigureCount&) const = default;
};

// Only what is about these people; nullopt: everything.
using FigurePeople = std::optional<std::span<const qint64>>;

// Who has several values counts in each.
Result<std::vector<FigureCount>> countBy(const Store& store, const FigureDimension& dimension,
                                         const FigureMeasure& measure, const FigurePeople& people = {});
// How many there are whose value is known, each once.
Result<qint64> countKnown(const Store& store, const FigureDimension& dimension, const FigureMeasure& measure,
                          const FigurePeople& people = {});

struct Pivot {
    std::vector<FigureCount> rows;          // with their totals
    std::vector<FigureCount> columns;       // with theirs
    std::vector<std::vector<qint64>> cells; // of each row
};
// Two sides of one type of record are read from the same record: programs of the 1990s in Thailand.
Result<Pivot> pivot(const Store& store, const FigureDimension& rows, const FigureDimension& columns,
                    const FigureMeasure& measure, const FigurePeople& people = {});

} // namespace dtp
