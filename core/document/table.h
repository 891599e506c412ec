// SPDX-License-Identifier: GPL-3.0-or-later
// A table is columns and rows; whoever writes it (CSV, XLSX, PDF, ODT, HTML) knows nothing of where it came from.
// Writers and the disclosure gate know columns by their keys and cells by their kinds, never by translated words.
#pragma once

#include <base/id.h>
#include <base/result.h>
#include <document/cell.h>
#include <records/people.h>
#include <records/record_type.h>

#include <QString>
#include <QVarLengthArray>
#include <initializer_list>
#include <vector>

namespace dtp
{

struct TableColumn {
    QString key;   // "given_name": stable, never translated; one of its table
    QString title; // for people
    Sensitivity sensitivity = Sensitivity::Internal;
    CellKind kind = CellKind::Text;
    double weight = 1.0; // share of the page's width
    // Of several lines, that people wrote: it may speak of anybody, also in a row about somebody.
    bool isFreeText = false;

    bool isNumber() const { return kind == CellKind::Integer || kind == CellKind::Decimal; }
    TableColumn weighing(double share) const;
    TableColumn titled(const QString& words) const;
};

// What a field holds: title, key, sensitivity and kind are the field's own.
TableColumn columnOf(const Field& field);
// The same of a field by its name, which must be one of the type.
TableColumn columnOf(Entity entity, const char* fieldName);
template <class R>
TableColumn columnOf(const char* fieldName)
{
    return columnOf(R::entity, fieldName);
}
// Text made of these fields: as sensitive as the most sensitive of them.
TableColumn columnMadeOf(const char* key, const QString& title, const std::vector<TableColumn>& parts,
                         CellKind kind = CellKind::Text);
// What no field holds and says nothing of anybody: a running number, room to sign, a count.
TableColumn columnOfTable(const char* key, const QString& title, CellKind kind = CellKind::Text);

// The key of a column that numbers the rows: the gate numbers anew those that stay, so that there are no gaps.
constexpr const char* rowNumberKey = "row_number";

CellKind cellKindOf(FieldKind kind);

// Whom a row is about: nobody, one person or several.
class Subjects
{
public:
    Subjects() = default;
    Subjects(Id<Person> person) { add(person); }
    Subjects(std::initializer_list<Id<Person>> people)
    {
        for (const Id<Person> person : people)
            add(person);
    }
    Subjects(const Subjects&) = default;
    Subjects(Subjects&&) noexcept = default;
    Subjects& operator=(const Subjects&) = default;
    // Qt 6.4 forgets the memory that an array has taken for itself when another one is moved onto it.
    Subjects& operator=(Subjects&& other) noexcept
    {
        if (this != &other) {
            m_people.clear();
            m_people.squeeze();
            m_people = std::move(other.m_people);
        }
        return *this;
    }
    ~Subjects() = default;
    void add(Id<Person> person) // who is there already, and nobody, add nothing
    {
        if (person && !contains(person))
            m_people.append(person);
    }
    bool contains(Id<Person> person) const { return m_people.contains(person); }
    bool isEmpty() const { return m_people.isEmpty(); }
    void clear() { m_people.clear(); }
    auto begin() const { return m_people.cbegin(); }
    auto end() const { return m_people.cend(); }
    qsizetype size() const { return m_people.size(); }
    bool operator==(const Subjects&) const = default;

private:
    QVarLengthArray<Id<Person>, 1> m_people; // nearly always one: without memory of its own
};

struct TableRow {
    std::vector<Cell> cells;
    Subjects subjects;
    QString of = {}; // what its record is called, which says of what a short cell is; need not be said
    // On pages it is a part of the row above. It is one of its own for the gate, which decides about its people alone.
    bool goesOn = false;
};

struct Table {
    QString title;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    bool isFilledIn = false; // by hand, on paper: its rows have room to write
};

// Where a column stands; none where the gate took it out.
std::optional<size_t> columnWithKey(const std::vector<TableColumn>& columns, const char* key);

// Rows one at a time, for tables that are too long to hold. next() returns false at the end, an Error when reading
// failed.
class RowSource
{
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    virtual const std::vector<TableColumn>& columns() const = 0;
    virtual Result<bool> next(TableRow& row) = 0;
    // Whether somebody was asked what may be read in the texts; otherwise the gate withholds what may be a name.
    virtual bool namesAreDecided() const { return false; }
};

} // namespace dtp
