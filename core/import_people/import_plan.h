// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a file that is read and of a plan, shared by the files that make them.
#pragma once

#include <import/data_version.h>
#include <import/import_row.h>
#include <import_people/packed_people.h>
#include <import_people/people_import.h>
#include <import_people/person_state.h>
#include <import_people/row_keys.h>

#include <unordered_map>

namespace dtp
{

struct UnderstoodRows {
    PackedList<PersonDraft> drafts;
    AllRowKeys keys; // of these rows
    // As they stand in the file, with the reason.
    struct Rejected {
        QStringList cells;
        QString reason;
    };
    std::vector<Rejected> rejected;
};

class ImportFile::Private
{
public:
    QString name;
    ImportMapping mapping;
    QStringList headings; // of all columns, for the file of rejected rows
    QStringList remarks;
    QStringList legends; // lines beside the list that say what its marks mean
    UnderstoodRows rows; // blank ones are not among them
};

// The people whom an import makes or changes, in the order of the file. Those to whom later rows may add stay at hand,
// the rest are packed.
class PlannedPeople
{
public:
    void append(PersonState state) { m_packed.append(std::move(state)); }
    // A place in the order for someone to whom later rows may add.
    PersonState& open(int person, PersonState state);
    PersonState* opened(int person); // null: not open
    void close();                    // after the last row

    size_t size() const { return m_packed.size(); }
    size_t portions() const { return m_packed.blocks(); }
    // Those who have something to be written; for any thread, when closed.
    std::vector<PersonState> portion(size_t index) const;

private:
    struct Open {
        size_t place;
        PersonState state;
    };
    PackedList<PersonState> m_packed; // at the places of those at hand nobody, with nothing to be written
    std::unordered_map<int, Open> m_open;
    std::unordered_map<size_t, int> m_places;
};

class ImportPlan::Private
{
public:
    std::shared_ptr<const ImportFile> file;
    MatchPolicy policy = MatchPolicy::Fill;
    ImportCounts counts;
    PlannedRows rows;
    PlannedPeople people;
    NamedThings things;
    std::pair<qint64, int> version; // of the data that the plan was made for
};

} // namespace dtp
