// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/export_catalogue.h>

#include <exports/export_text.h>
#include <exports/exportables.h>
#include <lists/export_file.h>
#include <reporting/report_file.h>
#include <sheets/csv_writer.h>
#include <sheets/xlsx_writer.h>
#include <writers/pdf_writer.h>

#include <QBuffer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
const Exportable* firstWhere(const std::function<bool(const Exportable&)>& fits)
{
    const auto& all = exportCatalogue();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return fits(*one); });
    return found == all.end() ? nullptr : found->get();
}

Result<ExportCleared> clear(const Gate& gate, ExportDraft draft)
{
    return std::visit(
        [&](auto&& one) -> Result<ExportCleared> {
            DTP_TRY(cleared, gate.disclose(std::move(one)));
            return ExportCleared(std::move(cleared));
        },
        std::move(draft));
}

const DisclosureSummary& summaryOf(const ExportCleared& cleared)
{
    if (const auto* rows = std::get_if<std::unique_ptr<DisclosedRows>>(&cleared))
        return (*rows)->summary();
    if (const auto* table = std::get_if<Disclosed<Table>>(&cleared))
        return table->summary();
    return std::get<Disclosed<Document>>(cleared).summary();
}

// How many columns leave; -1: it has none of its own.
qsizetype columnsLeft(const ExportCleared& cleared)
{
    if (const auto* rows = std::get_if<std::unique_ptr<DisclosedRows>>(&cleared))
        return static_cast<qsizetype>((*rows)->columns().size());
    if (const auto* table = std::get_if<Disclosed<Table>>(&cleared))
        return static_cast<qsizetype>((*table)->columns.size());
    return -1;
}

QString nobodySentence(Audience audience)
{
    return ExportText::tr(
               "No row of it may leave for “%1”: those whom they are about have not agreed, or are at risk.")
        .arg(audienceName(audience));
}

Result<> checkFormat(const Exportable& what, const QString& filePath)
{
    QStringList endings;
    for (const ExportFormat& format : what.formats())
        endings.append(format.ending);
    const QString suffix = QFileInfo(filePath).suffix().toLower();
    static const QRegularExpression ofFiles(QStringLiteral("^[a-z]{2,5}$"));
    if (endings.contains(QString())) {
        if (!ofFiles.match(suffix).hasMatch())
            return {};
        return fail(ExportText::tr("“%1” was not written: it is to be a folder, whose name has no ending.")
                        .arg(QFileInfo(filePath).fileName()));
    }
    if (endings.contains(suffix))
        return {};
    return fail(ExportText::tr("“%1” was not written: its name must end in .%2.")
                    .arg(QFileInfo(filePath).fileName(), endings.join(QStringLiteral(", ."))));
}

// Rows are counted by whom they are about; their cells need not be read for that.
Result<> countRows(const Store& store, const Exportable& what, const ExportCall& call, const Gate& gate,
                   ExportPreview& preview, const Progress& progress)
{
    DTP_TRY(records, what.records(store, call));
    const auto total = static_cast<qint64>(records.size());
    preview.rows = 0;
    if (!traitsOf(gate.audience()).isGated()) {
        preview.rows = total;
        return {};
    }
    if (what.entity() == Entity::Person) {
        for (const qint64 person : records)
            preview.rows += gate.mayName(Id<Person>{person});
    } else {
        ExportCall keysOnly = call;
        keysOnly.columns = {QStringLiteral("record")};
        keysOnly.records = std::move(records);
        DTP_TRY(source, rowsOfList(store, {what.entity(), {}, keysOnly.columns, keysOnly.records}));
        DTP_TRY(rows, gate.disclose(std::move(source)));
        TableRow row;
        for (;; ++preview.rows) {
            DTP_TRY(more, rows->next(row));
            if (!more)
                break;
            if (preview.rows % 500 == 0 && !goOn(progress, preview.rows, total, {}))
                return fail(ExportText::tr("Stopped. Nothing was written."));
        }
    }
    preview.withheld = total - preview.rows;
    return {};
}
} // namespace

const std::vector<std::unique_ptr<const Exportable>>& exportCatalogue()
{
    static const Exportables catalogue = [] {
        Exportables all;
        addRecordLists(all);
        addDirectory(all);
        addConsentForm(all);
        addGroupMail(all);
        addConsentMail(all);
        addWorkshopSheets(all);
        addRecommendations(all);
        addReport(all);
        return all;
    }();
    return catalogue;
}

const Exportable* exportableOf(const QString& key)
{
    return firstWhere([&key](const Exportable& one) { return one.key() == key; });
}

const Exportable* exportableOf(Entity entity)
{
    return firstWhere([entity](const Exportable& one) { return one.entity() == entity; });
}

ExportFormat csvFormat()
{
    return {QStringLiteral("csv"), ExportText::tr("Table (.csv)")};
}

ExportFormat xlsxFormat()
{
    return {QStringLiteral("xlsx"), ExportText::tr("Excel sheet (.xlsx)")};
}

ExportFormat pdfFormat()
{
    return {QStringLiteral("pdf"), ExportText::tr("To print (.pdf)")};
}

std::vector<ExportFormat> documentFormats()
{
    return {pdfFormat(),
            {QStringLiteral("odt"), ExportText::tr("Text to go on with (.odt)")},
            {QStringLiteral("html"), ExportText::tr("Web page (.html)")}};
}

QString Exportable::nameOf(const Store&, const ExportCall&) const
{
    return title();
}

Result<> Exportable::write(const Store& store, const ExportCall& call, ExportCleared& cleared, const QString& ending,
                           QIODevice& device, const Progress& progress) const
{
    if (const auto* document = std::get_if<Disclosed<Document>>(&cleared))
        return writeDocument(*document, ending, device, {}, progress);
    const bool isCsv = ending == QLatin1String("csv");
    const bool isXlsx = ending == QLatin1String("xlsx");
    PdfOptions options;
    options.date = store.environment().clock->today();
    if (const auto* table = std::get_if<Disclosed<Table>>(&cleared))
        return isCsv    ? writeCsv(*table, device)
               : isXlsx ? writeXlsx(*table, device)
                        : writePdf(*table, device, options);
    DisclosedRows& rows = *std::get<std::unique_ptr<DisclosedRows>>(cleared);
    const QString name = nameOf(store, call);
    return isCsv    ? writeCsv(rows, device, progress)
           : isXlsx ? writeXlsx(rows, name, device, progress)
                    : writePdf(rows, name, device, options, progress);
}

QString missingAnswer(const Exportable& what, const ExportCall& call)
{
    for (const ExportParameter& parameter : what.parameters()) {
        const QVariant answer = call.answers.value(parameter.key);
        const bool isThere =
            parameter.field->reference != Entity::None ? answer.toLongLong() != 0 : !answer.toString().isEmpty();
        if (parameter.isRequired && !isThere)
            return parameter.label;
    }
    return {};
}

Result<std::vector<qint64>> Exportable::records(const Store& store, const ExportCall& call) const
{
    return recordsOfList(store, {entity(), call.query, {}, call.records});
}

namespace
{
// What the records are, and by what they were chosen.
Result<> checkRecords(const Store& store, const Exportable& what, const ExportCall& call, Audience audience)
{
    DTP_CHECK(checkType(what.entity(), audience));
    DTP_CHECK(checkQuery(store, what.entity(), call.query, audience));
    return checkQuery(store, what.entity(), call.chosenFrom, audience);
}

// What goes to those whom it is about is no disclosure to anybody else: they are called by their names.
Audience audienceOf(const Exportable& what, Audience asked)
{
    return what.goesTo().isEmpty() ? asked : Audience::Internal;
}
} // namespace

Result<ExportPreview> previewExport(const Store& store, const Exportable& what, const ExportCall& call, Audience asked,
                                    const Progress& progress)
{
    const Audience audience = audienceOf(what, asked);
    ExportPreview preview;
    preview.summary.audience = audience;
    if (const QString missing = missingAnswer(what, call); !missing.isEmpty()) {
        preview.problem = ExportText::tr("Say first: %1.").arg(missing);
        return preview;
    }
    if (const auto allowed = checkRecords(store, what, call, audience); !allowed) {
        preview.problem = allowed.error().sentence;
        return preview;
    }
    DTP_TRY(leftOut, what.leavesOut(store, call));
    preview.leftOut = leftOut;
    const Gate gate(store, audience, call.smallCell);
    if (what.entity() != Entity::None)
        DTP_CHECK(countRows(store, what, call, gate, preview, progress));
    // A document of many people is made when it is written; whom it names is counted by then.
    const bool isOfRecords = what.entity() != Entity::None && what.columns(store).empty();
    if (!isOfRecords) {
        DTP_TRY(draft, what.draft(store, call, what.formats().front().ending, progress));
        if (const auto reviewed = reviewNames(store, what, call, gate, draft); !reviewed) {
            preview.problem = reviewed.error().sentence;
            return preview;
        }
        DTP_TRY(cleared, clear(gate, std::move(draft)));
        preview.summary = summaryOf(cleared);
        if (const auto* table = std::get_if<Disclosed<Table>>(&cleared)) {
            preview.rows = static_cast<qint64>((*table)->rows.size());
            preview.withheld = preview.summary.leftOut.size();
        }
        DTP_TRY(undecided, undecidedInRows(store, what, call, gate, progress));
        preview.problem = columnsLeft(cleared) == 0 ? allWithheldSentence(preview.summary) : undecided;
    }
    if (preview.problem.isEmpty() && preview.rows == 0)
        preview.problem = preview.withheld > 0 ? nobodySentence(audience)
                          : !preview.leftOut.isEmpty()
                              ? ExportText::tr("There is nobody to write to.")
                              : ExportText::tr("There is nothing to export: the list is empty.");
    return preview;
}

namespace
{
// What the gate lets through of it; fails where something is not said or nothing would leave. The gate must outlive
// it.
Result<ExportCleared> clearedBy(const Gate& gate, const Store& store, const Exportable& what, const ExportCall& call,
                                const QString& ending, const Progress& progress)
{
    if (const QString missing = missingAnswer(what, call); !missing.isEmpty())
        return fail(ExportText::tr("“%1” is not said: it is needed for “%2”.").arg(missing, what.title()));
    DTP_CHECK(checkRecords(store, what, call, gate.audience()));
    DTP_TRY(draft, what.draft(store, call, ending, progress));
    DTP_CHECK(reviewNames(store, what, call, gate, draft));
    DTP_TRY(cleared, clear(gate, std::move(draft)));
    if (columnsLeft(cleared) == 0)
        return fail(allWithheldSentence(summaryOf(cleared)));
    return std::move(cleared);
}
} // namespace

bool canBePrinted(const Exportable& what)
{
    const auto formats = what.formats();
    return std::any_of(formats.begin(), formats.end(),
                       [](const ExportFormat& format) { return format.ending == QLatin1String("pdf"); });
}

Result<PrintedPages> pagesToPrint(const Store& store, const Exportable& what, const ExportCall& call,
                                  Audience audience, const Progress& progress)
{
    const QString ending = QStringLiteral("pdf");
    const Gate gate(store, audienceOf(what, audience), call.smallCell);
    DTP_TRY(cleared, clearedBy(gate, store, what, call, ending, progress));
    PrintedPages pages;
    pages.name = what.nameOf(store, call);
    QBuffer device(&pages.pdf);
    device.open(QIODevice::WriteOnly);
    DTP_CHECK(what.write(store, call, cleared, ending, device, progress));
    pages.summary = summaryOf(cleared);
    return pages;
}

namespace
{
// Whom it is not made for is left out before the gate, which never sees them.
Result<QSet<qint64>> notMadeFor(const Store& store, const Exportable& what, const ExportCall& call)
{
    if (what.entity() != Entity::Person || what.goesTo().isEmpty())
        return QSet<qint64>();
    DTP_TRY(asked, what.Exportable::records(store, call));
    DTP_TRY(reached, what.records(store, call));
    return QSet<qint64>(asked.begin(), asked.end()).subtract(QSet<qint64>(reached.begin(), reached.end()));
}
} // namespace

Result<DisclosureSummary> writeExport(Store& store, const Exportable& what, const ExportCall& call,
                                      const QString& filePath, Audience audience, const Progress& progress)
{
    DTP_CHECK(checkFormat(what, filePath));
    const bool isFolder = what.formats().front().ending.isEmpty();
    const QString ending = isFolder ? QString() : QFileInfo(filePath).suffix().toLower();
    const Gate gate(store, audienceOf(what, audience), call.smallCell);
    DTP_CHECK(checkFileName(store, gate, filePath));
    DTP_TRY(cleared, clearedBy(gate, store, what, call, ending, progress));
    DTP_TRY(others, notMadeFor(store, what, call));
    DisclosureSummary whole; // of rows when all have been written
    const auto summary = [&]() -> const DisclosureSummary& {
        whole = summaryOf(cleared);
        whole.leftOut.unite(others);
        return whole;
    };
    if (isFolder) {
        DTP_CHECK(releaseFolder(
            store, filePath, {withQuery(what.nameOf(store, call), what.entity(), call.query), call.recipient},
            [&](const QString& folder) { return what.writeFolder(store, cleared, folder, progress); }, summary));
        return summary();
    }
    DTP_CHECK(release(
        store, filePath,
        {withQuery(ExportText::tr("%1 as %2", "a report as PDF")
                       .arg(what.nameOf(store, call),
                            ending == QLatin1String("vcf") ? QStringLiteral("vCard") : ending.toUpper()),
                   what.entity(), call.query),
         call.recipient},
        [&](QIODevice& device) { return what.write(store, call, cleared, ending, device, progress); }, summary));
    return summary();
}

} // namespace dtp
