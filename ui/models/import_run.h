// SPDX-License-Identifier: GPL-3.0-or-later
// An import as the window runs it, alike for every type of record: people by their own import, records of any other
// type by their field table. Reading and planning run on another thread, with a Store of that thread.
#pragma once

#include <import_people/people_import.h>
#include <import_records/record_import.h>

#include <memory>

namespace dtp
{

struct ImportChoices {
    MatchPolicy policy = MatchPolicy::Fill;
    bool makesMissing = false; // see RecordImportOptions; the import of people makes what it needs always
};

// What becomes of the rows.
struct ImportTally {
    qint64 rows = 0; // = made + joined + unchanged + rejected
    qint64 made = 0;
    qint64 joined = 0; // to what is known already
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 withWarnings = 0;
    qint64 possiblyKnown = 0; // new, but perhaps the same as one that is known
    qint64 notUnderstood = 0;
    qint64 cellsInError = 0;                              // that show an error of the spreadsheet
    std::vector<std::pair<Entity, qint64>> alsoMade = {}; // what rows name and was not known
    QStringList refusals = {};                            // sentences: who no longer agrees to what

    qint64 records() const { return made + joined; }
};

class PlannedImport
{
public:
    PlannedImport() = default;
    PlannedImport(const PlannedImport&) = delete;
    PlannedImport& operator=(const PlannedImport&) = delete;
    virtual ~PlannedImport() = default;

    virtual ImportTally tally() const = 0;
    virtual size_t size() const = 0; // rows, in the order of the file
    virtual RowFate fate(size_t index) const = 0;
    virtual bool hasWarnings(size_t index) const = 0;
    virtual const PlannedRow& row(size_t index) const = 0; // good until the next one is asked for
    // See ImportPlan.
    virtual Result<qint64> apply(Store& store, const Progress& progress) const = 0;
    virtual Result<> writeRejected(QIODevice& device) const = 0;
    virtual Result<> writeLog(QIODevice& device) const = 0;
};

// A file, read and understood; plans of several choices read it once.
class ImportedSheet
{
public:
    ImportedSheet() = default;
    ImportedSheet(const ImportedSheet&) = delete;
    ImportedSheet& operator=(const ImportedSheet&) = delete;
    virtual ~ImportedSheet() = default;

    virtual Result<std::shared_ptr<const PlannedImport>> plan(const Store& store, const ImportChoices& choices,
                                                              const Progress& progress) const = 0;
};

// The first rows of a file with the columns of the type, and the type that it most probably holds.
struct SheetLook {
    SheetPreview preview;
    Entity proposed = Entity::None;
};

// How a type is imported. Holds nothing.
class ImportWay
{
public:
    ImportWay() = default;
    ImportWay(const ImportWay&) = delete;
    ImportWay& operator=(const ImportWay&) = delete;
    virtual ~ImportWay() = default;

    // entity: one of importableTypes().
    static const ImportWay& of(Entity entity);

    virtual Entity entity() const = 0;
    const std::vector<ImportTarget>& targets() const { return recordTargets(entity()); }
    // Headings like those of a file before are understood as those were.
    Result<SheetLook> look(const Store& store, const QString& path, const SheetOptions& options,
                           const Progress& progress, std::optional<qint64> headingRow) const;
    virtual Result<std::shared_ptr<const ImportedSheet>> read(const Store& store, const QString& path,
                                                              const SheetOptions& options,
                                                              const ImportMapping& mapping,
                                                              const Progress& progress) const = 0;
    virtual Result<> remember(Store& store, const ImportMapping& mapping) const = 0;
    // What no column is for and no record can be without, as a sentence; empty when rows can become records.
    virtual QString problemOf(const ImportMapping& mapping) const = 0;
    // Whether rows can name what is not known and may be made.
    bool canMakeMissing() const;
    // The search of the page that shows what a file brought; empty where none can say that.
    virtual QString queryFor(const QString& fileName) const = 0;

protected:
    virtual Result<SheetPreview> preview(const Store& store, const QString& path, const SheetOptions& options,
                                         const Progress& progress, std::optional<qint64> headingRow) const = 0;
};

// The type that the import begins with on a page of records of this one: people where it cannot be imported.
Entity importTypeFor(Entity ofPage);
// Columns whose headings and content say nothing, as "“T-shirt”, “Bus”".
QString unknownColumns(const ImportMapping& mapping);

} // namespace dtp
