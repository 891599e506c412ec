// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any type out of a spreadsheet, by the field table of the type: first a plan that says what becomes of
// every row, then one change that can be undone. People have an import of their own: see people_import.h.
//
// Both may run on another thread, with a Store of that thread (Store::another).
#pragma once

#include <import/planned_row.h>
#include <import/sheet_preview.h>
#include <import_records/import_rules.h>
#include <import_records/record_mapping.h>

namespace dtp
{

struct RecordImportOptions {
    MatchPolicy policy = MatchPolicy::Fill;
    // Whether what rows name and the file does not know is made: people, organisations, programs, series, networks.
    // Otherwise such rows are rejected.
    bool makesMissing = false;
};

struct RecordImportCounts {
    qint64 rows = 0; // = made + updated + unchanged + rejected; blank rows are no rows
    qint64 made = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 withWarnings = 0;
    qint64 notUnderstood = 0;                             // values kept in the notes, or told where there are no notes
    std::vector<std::pair<Entity, qint64>> alsoMade = {}; // what rows name and was not known
    qint64 cellsInError = 0;                              // that show an error of the spreadsheet
};

// "new", "updated", "unchanged", "rejected"
QString recordFateCode(RowFate fate);

// The file, read and understood, before anything is looked up.
class RecordImportFile
{
public:
    // mapping: recognised when not given. store: for the vocabularies.
    static Result<std::shared_ptr<const RecordImportFile>> read(const Store& store, Entity entity, const QString& path,
                                                                const SheetOptions& options = {},
                                                                const std::optional<ImportMapping>& mapping = {},
                                                                const Progress& progress = {});
    ~RecordImportFile();
    Entity entity() const;
    QString name() const; // without folder
    const ImportMapping& mapping() const;
    QStringList remarks() const;

    class Private;

private:
    friend class RecordImportPlan;
    RecordImportFile();
    std::unique_ptr<Private> d;
};

// As previewSheet, with the columns of a type.
Result<SheetPreview> previewRecordSheet(const Store& store, Entity entity, const QString& path,
                                        const SheetOptions& options = {}, const Progress& progress = {},
                                        std::optional<qint64> headingRow = {});

class RecordImportPlan
{
public:
    static Result<RecordImportPlan> make(const Store& store, std::shared_ptr<const RecordImportFile> file,
                                         const RecordImportOptions& options = {}, const Progress& progress = {});
    ~RecordImportPlan();
    RecordImportPlan(RecordImportPlan&&) noexcept;
    RecordImportPlan& operator=(RecordImportPlan&&) noexcept;

    const RecordImportOptions& options() const;
    const RecordImportCounts& counts() const;
    const std::vector<PlannedRow>& rows() const; // in the order of the file; RowFate::Joined is "updated"
    // "Import 34 participations from Course 1997.xlsx"
    QString sentence() const;
    qint64 records() const { return counts().made + counts().updated; }

    // All of it in one change, whose id it gives; 0 when there is nothing to change. Fails, with nothing written, when
    // the data has changed since the plan was made.
    Result<qint64> apply(Store& store, const Progress& progress = {}) const;

    // The rejected rows with their headings and a column of reasons; row,fate,record,reason: a line for each row.
    Result<> writeRejected(QIODevice& device) const;
    Result<> writeLog(QIODevice& device) const;

    class Private;

private:
    RecordImportPlan();
    std::unique_ptr<Private> d;
};

} // namespace dtp
