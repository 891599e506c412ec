// SPDX-License-Identifier: GPL-3.0-or-later
// What a list can show of each record of a type: its fields, and what hangs on it. Every column says what stands in it
// and by what it is ordered. The window, the command line and what leaves walk this one catalogue.
#pragma once

#include <document/table.h>
#include <meaning/sql_piece.h>
#include <storage/store.h>

#include <functional>
#include <optional>
#include <vector>

namespace dtp
{

// Where the SQL of a column stands. Of people the statement calls their keys “keyed” (search/person_keys.h) and, where
// it is asked for, the record “searched”.
struct ColumnScope {
    QByteArray record; // what the statement calls the record
    QByteArray id;     // its key: "r.id"
    QDate today;
};
ColumnScope scopeOfRecords(const Store& store, Entity entity);

// By what records stand in order. What is not known is NULL, and comes last in both directions.
struct ColumnOrder {
    enum class Compare { AsRead, AsStored }; // as people read texts; numbers, dates and keys as they are
    std::function<SqlPiece(const ColumnScope& scope)> key;
    Compare compare = Compare::AsRead;

    // Of people, so that the first page of a million comes soon. Either all values that there can be, and the people
    // of each (maybe others too), or a statement that gives (id, k) of all who have any (maybe more than their own).
    std::function<SqlPiece(QDate today)> values = {};  // SELECT ref, k
    std::function<SqlPiece(QDate today)> members = {}; // SELECT person_id …, whose last question mark is ref
    std::function<SqlPiece(QDate today)> met = {};     // SELECT … AS id, … AS k
    QByteArray stored = {}; // where a column of the keys is ref: what need not be worked out for each
};

using ColumnTexts = Result<QHash<qint64, QString>>;

struct CatalogueColumn {
    enum class Groups { ByValue, ByYear, None };

    TableColumn column;
    int field = -1;           // index in the field table; -1: it is made of other records
    bool isBeside = false;    // beside what leaves when no columns are chosen
    bool isOnlyShown = false; // in lists alone: what leaves has the same in other columns
    bool namesPeople = false; // others than whom the record is about
    Groups groups = Groups::ByValue;
    ColumnOrder order;
    // What is not a field, for many records at once: dates as ISO 8601. Records without any may be left out.
    std::function<ColumnTexts(const Store&, const std::vector<qint64>& ids)> texts = {};
    // How a group is called, where one record's text would say too much.
    std::function<QString(const QString& key)> groupTitle = {};

    const QString& key() const { return column.key; }
};

std::vector<CatalogueColumn> columnCatalogue(const Store& store, Entity entity);
const CatalogueColumn* columnCalled(const std::vector<CatalogueColumn>& columns, const QString& key);
// By their keys; fails with a sentence that says which there are.
Result<std::vector<CatalogueColumn>> columnsCalled(const Store& store, Entity entity, const QStringList& keys);

// What stands in these columns of these records, row by row: codes and references in words, dates as ISO 8601.
Result<std::vector<QStringList>> cellsOf(const Store& store, Entity entity,
                                         const std::vector<CatalogueColumn>& columns, const std::vector<qint64>& ids);

} // namespace dtp
