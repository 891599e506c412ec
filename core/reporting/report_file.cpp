// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/report_file.h>
#include <reporting/report_text.h>
#include <reporting/workshop_report.h>
#include <sheets/csv_writer.h>
#include <writers/html_writer.h>
#include <writers/odt_writer.h>
#include <writers/pdf_writer.h>

#include <QBuffer>
#include <QFileInfo>

namespace dtp
{

namespace
{
Result<> put(QIODevice& device, const QByteArray& bytes)
{
    if (device.write(bytes) != bytes.size())
        return fail(ReportText::tr("The report could not be written: %1. Free some space and try again.")
                        .arg(device.errorString()));
    return {};
}

Result<> writeTables(const Disclosed<Document>& document, QIODevice& device)
{
    if (document->attachments.empty())
        return fail(ReportText::tr("“%1” has no tables to write: it has no participants, recommendations or figures.")
                        .arg(document->title));
    static const QByteArray mark("\xEF\xBB\xBF");
    DTP_CHECK(put(device, mark));
    for (size_t i = 0; i < document->attachments.size(); ++i) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        DTP_CHECK(writeAttachmentCsv(document, i, buffer));
        if (bytes.startsWith(mark))
            bytes.remove(0, mark.size());
        QString title = document->attachments[i].table.title;
        title.replace(QLatin1Char('"'), QLatin1String("\"\""));
        DTP_CHECK(put(device, (i > 0 ? QByteArray("\r\n") : QByteArray()) + '"' + title.toUtf8() + "\"\r\n" + bytes));
    }
    return {};
}

Result<> checkFormat(const QString& filePath)
{
    QStringList known = reportEndings();
    known.append(QStringLiteral("htm"));
    if (known.contains(QFileInfo(filePath).suffix().toLower()))
        return {};
    return fail(
        ReportText::tr("“%1” says no format that a report can be written in: let the name end in %2.")
            .arg(QFileInfo(filePath).fileName(), QStringLiteral(".") + reportEndings().join(QStringLiteral(", ."))));
}
} // namespace

QStringList reportEndings()
{
    return {QStringLiteral("pdf"), QStringLiteral("csv"), QStringLiteral("html"), QStringLiteral("odt")};
}

Result<> writeDocument(const Disclosed<Document>& document, const QString& ending, QIODevice& device,
                       const DocumentOptions& options, const Progress& progress)
{
    const QString format = ending.toLower();
    if (format == QLatin1String("csv"))
        return writeTables(document, device);
    if (format == QLatin1String("odt"))
        return writeOdt(document, device, options.as);
    if (format.startsWith(QLatin1String("htm")))
        return writeHtml(document, device, options.as);
    PdfOptions pdf;
    pdf.password = options.password;
    pdf.as = options.as;
    pdf.hasCover = options.hasCover;
    pdf.hasContents = options.hasCover;
    return writePdf(document, device, pdf, progress);
}

Result<DisclosureSummary> writeReportFile(Store& store, Id<Report> report, Audience audience, DocumentFile file,
                                          const Progress& progress)
{
    DTP_TRY(draft, buildReport(store, report));
    file.what = ReportText::tr("Report “%1”").arg(draft.title);
    file.report = report;
    return writeDocumentFile(store, std::move(draft), audience, file, progress);
}

Result<DisclosureSummary> writeDocumentFile(Store& store, Document draft, Audience audience, const DocumentFile& file,
                                            const Progress& progress)
{
    DTP_CHECK(checkFormat(file.path));
    const Gate gate(store, audience, file.smallCell);
    DTP_CHECK(checkFileName(store, gate, file.path));
    DTP_CHECK(applyNameDecisions(store, &draft, gate, file.undecided, file.report));
    DTP_TRY(disclosed, gate.disclose(std::move(draft)));
    const QString ending = QFileInfo(file.path).suffix();
    DTP_CHECK(release(
        store, file.path,
        {ReportText::tr("%1 as %2", "a report as PDF").arg(file.what, ending.toUpper()), file.recipient},
        [&](QIODevice& device) {
            return writeDocument(disclosed, ending, device, {.password = file.password}, progress);
        },
        [&]() -> const DisclosureSummary& { return disclosed.summary(); }));
    return disclosed.summary();
}

} // namespace dtp
