// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a few fields of very many records without a QVariant for each value: what exports and the gate are made of.
#pragma once

#include <base/result.h>
#include <records/entity.h>

#include <QString>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace dtp
{

class Store;

// One record as it lies in the database; good only until the next one.
class BulkRow
{
public:
    explicit BulkRow(sqlite3_stmt* statement) : m_statement(statement) {}
    qint64 integer(int field) const; // 0 when NULL
    bool isNull(int field) const;
    std::string_view utf8(int field) const;
    QString text(int field) const;

private:
    sqlite3_stmt* m_statement;
};

struct BulkQuery {
    enum class Compare { Equals, Differs };
    struct Condition {
        const char* field;
        Compare compare;
        QString text;
    };

    Entity entity = Entity::None;
    std::vector<const char*> fields; // of the field table, or "id"
    std::vector<Condition> conditions = {};
    const char* keyField = nullptr; // only records whose keyField (a reference or "id") is one of keys
    std::span<const qint64> keys = {};
    bool byKey = false; // in the order of the record's own key; otherwise in any order
};

// Calls row for each record. A name that is no field makes the read fail.
Result<> readBulk(const Store& store, const BulkQuery& query, const std::function<void(const BulkRow&)>& row);

} // namespace dtp
