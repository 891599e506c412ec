// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/pdf_writer.h>

#include <document/cover_facts.h>
#include <sheets/csv_writer.h>
#include <writers/page_flow.h>
#include <writers/pdf_cover.h>
#include <writers/pdf_finish.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace dtp
{

namespace
{
constexpr double rhythm = PageDesign::rhythm;

QString say(const char* text)
{
    return QCoreApplication::translate("Pdf", text);
}

tl::unexpected<Error> stopped()
{
    return fail(say(QT_TRANSLATE_NOOP("Pdf", "Stopped. Nothing was written.")));
}

// A form stands on one page where it can.
PageDesign designOf(WrittenAs as, bool landscape)
{
    PageDesign design(landscape);
    if (as == WrittenAs::Form) {
        design.top = 10 * rhythm;
        design.foot = 6 * rhythm;
    }
    return design;
}

class PdfMaker
{
public:
    PdfMaker(const Document& document, const DisclosureSummary& summary, const PdfOptions& options,
             const Progress& progress, bool landscape)
        : m_document(document), m_summary(summary), m_options(options), m_progress(progress),
          m_design(designOf(options.as, landscape)), m_body(m_design), m_contents(m_design)
    {
    }

    Result<QByteArray> make(std::vector<PdfAttachment> attachments, bool isList)
    {
        ChunkMaker maker(m_design);
        maker.isForm = isForm();
        maker.isFullWidth = isList || !hasCover(); // no chapters are numbered, so that all begins at one edge
        maker.isBelowTitle = !hasCover() && !isForm();
        if (maker.isBelowTitle)
            addTitle(maker);
        for (const Block& block : m_document.blocks)
            maker.add(block);
        m_headings = std::move(maker.headings);
        if (!m_body.place(maker.chunks, m_headings, m_progress))
            return stopped();
        maker.chunks.clear();
        if (m_options.hasContents && !isForm() && m_headings.size() >= 3)
            placeContents(attachments);
        const QByteArray pages = paint();
        if (pages.isEmpty())
            return stopped();
        PdfFacts facts{m_document.title,
                       m_document.author.isEmpty() ? m_document.organisation : m_document.author,
                       m_document.subtitle,
                       m_document.language,
                       m_document.date,
                       m_design.height,
                       m_headings,
                       links(),
                       std::move(attachments),
                       m_options.password};
        for (PlacedHeading& heading : facts.headings)
            heading.page += before();
        return finishPdf(pages, facts);
    }

private:
    bool isForm() const { return m_options.as == WrittenAs::Form; }
    bool hasCover() const { return m_options.hasCover && !isForm(); }
    int coverPages() const { return hasCover() ? 1 : 0; }
    int before() const { return coverPages() + static_cast<int>(m_contents.pages.size()); } // pages before the body
    int total() const { return before() + static_cast<int>(m_body.pages.size()); }

    void addTitle(ChunkMaker& maker) const
    {
        maker.addLine(m_document.title, m_design.heading(1), 0);
        QStringList facts = placeAndDay(m_document);
        if (!m_document.subtitle.isEmpty())
            facts.prepend(m_document.subtitle);
        maker.addLine(facts.join(QStringLiteral("  ·  ")), m_design.note(), 0);
        maker.addLine(QStringLiteral(" "), m_design.note(), 0);
    }

    // The numbers depend on how many pages the contents take, and their pages do not depend on the numbers.
    void placeContents(const std::vector<PdfAttachment>& attachments)
    {
        std::vector<PlacedHeading> none;
        PageFlow trial(m_design);
        trial.place(contentsChunks(coverPages(), attachments), none);
        m_contents.place(contentsChunks(coverPages() + static_cast<int>(trial.pages.size()), attachments), none);
        for (LaidPage& page : m_contents.pages)
            for (PageLink& link : page.links)
                resolve(link);
    }

    // Entries point to a heading by its index until the pages are known.
    void resolve(PageLink& link) const
    {
        const auto& heading = m_headings[static_cast<size_t>(link.target.toInt())];
        link.target.clear();
        link.page = heading.page + before();
        link.y = heading.y;
    }

    std::vector<Chunk> contentsChunks(int pagesBefore, const std::vector<PdfAttachment>& attachments) const
    {
        ChunkMaker maker(m_design);
        maker.addLine(say(QT_TRANSLATE_NOOP("Pdf", "Contents")), m_design.heading(1), 0);
        for (size_t i = 0; i < m_headings.size(); ++i)
            if (m_headings[i].level <= 2)
                maker.chunks.push_back(contentsEntry(i, pagesBefore));
        if (!attachments.empty()) {
            QStringList names;
            for (const PdfAttachment& attachment : attachments)
                names << attachment.fileName;
            maker.addLine(say(QT_TRANSLATE_NOOP("Pdf", "Attached to this file, for spreadsheets: %1"))
                              .arg(names.join(QStringLiteral(", "))),
                          m_design.note(), 5 * rhythm);
        }
        return std::move(maker.chunks);
    }

    Chunk contentsEntry(size_t index, int pagesBefore) const
    {
        const PlacedHeading& heading = m_headings[index];
        const bool isChapter = heading.level == 1;
        TextStyle style = m_design.text();
        style.bold = isChapter;
        TextStyle numberStyle = style;
        numberStyle.bold = false;
        numberStyle.color = m_design.muted;
        TextStyle pageStyle = style;
        pageStyle.alignment = Qt::AlignRight | Qt::AlignAbsolute;
        const double numberX = isChapter ? m_design.hang : m_design.left;
        const double textX = isChapter                  ? m_design.left
                             : heading.number.isEmpty() ? m_design.left
                                                        : m_design.left + 4 * rhythm;
        const double pageWidth = 5 * rhythm;
        const auto number = std::make_shared<const TextBox>(heading.number, numberStyle, 7 * rhythm, 1);
        const auto text = std::make_shared<const TextBox>(heading.text, style, m_design.right() - textX - pageWidth);
        const auto page =
            std::make_shared<const TextBox>(QString::number(pagesBefore + heading.page + 1), pageStyle, pageWidth);
        Chunk chunk;
        chunk.height = text->height();
        chunk.before = isChapter ? rhythm : 0;
        chunk.keepWithNext = isChapter && index + 1 < m_headings.size() && m_headings[index + 1].level == 2;
        chunk.links.push_back({QRectF(numberX, 0, m_design.right() - numberX, chunk.height), QString::number(index)});
        chunk.draw = [=, right = m_design.right()](QPainter& painter, double y, double) {
            number->draw(painter, {numberX, y}, 0, 1);
            text->draw(painter, {textX, y});
            page->draw(painter, {right - pageWidth, y + text->height() - page->height()});
        };
        return chunk;
    }

    std::vector<std::vector<PageLink>> links() const
    {
        std::vector<std::vector<PageLink>> all(static_cast<size_t>(coverPages()));
        for (const PageFlow* flow : {&m_contents, &m_body})
            for (const LaidPage& page : flow->pages)
                all.push_back(page.links);
        return all;
    }

    // Empty when progress asked to stop.
    QByteArray paint()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(static_cast<int>(72 * pt));
        writer.setPageLayout(QPageLayout(
            QPageSize(QPageSize::A4),
            m_design.width > m_design.height ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        QPainter painter(&writer);
        int number = 0;
        if (hasCover()) {
            paintCover(painter, m_design, m_document, {audienceName(m_summary.audience), m_summary.printedSentence()});
            ++number;
        }
        for (const PageFlow* flow : {&m_contents, &m_body}) {
            for (const LaidPage& page : flow->pages) {
                if (number > 0)
                    writer.newPage();
                paintFrame(painter, ++number);
                for (const auto& draw : page.draws)
                    draw(painter);
                if (!goOn(m_progress, number, total(), say(QT_TRANSLATE_NOOP("Pdf", "Writing pages")))) {
                    painter.end();
                    return {};
                }
            }
        }
        painter.end();
        return bytes;
    }

    void paintFrame(QPainter& painter, int number) const
    {
        const double half = m_design.fullWidth() / 2 - rhythm;
        TextStyle right = m_design.note();
        right.alignment = Qt::AlignRight | Qt::AlignAbsolute;
        const double head = 6 * rhythm;
        TextBox(m_document.organisation, m_design.note(), half, 1).draw(painter, {m_design.hang, head});
        if (isForm())
            return;
        if (hasCover() || number > 1)
            TextBox(m_document.title, right, half, 1).draw(painter, {m_design.right() - half, head});
        const double foot = m_design.height - 6.5 * rhythm;
        const double pageWidth = 12 * rhythm;
        TextBox(m_document.footer, m_design.note(), m_design.fullWidth() - pageWidth, 2)
            .draw(painter, {m_design.hang, foot});
        const QString page = say(QT_TRANSLATE_NOOP("Pdf", "Page %1 of %2")).arg(number).arg(total());
        TextBox(page, right, pageWidth).draw(painter, {m_design.right() - pageWidth, foot});
    }

    const Document& m_document;
    const DisclosureSummary& m_summary;
    const PdfOptions& m_options;
    const Progress& m_progress;
    const PageDesign m_design;
    PageFlow m_body;
    PageFlow m_contents;
    std::vector<PlacedHeading> m_headings;
};

Result<> writeAll(const QByteArray& bytes, QIODevice& device)
{
    if (device.write(bytes) != bytes.size())
        return fail(say(QT_TRANSLATE_NOOP(
                        "Pdf", "The file could not be written to its end. See whether there is room on the disk.")),
                    device.errorString());
    return {};
}

// A list as a document of one table.
Result<> writeList(Table table, const DisclosureSummary& summary, QIODevice& device, const PdfOptions& options,
                   const Progress& progress)
{
    Document document;
    document.title = std::exchange(table.title, {});
    document.organisation = options.organisation;
    document.language = options.language;
    document.date = options.date;
    document.footer = QStringLiteral("%1 · %2").arg(audienceName(summary.audience), summary.printedSentence());
    const bool landscape = table.columns.size() > 6;
    document.blocks.push_back(TableBlock{std::move(table)});
    PdfOptions plain = options;
    plain.hasCover = false;
    plain.hasContents = false;
    DTP_TRY(bytes, PdfMaker(document, summary, plain, progress, landscape).make({}, true));
    return writeAll(bytes, device);
}
} // namespace

Result<> writePdf(const Disclosed<Document>& document, QIODevice& device, const PdfOptions& options,
                  const Progress& progress)
{
    std::vector<PdfAttachment> attachments;
    for (size_t i = 0; i < document->attachments.size(); ++i) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        DTP_CHECK(writeAttachmentCsv(document, i, buffer));
        attachments.push_back({document->attachments[i].fileName, document->attachments[i].table.title, bytes});
    }
    DTP_TRY(bytes,
            PdfMaker(*document, document.summary(), options, progress, false).make(std::move(attachments), false));
    return writeAll(bytes, device);
}

Result<> writePdf(const Disclosed<Table>& table, QIODevice& device, const PdfOptions& options,
                  const Progress& progress)
{
    return writeList(*table, table.summary(), device, options, progress);
}

Result<> writePdf(DisclosedRows& rows, const QString& title, QIODevice& device, const PdfOptions& options,
                  const Progress& progress)
{
    Table table;
    table.title = title;
    table.columns = rows.columns();
    TableRow row;
    for (;;) {
        DTP_TRY(more, rows.next(row));
        if (!more)
            break;
        table.rows.push_back(std::move(row));
        row = {};
        if (table.rows.size() % 1000 == 0 && !goOn(progress, static_cast<qint64>(table.rows.size()), 0))
            return stopped();
    }
    return writeList(std::move(table), rows.summary(), device, options, progress);
}

} // namespace dtp
