// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/list_labels.h>
#include <document/picture.h>
#include <writers/page_flow.h>
#include <writers/table_chunks.h>

#include <QCoreApplication>
#include <QPainter>

namespace dtp
{

namespace
{
constexpr double rhythm = PageDesign::rhythm;
constexpr double listIndent = 2 * rhythm;
constexpr double highestFigure = 40 * rhythm;
constexpr double pixelsPerUnit = 200.0 / 720; // pictures are printed at 200 dpi

bool isItem(const Paragraph& paragraph)
{
    return paragraph.style == Paragraph::Style::Bullet || paragraph.style == Paragraph::Style::Numbered;
}

void paintBullet(QPainter& painter, QPointF middle, int level, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (level % 2 == 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(middle, 1.7 * pt, 1.7 * pt);
    } else {
        painter.setPen(QPen(color, 0.9 * pt));
        painter.drawLine(middle - QPointF(2 * pt, 0), middle + QPointF(2 * pt, 0));
    }
    painter.restore();
}
} // namespace

void ChunkMaker::push(Chunk chunk)
{
    chunk.before = std::max(chunk.before, m_after);
    m_after = 0;
    chunk.breakBefore = std::exchange(m_breakNext, false);
    chunks.push_back(std::move(chunk));
}

// A text in pieces of lines: never one line alone at the foot or at the top of a page.
void ChunkMaker::addBox(std::shared_ptr<const TextBox> box, double x, double before, double after,
                        const std::function<void(QPainter&, double, double, double, bool)>& beside)
{
    const int lines = box->lineCount();
    for (int at = 0; at < lines;) {
        const int left = lines - at;
        const int count = left <= 3 ? left : at == 0 ? 2 : 1;
        Chunk chunk;
        chunk.height = box->heightOf(at, count);
        chunk.before = at == 0 ? before : 0;
        for (TextBox::Link link : box->links(at, count))
            chunk.links.push_back({link.area.translated(x, 0), link.target});
        chunk.draw = [box, x, at, count, beside, height = chunk.height](QPainter& painter, double y, double gap) {
            if (beside)
                beside(painter, y, gap, height, at == 0);
            box->draw(painter, {x, y}, at, count);
        };
        push(std::move(chunk));
        at += count;
    }
    m_after = after;
}

void ChunkMaker::add(const Block& block)
{
    if (const auto* heading = std::get_if<HeadingBlock>(&block))
        addHeading(*heading);
    else if (const auto* text = std::get_if<TextBlock>(&block))
        addText(text->text);
    else if (const auto* table = std::get_if<TableBlock>(&block))
        addTable(table->table);
    else if (const auto* counts = std::get_if<CountsBlock>(&block))
        addCounts(*counts);
    else if (const auto* figure = std::get_if<FigureBlock>(&block))
        addFigure(*figure);
    else
        m_breakNext = true;
}

void ChunkMaker::addHeading(const HeadingBlock& heading)
{
    const int level = std::clamp(heading.level, 1, 4);
    const int look = std::clamp(level + (isBelowTitle ? 1 : 0), 1, 4);
    TextStyle style = m_design.heading(look);
    auto box = std::make_shared<const TextBox>(heading.text, style, width());
    TextStyle numberStyle = style;
    numberStyle.bold = false;
    const auto number = std::make_shared<const TextBox>(heading.number, numberStyle, m_design.left - m_design.hang);
    if (box->lineCount() == 0)
        return;
    headings.push_back({level, heading.number, heading.text, -1, 0});
    Chunk chunk;
    chunk.heading = static_cast<int>(headings.size()) - 1;
    chunk.height = box->height();
    chunk.before = (look == 1 ? 6 : look == 2 ? 4 : 3) * rhythm;
    chunk.needs = chunk.height + (look == 1 ? 16 : 8) * rhythm;
    chunk.keepWithNext = true;
    const double x = left();
    const double numberX = m_design.hang;
    const bool numberFits = number->naturalWidth() <= m_design.left - m_design.hang - rhythm / 2 && !isFullWidth;
    if (!numberFits) { // a number like 10.12.3 in the large size stands before the text
        box = std::make_shared<const TextBox>(QString(heading.number + QStringLiteral("  ") + heading.text).trimmed(),
                                              style, width());
        chunk.height = box->height();
    }
    chunk.draw = [box, number, numberFits, x, numberX](QPainter& painter, double y, double) {
        if (numberFits)
            number->draw(painter, {numberX, y}, 0, 1);
        box->draw(painter, {x, y});
    };
    push(std::move(chunk));
    m_after = (look == 1 ? 2 : look == 2 ? 1 : 0.5) * rhythm;
}

void ChunkMaker::addLine(const QString& text, const TextStyle& style, double before)
{
    addBox(std::make_shared<const TextBox>(text, style, width()), left(), before, 0);
}

void ChunkMaker::addItem(const Paragraph& paragraph, const QString& label, bool itemFollows)
{
    const TextStyle style = proseStyle();
    const double indent = listIndent * (paragraph.level + 1);
    const auto box = std::make_shared<const TextBox>(paragraph.runs, style, width() - indent);
    // The mark stands where reading begins: in Arabic at the right.
    const bool mirrored = box->isRightToLeft();
    const double textX = mirrored ? left() : left() + indent;
    TextStyle markStyle = style;
    markStyle.color = m_design.accent;
    markStyle.alignment = mirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft;
    const auto mark = std::make_shared<const TextBox>(label, markStyle, 2 * listIndent);
    const double edge = left() + width() - indent;
    const double markX = mirrored ? edge - listIndent : textX - listIndent;
    const double dotX = mirrored ? edge + listIndent - 3 * pt : textX - listIndent + 3 * pt;
    addBox(box, textX, rhythm / 2, itemFollows ? rhythm / 2 : rhythm,
           [=, level = paragraph.level, accent = m_design.accent](QPainter& painter, double y, double, double,
                                                                  bool isFirst) {
               if (!isFirst)
                   return;
               if (mark->lineCount() > 0)
                   mark->draw(painter, {markX, y}, 0, 1);
               else
                   paintBullet(painter, {dotX, y + rhythm + 0.4 * pt}, level, accent);
           });
}

void ChunkMaker::addQuote(const Paragraph& paragraph, bool isFirst, bool isLast)
{
    const auto box = std::make_shared<const TextBox>(paragraph.runs, m_design.text(), width() - 2 * rhythm);
    const bool mirrored = box->isRightToLeft();
    const double bar = mirrored ? left() + width() - 2 * pt : left();
    addBox(box, mirrored ? left() : left() + 2 * rhythm, rhythm, isLast ? 1.5 * rhythm : rhythm,
           [=, tint = m_design.accentTint](QPainter& painter, double y, double gap, double height, bool) {
               const double above = isFirst ? 0 : gap; // one bar for all paragraphs of a quote
               painter.fillRect(QRectF(bar, y - above, 2 * pt, height + above), tint);
           });
    if (!isLast) // who said it stays with what was said
        chunks.back().keepWithNext = true;
}

void ChunkMaker::addText(const RichText& text)
{
    const RichText clean = normalised(text);
    const auto& all = clean.paragraphs;
    ListCounter counter;
    for (size_t i = 0; i < all.size(); ++i) {
        const bool last = i + 1 == all.size();
        const QString label = counter.labelOf(all[i]);
        if (isItem(all[i])) {
            addItem(all[i], label, !last && isItem(all[i + 1]));
        } else if (all[i].style == Paragraph::Style::Quote) {
            addQuote(all[i], i == 0 || all[i - 1].style != Paragraph::Style::Quote,
                     last || all[i + 1].style != Paragraph::Style::Quote);
        } else {
            const size_t before = chunks.size();
            addBox(std::make_shared<const TextBox>(all[i].runs, proseStyle(), width()), left(), 0, rhythm);
            if (chunks.size() > before && all[i].text().endsWith(u':')) // "… the following:" stays with what follows
                chunks.back().keepWithNext = true;
        }
    }
}

void ChunkMaker::addTable(const Table& table)
{
    TableChunks(*this, table).make();
}

void ChunkMaker::addBars(const CountsBlock& counts)
{
    const auto chart = std::make_shared<const BarChart>(counts, m_design.chart());
    const double x = left();
    const double chartWidth = width();
    const double room = m_design.bottom() - m_design.top;
    const auto pushChart = [&](std::shared_ptr<const BarChart> part, bool more) {
        Chunk chunk;
        chunk.height = part->heightFor(chartWidth);
        chunk.before = 2 * rhythm;
        chunk.keepWithNext = !more && !counts.note.isEmpty();
        chunk.draw = [part, x, chartWidth, height = chunk.height](QPainter& painter, double y, double) {
            part->paint(painter, {x, y, chartWidth, height});
        };
        push(std::move(chunk));
    };
    if (chart->heightFor(chartWidth) <= room - 4 * rhythm) {
        pushChart(chart, false);
        return;
    }
    const int perPage =
        std::max(1, static_cast<int>((room - 4 * rhythm - chart->headHeight(chartWidth)) / chart->rowHeight()));
    for (int at = 0; at < chart->itemCount(); at += perPage) {
        const QString title =
            at == 0 ? counts.title : QCoreApplication::translate("Pdf", "%1 (continued)").arg(counts.title);
        pushChart(std::make_shared<const BarChart>(chart->part(at, perPage, title)),
                  at + perPage < chart->itemCount());
    }
}

void ChunkMaker::addCounts(const CountsBlock& counts)
{
    if (counts.show == CountsBlock::Show::Table) {
        TableChunks(*this, tableOf(counts), true).make();
    } else if (counts.show == CountsBlock::Show::Bars) {
        addBars(counts);
    } else {
        const auto map = std::make_shared<const CountryMap>(counts, m_design.chart());
        Chunk chunk;
        const double room = m_design.bottom() - m_design.top - 4 * rhythm;
        chunk.height = std::min(map->heightFor(m_design.fullWidth()), room);
        chunk.before = 2 * rhythm;
        chunk.keepWithNext = !counts.note.isEmpty();
        const QRectF area(m_design.hang, 0, m_design.fullWidth(), chunk.height);
        chunk.draw = [map, area](QPainter& painter, double y, double) { map->paint(painter, area.translated(0, y)); };
        push(std::move(chunk));
    }
    m_after = rhythm;
    if (!counts.note.isEmpty())
        addLine(counts.note, m_design.note(), rhythm / 2);
    m_after = 3 * rhythm;
}

void ChunkMaker::addFigure(const FigureBlock& figure)
{
    const auto caption = std::make_shared<const TextBox>(figure.caption, m_design.note(), width());
    const std::optional<QImage> image = readPicture(figure.image, static_cast<int>(width() * pixelsPerUnit));
    if (!image) {
        TextStyle style = m_design.note();
        style.italic = true;
        const QString sentence =
            QCoreApplication::translate("Pdf", "A picture belongs here, but its file cannot be read.");
        addLine(figure.caption.isEmpty() ? sentence : QString(sentence + QLatin1Char(' ') + figure.caption), style,
                2 * rhythm);
        m_after = 2 * rhythm;
        return;
    }
    QSizeF size(image->size());
    size.scale(width(), highestFigure, Qt::KeepAspectRatio);
    const double natural = image->width() / pixelsPerUnit;
    if (natural < size.width()) // small ones are not blown up beyond 100 dpi
        size *= std::min(1.0, std::max(natural * 2, 8 * rhythm) / size.width());
    Chunk chunk;
    chunk.before = 2 * rhythm;
    chunk.height = size.height() + (caption->lineCount() > 0 ? rhythm + caption->height() : 0);
    chunk.draw = [image = *image, caption, size, x = left()](QPainter& painter, double y, double) {
        painter.drawImage(QRectF(x, y, size.width(), size.height()), image);
        caption->draw(painter, {x, y + size.height() + rhythm});
    };
    push(std::move(chunk));
    m_after = 2 * rhythm;
}

} // namespace dtp
