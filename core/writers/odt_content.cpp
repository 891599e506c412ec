// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <document/counts_painter.h>
#include <document/cover_facts.h>
#include <document/picture.h>
#include <writers/odt_parts.h>
#include <writers/table_chunks.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>

namespace dtp
{

namespace
{
constexpr double highestFigure = 320;
constexpr double pixelsPerPoint = 3;
constexpr int longestPhotoSide = 1400;

bool isItem(const Paragraph& paragraph)
{
    return paragraph.style == Paragraph::Style::Bullet || paragraph.style == Paragraph::Style::Numbered;
}

QString points(double value)
{
    return QString::number(value, 'f', 1) + QStringLiteral("pt");
}

QByteArray asPng(double width, double height, const std::function<void(QPainter&, const QRectF&)>& paint)
{
    QImage image(qRound(width * pixelsPerPoint), qRound(height * pixelsPerPoint), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    paint(painter, QRectF(0, 0, width, height));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// What the picture shows, for those who hear the document.
QString described(const CountsBlock& counts)
{
    QStringList items{QString(counts.title + QStringLiteral(", ") + totalText(counts))};
    for (const CountItem& item : counts.items)
        items << QString(item.label + QLatin1Char(' ') + countText(item));
    return items.join(QStringLiteral("; "));
}
} // namespace

void writeOdtNamespaces(QXmlStreamWriter& xml)
{
    const std::pair<const char*, const char*> spaces[] = {
        {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
        {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
        {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
        {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
        {"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
        {"svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
        {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
        {"xlink", "http://www.w3.org/1999/xlink"},
        {"dc", "http://purl.org/dc/elements/1.1/"},
        {"meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"}};
    for (const auto& [prefix, uri] : spaces)
        xml.writeAttribute(QStringLiteral("xmlns:") + QLatin1String(prefix), QLatin1String(uri));
    xml.writeAttribute(QStringLiteral("office:version"), QStringLiteral("1.2"));
}

void OdtContent::attribute(const char* name, const QString& value)
{
    m_xml.writeAttribute(QLatin1String(name), withoutControls(value));
}

// Runs of spaces, tabs and line breaks are elements: as characters they would be one space.
void OdtContent::text(const QString& raw)
{
    const QString clean = withoutControls(raw);
    QString plain;
    const auto flush = [&] {
        if (!plain.isEmpty())
            m_xml.writeCharacters(std::exchange(plain, {}));
    };
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean.at(i);
        if (c == u'\n' || c == u'\t' || (c == u' ' && i > 0 && clean.at(i - 1) == u' ')) {
            flush();
            m_xml.writeEmptyElement(c == u'\n'   ? QStringLiteral("text:line-break")
                                    : c == u'\t' ? QStringLiteral("text:tab")
                                                 : QStringLiteral("text:s"));
        } else {
            plain += c;
        }
    }
    flush();
}

void OdtContent::paragraph(const char* style, const QString& content)
{
    if (content.isEmpty())
        return;
    start("text:p");
    attribute("text:style-name", QLatin1String(style));
    text(content);
    end();
}

QByteArray OdtContent::make()
{
    m_xml.writeStartDocument();
    start("office:document-content");
    writeOdtNamespaces(m_xml);
    styles();
    start("office:body");
    start("office:text");
    if (!m_isForm) {
        title();
        contents();
    }
    for (const Block& one : m_document.blocks)
        block(one);
    end();
    end();
    end();
    m_xml.writeEndDocument();
    return m_bytes;
}

// Forms of words; everything else is a named style that the user can change in one place.
void OdtContent::styles()
{
    start("office:automatic-styles");
    const auto form = [this](const char* name, bool bold, bool italic) {
        start("style:style");
        attribute("style:name", QLatin1String(name));
        attribute("style:family", QStringLiteral("text"));
        start("style:text-properties");
        for (const char* script : {"", "-asian", "-complex"}) {
            if (bold)
                m_xml.writeAttribute(
                    (*script ? QStringLiteral("style:font-weight") : QStringLiteral("fo:font-weight")) +
                        QLatin1String(script),
                    QStringLiteral("bold"));
            if (italic)
                m_xml.writeAttribute((*script ? QStringLiteral("style:font-style") : QStringLiteral("fo:font-style")) +
                                         QLatin1String(script),
                                     QStringLiteral("italic"));
        }
        end();
        end();
    };
    form("Bold", true, false);
    form("Italic", false, true);
    form("BoldItalic", true, true);
    for (int level = 1; level <= 4; ++level) {
        start("style:style");
        attribute("style:name", QStringLiteral("NewPage%1").arg(level));
        attribute("style:family", QStringLiteral("paragraph"));
        attribute("style:parent-style-name", QStringLiteral("Heading_20_%1").arg(level));
        start("style:paragraph-properties");
        attribute("fo:break-before", QStringLiteral("page"));
        end();
        end();
    }
    tableStyles();
    end();
}

void OdtContent::title()
{
    paragraph("Organisation", m_document.organisation);
    paragraph("Title", m_document.title);
    paragraph("Subtitle", m_document.subtitle);
    QStringList facts = placeAndDay(m_document);
    if (!m_document.author.isEmpty())
        facts << m_document.author;
    paragraph("Note", facts.join(QStringLiteral("  ·  ")));
    paragraph("Note", m_document.footer);
}

// Without page numbers: the word processor knows them, and fills them in when the contents are updated.
void OdtContent::contents()
{
    const auto isHeading = [](const Block& one) { return std::holds_alternative<HeadingBlock>(one); };
    if (std::count_if(m_document.blocks.begin(), m_document.blocks.end(), isHeading) < 3)
        return;
    start("text:table-of-content");
    attribute("text:name", QStringLiteral("Contents"));
    attribute("text:protected", QStringLiteral("false"));
    start("text:table-of-content-source");
    attribute("text:outline-level", QStringLiteral("2"));
    end();
    start("text:index-body");
    paragraph("ContentsHeading", QCoreApplication::translate("Html", "Contents"));
    int index = 0;
    for (const Block& one : m_document.blocks) {
        const auto* heading = std::get_if<HeadingBlock>(&one);
        if (!heading)
            continue;
        ++index;
        if (heading->level > 2)
            continue;
        start("text:p");
        attribute("text:style-name", QStringLiteral("Contents_20_%1").arg(std::clamp(heading->level, 1, 2)));
        start("text:a");
        attribute("xlink:type", QStringLiteral("simple"));
        attribute("xlink:href", QStringLiteral("#h%1").arg(index));
        text(QString(heading->number + QLatin1Char(' ') + heading->text).trimmed());
        end();
        end();
    }
    end();
    end();
}

void OdtContent::block(const Block& block)
{
    if (const auto* one = std::get_if<HeadingBlock>(&block))
        heading(*one);
    else if (const auto* words = std::get_if<TextBlock>(&block))
        prose(words->text);
    else if (const auto* rows = std::get_if<TableBlock>(&block))
        table(rows->table, false);
    else if (const auto* numbers = std::get_if<CountsBlock>(&block))
        counts(*numbers);
    else if (const auto* photo = std::get_if<FigureBlock>(&block))
        figure(*photo);
    else
        m_breakNext = true;
}

void OdtContent::heading(const HeadingBlock& heading)
{
    const int level = std::clamp(heading.level, 1, 4);
    start("text:h");
    attribute("text:style-name",
              (std::exchange(m_breakNext, false) ? QStringLiteral("NewPage%1") : QStringLiteral("Heading_20_%1"))
                  .arg(level));
    attribute("text:outline-level", QString::number(level));
    start("text:bookmark");
    attribute("text:name", QStringLiteral("h%1").arg(++m_headings));
    end();
    text(QString(heading.number + QStringLiteral("  ") + heading.text).trimmed());
    end();
}

void OdtContent::runs(const std::vector<Run>& runs)
{
    for (const Run& run : runs) {
        const bool isLink = isSafeLink(run.link);
        if (isLink) {
            start("text:a");
            attribute("xlink:type", QStringLiteral("simple"));
            attribute("xlink:href", run.link);
        }
        if (run.bold || run.italic) {
            start("text:span");
            attribute("text:style-name", run.bold && run.italic ? QStringLiteral("BoldItalic")
                                         : run.bold             ? QStringLiteral("Bold")
                                                                : QStringLiteral("Italic"));
        }
        text(run.text);
        if (run.bold || run.italic)
            end();
        if (isLink)
            end();
    }
}

void OdtContent::prose(const RichText& rich)
{
    const RichText clean = normalised(rich);
    std::vector<Paragraph::Style> open; // lists that we are in; each has an open item
    const auto closeLists = [&](size_t depth) {
        for (; open.size() > depth; open.pop_back()) {
            end();
            end();
        }
    };
    for (const Paragraph& paragraph : clean.paragraphs) {
        if (isItem(paragraph)) {
            const auto level = static_cast<size_t>(paragraph.level);
            closeLists(level + 1);
            if (open.size() == level + 1 && open.back() == paragraph.style) {
                end();
            } else {
                closeLists(level);
                start("text:list");
                attribute("text:style-name", paragraph.style == Paragraph::Style::Bullet ? QStringLiteral("Bullets")
                                                                                         : QStringLiteral("Numbers"));
                open.push_back(paragraph.style);
            }
            start("text:list-item");
        } else {
            closeLists(0);
        }
        start("text:p");
        const bool isRightToLeft = paragraph.text().isRightToLeft();
        const char* style = isItem(paragraph) ? (isRightToLeft ? "ItemRtl" : "Item")
                            : paragraph.style == Paragraph::Style::Quote
                                ? "Quotations"
                                : (isRightToLeft ? "TextRtl" : "Text_20_body");
        attribute("text:style-name", QLatin1String(style));
        runs(paragraph.runs);
        end();
    }
    closeLists(0);
}

void OdtContent::counts(const CountsBlock& counts)
{
    ChartStyle style;
    style.textSize = 8.5;
    style.rhythm = 8;
    if (counts.show == CountsBlock::Show::Table) {
        table(tableOf(counts), true);
    } else if (counts.show == CountsBlock::Show::Bars) {
        const BarChart chart(counts, style);
        const double height = std::max(1.0, std::min(chart.heightFor(textWidthInPoints), 640.0));
        picture(asPng(textWidthInPoints, height,
                      [&](QPainter& painter, const QRectF& area) { chart.paint(painter, area); }),
                QStringLiteral("image/png"), textWidthInPoints, height, described(counts));
    } else {
        const CountryMap map(counts, style);
        const double height = map.heightFor(textWidthInPoints);
        picture(
            asPng(textWidthInPoints, height, [&](QPainter& painter, const QRectF& area) { map.paint(painter, area); }),
            QStringLiteral("image/png"), textWidthInPoints, height, described(counts));
    }
    paragraph("Note", counts.note);
}

void OdtContent::figure(const FigureBlock& figure)
{
    const std::optional<CleanPicture> photo = cleanPicture(figure.image, longestPhotoSide);
    if (photo) {
        QSizeF size(photo->size);
        size.scale(textWidthInPoints, highestFigure, Qt::KeepAspectRatio);
        picture(photo->bytes, QLatin1String(photo->mediaType), size.width(), size.height(), figure.caption);
    } else {
        paragraph("Note", QCoreApplication::translate("Pdf", "A picture belongs here, but its file cannot be read."));
    }
    paragraph("Note", figure.caption);
}

void OdtContent::picture(const QByteArray& bytes, const QString& mediaType, double width, double height,
                         const QString& description)
{
    const QString number = QString::number(m_pictures.size() + 1);
    const QString path = QStringLiteral("Pictures/") + number +
                         (mediaType == QLatin1String("image/png") ? QStringLiteral(".png") : QStringLiteral(".jpg"));
    m_pictures.push_back({path, mediaType, bytes});
    start("text:p");
    attribute("text:style-name", QStringLiteral("Picture"));
    start("draw:frame");
    attribute("draw:name", QStringLiteral("Picture") + number);
    attribute("draw:style-name", QStringLiteral("Frame"));
    attribute("text:anchor-type", QStringLiteral("as-char"));
    attribute("svg:width", points(width));
    attribute("svg:height", points(height));
    start("draw:image");
    attribute("xlink:href", path);
    attribute("xlink:type", QStringLiteral("simple"));
    attribute("xlink:show", QStringLiteral("embed"));
    attribute("xlink:actuate", QStringLiteral("onLoad"));
    end();
    start("svg:desc");
    text(description);
    end();
    end();
    end();
}

} // namespace dtp
