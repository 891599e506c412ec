// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/record_import.h>

#include <import/data_version.h>
#include <import/row_filler.h>
#include <import/row_lists.h>
#include <import_records/record_planner.h>
#include <records/kinds.h>

#include <QFileInfo>

namespace dtp
{

namespace
{
constexpr size_t sampleRows = 1000;

Result<> checkUsable(Entity entity, const ImportMapping& mapping, const QString& name)
{
    if (mapping.columns.empty())
        return fail(Import::tr("“%1” has no rows: there is nothing to import.").arg(name));
    const QStringList missing = missingColumns(entity, mapping);
    if (missing.isEmpty())
        return {};
    return fail(Import::tr("No column of “%1” is known to hold “%2”. Say which one does, or give it this heading.")
                    .arg(name, missing.join(QStringLiteral("”, “"))));
}

// The keys that records got, by their stand-ins.
using Keys = QHash<qint64, qint64>;

void replaceStandIns(RecordValues& values, const Keys& keys)
{
    const RecordType& type = recordType(values.entity);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        QVariant& value = values.fields[static_cast<qsizetype>(i)];
        if (traitsOf(type.fields[i]).isReference() && value.toLongLong() < 0)
            value = keys.value(value.toLongLong());
    }
}

Result<> insertNew(ChangeWriter& writer, const RecordValues& planned, Keys& keys)
{
    RecordValues values = planned;
    values.id = 0;
    replaceStandIns(values, keys);
    DTP_CHECK(writer.insert(values));
    keys.insert(planned.id, values.id);
    return {};
}

// A person gets the e-mails and phones of the row, and where it came from.
Result<> insertPerson(ChangeWriter& writer, const MadeRecord& made, const QString& file, Keys& keys)
{
    DTP_CHECK(insertNew(writer, made.values, keys));
    const Id<Person> person{keys.value(made.values.id)};
    std::vector<ContactPoint> contacts;
    for (const QString& email : made.person.emails) {
        ContactPoint contact;
        contact.kind = QStringLiteral("email");
        contact.value = email;
        contacts.push_back(contact);
    }
    contacts.insert(contacts.end(), made.person.phones.begin(), made.person.phones.end());
    for (ContactPoint& contact : contacts) {
        contact.person = person;
        DTP_CHECK(writer.insert(contact));
    }
    Provenance source;
    source.person = person;
    source.file = file;
    source.row = static_cast<int>(made.row);
    source.importedAt = writer.store().environment().clock->now().toLocalTime();
    DTP_CHECK(writer.insert(source));
    return {};
}

Result<> writePlan(ChangeWriter& writer, const RecordImportPlan::Private& plan, const QString& file,
                   const Progress& progress)
{
    Keys keys;
    for (const MadeRecord& made : plan.made)
        DTP_CHECK(made.values.entity == Entity::Person ? insertPerson(writer, made, file, keys)
                                                       : insertNew(writer, made.values, keys));
    const auto total = static_cast<qint64>(plan.states.size());
    for (qint64 done = 0; done < total; ++done) {
        const RecordState& state = plan.states[static_cast<size_t>(done)];
        if (state.isNew) {
            DTP_CHECK(insertNew(writer, state.values, keys));
        } else {
            RecordValues values = state.values;
            replaceStandIns(values, keys);
            DTP_CHECK(writer.update(values));
        }
        if (done % 500 == 0 && !goOn(progress, done, total, Import::tr("Writing records")))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    if (!goOn(progress, total, total, Import::tr("Making them searchable")))
        return fail(Import::tr("Stopped. Nothing was changed."));
    return {};
}
} // namespace

QString recordFateCode(RowFate fate)
{
    return fate == RowFate::Joined ? QStringLiteral("updated") : rowFateCode(fate);
}

Result<SheetPreview> previewRecordSheet(const Store& store, Entity entity, const QString& path,
                                        const SheetOptions& options, const Progress& progress,
                                        std::optional<qint64> headingRow)
{
    DTP_TRY(preview, firstRows(path, options, progress));
    const ImportWords words(store);
    preview.mapping = recogniseRecordMapping(entity, preview.rows, words, headingRow);
    return std::move(preview);
}

RecordImportFile::RecordImportFile() : d(std::make_unique<Private>()) {}
RecordImportFile::~RecordImportFile() = default;

Entity RecordImportFile::entity() const
{
    return d->entity;
}

QString RecordImportFile::name() const
{
    return d->name;
}

const ImportMapping& RecordImportFile::mapping() const
{
    return d->mapping;
}

QStringList RecordImportFile::remarks() const
{
    return d->remarks;
}

Result<std::shared_ptr<const RecordImportFile>>
RecordImportFile::read(const Store& store, Entity entity, const QString& path, const SheetOptions& options,
                       const std::optional<ImportMapping>& mapping, const Progress& progress)
{
    std::shared_ptr<RecordImportFile> file(new RecordImportFile);
    Private& d = *file->d;
    d.entity = entity;
    d.name = QFileInfo(path).fileName();
    DTP_TRY(reader, SheetReader::open(path, options, progress));
    d.remarks = reader->remarks();
    const ImportWords words(store);
    std::vector<SheetRow> sample;
    std::unique_ptr<RecordInterpreter> interpreter;
    std::optional<RowFiller> filler;
    const auto add = [&](SheetRow& one) {
        if (one.number <= d.mapping.headingRow || one.isBlank())
            return;
        filler->fill(one);
        d.rows.push_back(interpreter->draft(one));
    };
    const auto begin = [&]() -> Result<> {
        d.mapping = mapping ? *mapping : recogniseRecordMapping(entity, sample, words);
        DTP_CHECK(checkUsable(entity, d.mapping, d.name));
        interpreter = std::make_unique<RecordInterpreter>(entity, d.mapping, store);
        filler.emplace(d.mapping);
        for (SheetRow& one : sample)
            add(one);
        return {};
    };
    SheetRow row;
    for (qint64 count = 0;; ++count) {
        DTP_TRY(isThere, reader->next(row));
        if (!isThere)
            break;
        if (!interpreter && sample.size() < sampleRows) {
            sample.push_back(std::move(row));
            continue;
        }
        if (!interpreter)
            DTP_CHECK(begin());
        add(row);
        if (count % 500 == 0 && !goOn(progress, reader->done(), reader->total(), Import::tr("Reading rows")))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    if (!interpreter)
        DTP_CHECK(begin());
    if (const QString filled = filler->remark(); !filled.isEmpty())
        d.remarks.append(filled);
    d.remarks += sheetRemarks(*reader);
    return std::shared_ptr<const RecordImportFile>(std::move(file));
}

RecordImportPlan::RecordImportPlan() : d(std::make_unique<Private>()) {}
RecordImportPlan::~RecordImportPlan() = default;
RecordImportPlan::RecordImportPlan(RecordImportPlan&&) noexcept = default;
RecordImportPlan& RecordImportPlan::operator=(RecordImportPlan&&) noexcept = default;

Result<RecordImportPlan> RecordImportPlan::make(const Store& store, std::shared_ptr<const RecordImportFile> file,
                                                const RecordImportOptions& options, const Progress& progress)
{
    RecordImportPlan plan;
    plan.d->file = std::move(file);
    plan.d->options = options;
    plan.d->version = dataVersion(store);
    DTP_CHECK(RecordPlanner(store, *plan.d->file->d, options, progress).run(*plan.d));
    return plan;
}

const RecordImportOptions& RecordImportPlan::options() const
{
    return d->options;
}

const RecordImportCounts& RecordImportPlan::counts() const
{
    return d->counts;
}

const std::vector<PlannedRow>& RecordImportPlan::rows() const
{
    return d->rows;
}

QString RecordImportPlan::sentence() const
{
    const RecordType& type = recordType(d->file->entity());
    if (records() == 1)
        return Import::tr("Import 1 %1 from %2").arg(type.singularText(), d->file->name());
    return Import::tr("Import %L1 %2 from %3").arg(records()).arg(type.pluralText(), d->file->name());
}

Result<qint64> RecordImportPlan::apply(Store& store, const Progress& progress) const
{
    if (dataVersion(store) != d->version)
        return fail(Import::tr(
            "The data has been changed since the preview was made. Look at the preview again, then import."));
    if (records() == 0)
        return 0;
    return store.change(sentence(),
                        [&](ChangeWriter& writer) { return writePlan(writer, *d, d->file->name(), progress); });
}

Result<> RecordImportPlan::writeRejected(QIODevice& device) const
{
    std::vector<RejectedRow> rejected;
    const std::vector<RecordDraft>& drafts = d->file->d->rows; // one for each planned row
    for (size_t i = 0; i < d->rows.size(); ++i) {
        if (d->rows[i].fate == RowFate::Rejected)
            rejected.push_back({&drafts[i].cells, &d->rows[i].reason});
    }
    return writeRejectedRows(device, d->file->mapping(), rejected);
}

Result<> RecordImportPlan::writeLog(QIODevice& device) const
{
    return writeRowLog(
        device, QStringLiteral("record"), d->rows.size(),
        [this](size_t at) -> const PlannedRow& { return d->rows[at]; }, &recordFateCode);
}

} // namespace dtp
