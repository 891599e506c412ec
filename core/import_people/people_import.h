// SPDX-License-Identifier: GPL-3.0-or-later
// People out of a spreadsheet: first a plan that says what becomes of every row, then one change that can be undone.
//
// Both may run on another thread, with a Store of that thread (Store::another).
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <import/import_mapping.h>
#include <import/planned_row.h>
#include <import/sheet_preview.h>
#include <records/people.h>
#include <sheets/sheet_reader.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

class QIODevice;

namespace dtp
{

template <class T>
class PackedList;

// The rows of a plan, in the order of the file. There may be a million: what is said of one is packed away until it is
// asked for. For one thread at a time.
class PlannedRows
{
public:
    PlannedRows();
    size_t size() const { return m_fates.size(); }
    RowFate fate(size_t index) const { return m_fates[index]; }
    bool hasWarnings(size_t index) const { return m_haveWarnings[index]; }
    const PlannedRow& operator[](size_t index) const; // good until the next one is asked for
    const PlannedRow& back() const { return (*this)[size() - 1]; }

    class Iterator
    {
    public:
        Iterator(const PlannedRows& rows, size_t index) : m_rows(rows), m_index(index) {}
        const PlannedRow& operator*() const { return m_rows[m_index]; }
        Iterator& operator++()
        {
            ++m_index;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_index != other.m_index; }

    private:
        const PlannedRows& m_rows;
        size_t m_index;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    void append(PlannedRow row);
    void close(); // after the last one

private:
    std::vector<RowFate> m_fates;
    std::vector<bool> m_haveWarnings;
    std::shared_ptr<PackedList<PlannedRow>> m_rows;
};

struct ImportCounts {
    qint64 rows = 0; // = newPeople + joined + unchanged + rejected; blank rows are no rows
    qint64 newPeople = 0;
    qint64 joined = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 withWarnings = 0;
    qint64 possiblyKnown = 0; // new, but perhaps the same as somebody
    qint64 notUnderstood = 0; // values kept in the notes, since no list knows them
    qint64 cellsInError = 0;  // that show an error of the spreadsheet
    qint64 newOrganisations = 0;
    qint64 newPrograms = 0;
    qint64 newNetworks = 0;
    qint64 endedAgreements = 0;
    QStringList refusals;       // the first of these: "Tevita Moala no longer agrees: Funder reports"
    qint64 unclearConsents = 0; // answers that were not understood
    qint64 unsureRefusals = 0;  // of somebody new who is probably known
    QStringList consentRemarks; // what both mean, in sentences
};

// The file, read and understood, before anybody is looked up. Making plans of several policies reads it once.
class ImportFile
{
public:
    // mapping: recognised when not given. store: for the vocabularies.
    static Result<std::shared_ptr<const ImportFile>> read(const Store& store, const QString& path,
                                                          const SheetOptions& options = {},
                                                          const std::optional<ImportMapping>& mapping = {},
                                                          const Progress& progress = {});
    ~ImportFile();
    QString name() const; // without folder
    const ImportMapping& mapping() const;
    QStringList remarks() const;

private:
    friend class ImportPlan;
    friend class ImportPlanner;
    class Private;
    ImportFile();
    std::unique_ptr<Private> d;
};

class ImportPlan
{
public:
    static Result<ImportPlan> make(const Store& store, std::shared_ptr<const ImportFile> file, MatchPolicy policy,
                                   const Progress& progress = {});
    ~ImportPlan();
    ImportPlan(ImportPlan&&) noexcept;
    ImportPlan& operator=(ImportPlan&&) noexcept;

    MatchPolicy policy() const;
    const ImportCounts& counts() const;
    const PlannedRows& rows() const;
    // "Import 3,412 people from Course 1997.xlsx"
    QString sentence() const;

    // Those whom it makes or changes.
    qint64 people() const { return counts().newPeople + counts().joined; }

    // All of it in one change, whose id it gives; 0 when there is nothing to change. Fails, with nothing written, when
    // the data has changed since the plan was made.
    Result<qint64> apply(Store& store, const Progress& progress = {}) const;

    // The rejected rows with their headings and a column of reasons, as CSV; to be mended and imported again.
    Result<> writeRejected(QIODevice& device) const;
    // row,fate,person,reason: a line for each row, as CSV.
    Result<> writeLog(QIODevice& device) const;

    class Private;

private:
    friend class ImportPlanner;
    ImportPlan();
    std::unique_ptr<Private> d;
};

} // namespace dtp
