// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/import_run.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace dtp
{

namespace
{
struct Import {
    Q_DECLARE_TR_FUNCTIONS(ImportRun)
};

constexpr int namedColumns = 6; // in a sentence

ImportTally tallyOf(const ImportCounts& counts)
{
    ImportTally tally{counts.rows,          counts.newPeople,     counts.joined,
                      counts.unchanged,     counts.rejected,      counts.withWarnings,
                      counts.possiblyKnown, counts.notUnderstood, counts.cellsInError};
    for (const auto& [entity, count] :
         {std::pair(Entity::Organisation, counts.newOrganisations),
          std::pair(Entity::ProgramEdition, counts.newPrograms), std::pair(Entity::Network, counts.newNetworks)}) {
        if (count > 0)
            tally.alsoMade.emplace_back(entity, count);
    }
    tally.refusals = counts.consentRemarks + counts.refusals;
    return tally;
}

ImportTally tallyOf(const RecordImportCounts& counts)
{
    return {counts.rows,         counts.made, counts.updated,       counts.unchanged,    counts.rejected,
            counts.withWarnings, 0,           counts.notUnderstood, counts.cellsInError, counts.alsoMade};
}

// The rows of people are packed, and say of themselves what is asked of all of them.
RowFate fateOf(const PlannedRows& rows, size_t index)
{
    return rows.fate(index);
}
bool isWarned(const PlannedRows& rows, size_t index)
{
    return rows.hasWarnings(index);
}
RowFate fateOf(const std::vector<PlannedRow>& rows, size_t index)
{
    return rows[index].fate;
}
bool isWarned(const std::vector<PlannedRow>& rows, size_t index)
{
    return !rows[index].warnings.isEmpty();
}

template <class Plan>
class PlannedOf final : public PlannedImport
{
public:
    explicit PlannedOf(Plan plan) : m_plan(std::move(plan)) {}

    ImportTally tally() const override { return tallyOf(m_plan.counts()); }
    size_t size() const override { return m_plan.rows().size(); }
    RowFate fate(size_t index) const override { return fateOf(m_plan.rows(), index); }
    bool hasWarnings(size_t index) const override { return isWarned(m_plan.rows(), index); }
    const PlannedRow& row(size_t index) const override { return m_plan.rows()[index]; }
    Result<qint64> apply(Store& store, const Progress& progress) const override
    {
        return m_plan.apply(store, progress);
    }
    Result<> writeRejected(QIODevice& device) const override { return m_plan.writeRejected(device); }
    Result<> writeLog(QIODevice& device) const override { return m_plan.writeLog(device); }

private:
    Plan m_plan;
};

class PeopleSheet final : public ImportedSheet
{
public:
    explicit PeopleSheet(std::shared_ptr<const ImportFile> file) : m_file(std::move(file)) {}

    Result<std::shared_ptr<const PlannedImport>> plan(const Store& store, const ImportChoices& choices,
                                                      const Progress& progress) const override
    {
        DTP_TRY(plan, ImportPlan::make(store, m_file, choices.policy, progress));
        return std::make_shared<const PlannedOf<ImportPlan>>(std::move(plan));
    }

private:
    std::shared_ptr<const ImportFile> m_file;
};

class RecordSheet final : public ImportedSheet
{
public:
    explicit RecordSheet(std::shared_ptr<const RecordImportFile> file) : m_file(std::move(file)) {}

    Result<std::shared_ptr<const PlannedImport>> plan(const Store& store, const ImportChoices& choices,
                                                      const Progress& progress) const override
    {
        DTP_TRY(plan, RecordImportPlan::make(store, m_file, {choices.policy, choices.makesMissing}, progress));
        return std::make_shared<const PlannedOf<RecordImportPlan>>(std::move(plan));
    }

private:
    std::shared_ptr<const RecordImportFile> m_file;
};

class PeopleWay final : public ImportWay
{
public:
    Entity entity() const override { return Entity::Person; }

    Result<std::shared_ptr<const ImportedSheet>> read(const Store& store, const QString& path,
                                                      const SheetOptions& options, const ImportMapping& mapping,
                                                      const Progress& progress) const override
    {
        DTP_TRY(file, ImportFile::read(store, path, options, mapping, progress));
        return std::make_shared<const PeopleSheet>(std::move(file));
    }
    Result<> remember(Store& store, const ImportMapping& mapping) const override
    {
        return rememberMapping(store, mapping);
    }
    QString problemOf(const ImportMapping& mapping) const override
    {
        static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                       QStringLiteral("given_name"), QStringLiteral("family_name"),
                                       QStringLiteral("own_script_name")};
        const bool hasName = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                         [](const ColumnMapping& column) { return names.contains(column.target); });
        return hasName ? QString()
                       : Import::tr("No column is known to hold names yet. Say which one does: without names there is "
                                    "nobody to import.");
    }
    QString queryFor(const QString& fileName) const override
    {
        return QStringLiteral("source:\"%1\"").arg(QString(fileName).remove(QLatin1Char('"')));
    }

protected:
    Result<SheetPreview> preview(const Store& store, const QString& path, const SheetOptions& options,
                                 const Progress& progress, std::optional<qint64> headingRow) const override
    {
        DTP_TRY(preview, previewSheet(store, path, options, progress, headingRow));
        recallMapping(store, preview.mapping);
        return std::move(preview);
    }
};

class RecordWay final : public ImportWay
{
public:
    explicit RecordWay(Entity entity) : m_entity(entity) {}

    Entity entity() const override { return m_entity; }
    Result<std::shared_ptr<const ImportedSheet>> read(const Store& store, const QString& path,
                                                      const SheetOptions& options, const ImportMapping& mapping,
                                                      const Progress& progress) const override
    {
        DTP_TRY(file, RecordImportFile::read(store, m_entity, path, options, mapping, progress));
        return std::make_shared<const RecordSheet>(std::move(file));
    }
    Result<> remember(Store& store, const ImportMapping& mapping) const override
    {
        return rememberRecordMapping(store, m_entity, mapping);
    }
    QString problemOf(const ImportMapping& mapping) const override
    {
        const QStringList missing = missingColumns(m_entity, mapping);
        return missing.isEmpty() ? QString()
                                 : Import::tr("No column is known to hold “%1” yet. Say which one does: without it "
                                              "there are no %2 to import.")
                                       .arg(missing.join(QStringLiteral("”, “")), recordType(m_entity).pluralText());
    }
    QString queryFor(const QString&) const override { return {}; }

protected:
    Result<SheetPreview> preview(const Store& store, const QString& path, const SheetOptions& options,
                                 const Progress& progress, std::optional<qint64> headingRow) const override
    {
        DTP_TRY(preview, previewRecordSheet(store, m_entity, path, options, progress, headingRow));
        recallRecordMapping(store, m_entity, preview.mapping);
        return std::move(preview);
    }

private:
    Entity m_entity;
};
} // namespace

const ImportWay& ImportWay::of(Entity entity)
{
    static const auto all = [] {
        std::vector<std::unique_ptr<ImportWay>> made;
        for (const Entity each : importableTypes()) {
            if (each == Entity::Person)
                made.push_back(std::make_unique<PeopleWay>());
            else
                made.push_back(std::make_unique<RecordWay>(each));
        }
        return made;
    }();
    const auto found =
        std::find_if(all.begin(), all.end(), [entity](const auto& way) { return way->entity() == entity; });
    return found == all.end() ? *all.front() : **found;
}

Result<SheetLook> ImportWay::look(const Store& store, const QString& path, const SheetOptions& options,
                                  const Progress& progress, std::optional<qint64> headingRow) const
{
    DTP_TRY(seen, preview(store, path, options, progress, headingRow));
    SheetLook look{std::move(seen), entity()};
    look.proposed =
        proposeImportType(look.preview.rows, QFileInfo(path).completeBaseName(), ImportWords(store), entity());
    return look;
}

bool ImportWay::canMakeMissing() const
{
    const auto& fields = recordType(entity()).fields;
    return entity() != Entity::Person && !importRule(entity())->isExact &&
           std::any_of(fields.begin(), fields.end(), [](const Field& field) {
               const ImportRule* rule = importRule(field.reference);
               return field.reference == Entity::Person || (rule && rule->mayBeMade);
           });
}

Entity importTypeFor(Entity ofPage)
{
    const auto& types = importableTypes();
    return std::find(types.begin(), types.end(), ofPage) == types.end() ? Entity::Person : ofPage;
}

QString unknownColumns(const ImportMapping& mapping)
{
    QStringList names;
    for (const ColumnMapping& column : mapping.columns) {
        if (column.by == RecognisedBy::Nothing)
            names.append(QStringLiteral("“%1”").arg(column.heading.left(60)));
    }
    const auto more = names.size() - namedColumns;
    if (more > 1)
        names = names.mid(0, namedColumns) << Import::tr("and %1 more").arg(more);
    return names.join(QStringLiteral(", "));
}

} // namespace dtp
