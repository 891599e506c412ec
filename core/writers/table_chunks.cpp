// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/table_chunks.h>

#include <document/written_as.h>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QStringTokenizer>
#include <numeric>

namespace dtp
{

namespace
{
constexpr double rhythm = PageDesign::rhythm;
constexpr double padding = rhythm / 2;
constexpr double boxSide = 11 * pt;
constexpr double gutter = 1.5 * rhythm;

struct Longest {
    static constexpr size_t most = 6;
    std::vector<QStringView> all;
    qsizetype shortest = 0; // of those kept, when there are enough

    void add(QStringView text)
    {
        if (all.size() == most && text.size() <= shortest)
            return;
        if (std::find(all.begin(), all.end(), text) != all.end())
            return;
        if (all.size() == most)
            all.pop_back();
        all.insert(std::find_if(all.begin(), all.end(), [&](QStringView other) { return other.size() < text.size(); }),
                   text);
        shortest = all.back().size();
    }
};

// The texts of a row that goes on with another, below those of that one.
void addBelow(std::vector<QString>& above, const std::vector<QString>& texts)
{
    above.resize(std::max(above.size(), texts.size()));
    for (size_t c = 0; c < texts.size(); ++c) {
        if (!texts[c].isEmpty())
            above[c] = above[c].isEmpty() ? texts[c] : QString(above[c] + u'\n' + texts[c]);
    }
}

void paintBox(QPainter& painter, QPointF topLeft, const QColor& color)
{
    painter.save();
    painter.setPen(QPen(color, 0.9 * pt));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(topLeft, QSizeF(boxSide, boxSide)));
    painter.restore();
}
} // namespace

bool hasHeads(const Table& table)
{
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const TableColumn& column) { return !column.title.isEmpty(); });
}

Table tableOf(const CountsBlock& counts)
{
    Table table;
    table.title = counts.title;
    table.columns = {columnOfTable("item", {}).weighing(3), columnOfTable("count", counts.unit, CellKind::Integer)};
    for (const CountItem& item : counts.items)
        table.rows.push_back({{item.label, countText(item)}, {}});
    table.rows.push_back({{QCoreApplication::translate("Pdf", "Total"), QLocale().toString(counts.total)}, {}});
    return table;
}

TableChunks::TableChunks(ChunkMaker& maker, const Table& table, bool hasTotal)
    : m_maker(maker), m_table(table), m_design(maker.m_design), m_hasTotal(hasTotal)
{
    const bool isWide = table.columns.size() > 3 || maker.isFullWidth;
    m_left = isWide ? m_design.hang : m_design.left;
    m_width = m_design.right() - m_left;
    for (const TableColumn& column : table.columns)
        m_isNumber.push_back(column.isNumber());
    for (const TableRow& row : table.rows) {
        std::vector<QString> texts;
        texts.reserve(row.cells.size());
        for (const Cell& cell : row.cells)
            texts.push_back(cell.shown());
        if (row.goesOn && !m_texts.empty())
            addBelow(m_texts.back(), texts);
        else
            m_texts.push_back(std::move(texts));
    }
}

void TableChunks::make()
{
    if (m_table.columns.empty())
        return;
    chooseWidths();
    if (static_cast<qsizetype>(m_table.rows.size()) >= manyRows)
        m_copy = std::make_shared<const TableChunks>(*this);
    const size_t firstChunk = m_maker.chunks.size();
    TextStyle title = m_design.text();
    title.bold = true;
    if (!m_table.title.isEmpty()) {
        const auto box = std::make_shared<const TextBox>(m_table.title, title, m_width);
        Chunk chunk;
        chunk.height = box->height();
        chunk.before = 2 * rhythm;
        chunk.keepWithNext = true;
        chunk.draw = [box, x = m_left](QPainter& painter, double y, double) { box->draw(painter, {x, y}); };
        m_maker.push(std::move(chunk));
    }
    const std::shared_ptr<const Chunk> head = headChunk();
    if (head->height > 0) {
        m_maker.push(*head);
        m_maker.chunks.back().before =
            std::max(m_maker.chunks.back().before, m_maker.isForm ? 2 * rhythm : rhythm / 2);
    }
    const size_t count = m_texts.size();
    for (size_t i = 0; i < count; ++i) // neither the first nor the last row stands alone
        addRow(m_texts[i], m_hasTotal && i + 1 == count ? Kind::Total : Kind::Row, head,
               (i == 0 && count > 1) || i + 2 == count);
    if (count == 0) {
        m_maker.chunks.back().keepWithNext = true;
        m_maker.addLine(QCoreApplication::translate("Pdf", "Nobody and nothing to be shown."), m_design.note(),
                        padding);
    }
    keepTogether(firstChunk);
    m_maker.m_after = 3 * rhythm;
}

TextStyle TableChunks::styleOf(size_t column, Kind kind) const
{
    TextStyle style = kind == Kind::Head ? m_design.note()
                      : m_maker.isForm   ? m_design.formText()
                                         : m_design.smallText();
    style.bold = kind != Kind::Row;
    // A name in Arabic stands below the others of its column.
    style.alignment = (m_isNumber[column] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    return style;
}

// A short table is not cut.
void TableChunks::keepTogether(size_t firstChunk)
{
    double height = 0;
    for (size_t i = firstChunk; i < m_maker.chunks.size(); ++i)
        height += m_maker.chunks[i].before + m_maker.chunks[i].height;
    if (height > 0.35 * (m_design.bottom() - m_design.top))
        return;
    for (size_t i = firstChunk; i + 1 < m_maker.chunks.size(); ++i)
        m_maker.chunks[i].keepWithNext = true;
}

// Measured are the few longest of each column, by their letters: near enough the widest, and all rows are looked at.
void TableChunks::measure(std::vector<double>& natural, std::vector<double>& least) const
{
    for (size_t c = 0; c < m_table.columns.size(); ++c) {
        Longest texts;
        Longest words;
        for (const std::vector<QString>& row : m_texts) {
            if (c >= row.size())
                continue;
            texts.add(row[c]);
            for (const QStringView word :
                 QStringView(row[c].constData(), std::min<qsizetype>(row[c].size(), 2000)).tokenize(u' '))
                words.add(word);
        }
        const TextStyle head = styleOf(c, Kind::Head);
        const TextStyle style = styleOf(c, Kind::Row);
        double widest = textWidth(m_table.columns[c].title, head);
        double word = 0;
        for (const QString& part : m_table.columns[c].title.split(u' '))
            word = std::max(word, textWidth(part, head));
        for (const QStringView text : texts.all)
            widest = std::max(widest, textWidth(text.left(200).toString(), style));
        for (const QStringView text : words.all)
            word = std::max(word, textWidth(text.left(24).toString(), style));
        natural.push_back(widest + 1 * pt);
        least.push_back(std::min(word + 1 * pt, natural.back()));
    }
}

// Columns that need less than their even share get what they need, those with long texts share the rest evenly; where
// even single words are too long for that, everybody gives.
void TableChunks::shareOut(double room, const std::vector<double>& natural, const std::vector<double>& least)
{
    const double needed = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double leastNeeded = std::accumulate(least.begin(), least.end(), 0.0);
    const size_t count = natural.size();
    if (needed <= room || leastNeeded > room) {
        for (size_t c = 0; c < count; ++c)
            m_widths[c] = needed <= room
                              ? natural[c] + (room - needed) * (m_isNumber[c] ? 0.3 : 1) * natural[c] / needed
                              : room * least[c] / leastNeeded;
        return;
    }
    std::vector<bool> isServed(count, false);
    double left = room;
    size_t waiting = count;
    for (bool changed = true; changed && waiting > 0;) {
        changed = false;
        const double even = left / static_cast<double>(waiting);
        for (size_t c = 0; c < count; ++c) {
            if (isServed[c] || (natural[c] > even && least[c] <= even))
                continue;
            m_widths[c] = natural[c] <= even ? natural[c] : least[c];
            isServed[c] = changed = true;
            left -= m_widths[c];
            --waiting;
            break;
        }
    }
    for (size_t c = 0; c < count; ++c)
        if (!isServed[c])
            m_widths[c] = std::max(least[c], left / static_cast<double>(waiting));
}

// Where the table says weights, those count. Else each column gets what it needs, and long texts share what is left.
void TableChunks::chooseWidths()
{
    const auto& columns = m_table.columns;
    const double room = m_width - gutter * static_cast<double>(columns.size() - 1);
    const bool hasWeights =
        std::any_of(columns.begin(), columns.end(), [](const TableColumn& c) { return c.weight != 1.0; });
    m_widths.assign(columns.size(), room / static_cast<double>(columns.size()));
    if (hasWeights) {
        double sum = 0;
        for (const TableColumn& column : columns)
            sum += std::max(0.05, column.weight);
        for (size_t c = 0; c < columns.size(); ++c)
            m_widths[c] = room * std::max(0.05, columns[c].weight) / sum;
    } else if (columns.size() > 1) {
        std::vector<double> natural;
        std::vector<double> least;
        measure(natural, least);
        shareOut(room, natural, least);
        // Numbers took less than their share: the rest goes to the first column.
        m_widths[0] += std::max(0.0, room - std::accumulate(m_widths.begin(), m_widths.end(), 0.0));
    }
    double x = m_left;
    for (const double width : m_widths) {
        m_x.push_back(x);
        x += width + gutter;
    }
}

std::shared_ptr<const TableChunks::Cells> TableChunks::cellsOf(const std::vector<QString>& texts, Kind kind) const
{
    auto cells = std::make_shared<Cells>();
    cells->reserve(m_widths.size());
    for (size_t c = 0; c < m_widths.size(); ++c)
        cells->emplace_back(c < texts.size() ? texts[c] : QString(), styleOf(c, kind), m_widths[c]);
    return cells;
}

double TableChunks::heightOf(const Cells& cells) const
{
    double height = m_design.smallText().lineHeight;
    for (const TextBox& cell : cells)
        height = std::max(height, cell.height());
    return height;
}

std::shared_ptr<const Chunk> TableChunks::headChunk() const
{
    std::vector<QString> titles;
    for (const TableColumn& column : m_table.columns)
        titles.push_back(column.title);
    const auto cells = cellsOf(titles, Kind::Head);
    auto chunk = std::make_shared<Chunk>();
    if (!hasHeads(m_table))
        return chunk;
    const double text = heightOf(*cells);
    chunk->height = text + padding;
    chunk->keepWithNext = true;
    chunk->draw = [cells, text, left = m_left, width = m_width, x = m_x, accent = m_design.accent](QPainter& painter,
                                                                                                   double y, double) {
        for (size_t c = 0; c < cells->size(); ++c) // heads stand on their rule
            (*cells)[c].draw(painter, {x[c], y + text - (*cells)[c].height()});
        painter.fillRect(QRectF(left, y + text + padding - 0.8 * pt, width, 0.8 * pt), accent);
    };
    return chunk;
}

void TableChunks::addRow(const std::vector<QString>& texts, Kind kind, const std::shared_ptr<const Chunk>& head,
                         bool keepWithNext)
{
    std::shared_ptr<const Cells> cells = cellsOf(texts, kind);
    Chunk chunk;
    // On a form there is room to write, and more of it where that is all one does.
    const double above = m_table.isFilledIn ? 1.5 * rhythm : m_maker.isForm ? rhythm : padding;
    chunk.height = heightOf(*cells) + 2 * above;
    if (chunk.height + head->height > m_design.bottom() - m_design.top) {
        addTallRow(cells, head);
        return;
    }
    chunk.head = head;
    chunk.keepWithNext = keepWithNext;
    std::vector<size_t> boxes;
    for (size_t c = 0; c < m_x.size() && c < texts.size(); ++c) {
        if (texts[c] == emptyBox)
            boxes.push_back(c);
    }
    const auto paint = [height = chunk.height, left = m_left, width = m_width, x = m_x, above, boxes,
                        ink = m_design.ink,
                        line = m_maker.isForm && boxes.empty() ? m_design.muted : m_design.hairline](
                           QPainter& painter, const Cells& all, double y) {
        for (size_t c = 0; c < all.size(); ++c) {
            if (std::find(boxes.begin(), boxes.end(), c) == boxes.end())
                all[c].draw(painter, {x[c], y + above});
            else
                paintBox(painter, {x[c], y + (height - boxSide) / 2}, ink);
        }
        painter.fillRect(QRectF(left, y + height - 0.4 * pt, width, 0.4 * pt), line);
    };
    if (!m_copy)
        chunk.draw = [cells, paint](QPainter& painter, double y, double) { paint(painter, *cells, y); };
    else
        chunk.draw = [copy = m_copy, kind, texts, paint](QPainter& painter, double y, double) {
            paint(painter, *copy->cellsOf(texts, kind), y);
        };
    m_maker.push(std::move(chunk));
}

// A row that fits on no page is cut between lines.
void TableChunks::addTallRow(const std::shared_ptr<const Cells>& cells, const std::shared_ptr<const Chunk>& head)
{
    int lines = 0;
    for (const TextBox& cell : *cells)
        lines = std::max(lines, cell.lineCount());
    for (int line = 0; line < lines; ++line) {
        Chunk chunk;
        chunk.head = head;
        for (const TextBox& cell : *cells)
            chunk.height = std::max(chunk.height, cell.heightOf(line, 1));
        const bool first = line == 0;
        const bool last = line + 1 == lines;
        const double above = first ? padding : 0;
        chunk.height += above + (last ? padding : 0);
        chunk.draw = [=, height = chunk.height, left = m_left, width = m_width, x = m_x,
                      color = m_design.hairline](QPainter& painter, double y, double) {
            for (size_t c = 0; c < cells->size(); ++c)
                (*cells)[c].draw(painter, {x[c], y + above}, line, 1);
            if (last)
                painter.fillRect(QRectF(left, y + height - 0.4 * pt, width, 0.4 * pt), color);
        };
        m_maker.push(std::move(chunk));
    }
}

} // namespace dtp
