// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows of a kind of record: its table, its words for people and its fields.
#pragma once

#include <base/result.h>
#include <records/field.h>

#include <vector>

namespace dtp
{

struct RecordType {
    Entity entity;
    const char* table;
    const char* singular; // English, lower case: "person"; see singularText()
    const char* plural;
    QString (*title)(const void* record); // how one is called in lists and sentences; may be empty for links
    std::vector<Field> fields;
    bool isUndoable = true; // false: a ledger that only grows, outside undo

    int indexOf(const char* fieldName) const; // -1 when there is no such field
    int indexOf(const QString& fieldName) const;
    const Field* fieldNamed(const QString& fieldName) const;
    bool isRestricted() const; // in every field: then that there is one leaves as little as what it says
    QString singularText() const;
    QString pluralText() const;
};

const std::vector<RecordType>& allRecordTypes();
const RecordType& recordType(Entity entity);
const RecordType* recordTypeOfTable(const QString& table); // nullptr when there is none

template <class R>
const RecordType& recordType()
{
    return recordType(R::entity);
}

// A record without its C++ type: what generic forms, lists, import and history work on.
struct RecordValues {
    Entity entity = Entity::None;
    qint64 id = 0;
    QList<QVariant> fields; // stored forms, in the order of the field table

    RecordValues() = default;
    explicit RecordValues(Entity e, qint64 key = 0); // all fields at their defaults
    QVariant value(const char* fieldName) const;
    QString text(const char* fieldName) const { return value(fieldName).toString(); }
    void set(const char* fieldName, const QVariant& stored);
    bool operator==(const RecordValues&) const = default;
};

template <class R>
RecordValues toValues(const R& record)
{
    const RecordType& type = recordType<R>();
    RecordValues values;
    values.entity = type.entity;
    values.id = record.id.value;
    values.fields.reserve(static_cast<qsizetype>(type.fields.size()));
    for (const Field& field : type.fields)
        values.fields.append(field.get(&record));
    return values;
}

template <class R>
R fromValues(const RecordValues& values)
{
    R record;
    record.id = {values.id};
    const RecordType& type = recordType<R>();
    for (qsizetype i = 0; i < values.fields.size(); ++i)
        type.fields[static_cast<size_t>(i)].set(&record, values.fields.at(i));
    return record;
}

// How a record is called: RecordType::title of the typed record.
QString titleOf(const RecordValues& values);

// What is wrong with a record, field by field, in sentences; empty when it may be saved.
struct FieldProblem {
    int field; // index in the field table
    QString sentence;
};
std::vector<FieldProblem> validate(const RecordValues& values);
// The first problem as an Error.
Result<> checkValid(const RecordValues& values);

} // namespace dtp
