// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/draft_texts.h>

#include <names/name_tokens.h>
#include <privacy/text_stretches.h>

#include <algorithm>

namespace dtp
{

bool hasFreeText(const std::vector<TableColumn>& columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const TableColumn& column) {
        return column.isFreeText && column.sensitivity == Sensitivity::Public;
    });
}

namespace
{
Result<> visitLine(QString& line, const TextPlace& place, const TextVisit& visit)
{
    if (line.isEmpty())
        return {};
    std::vector<Run> runs{Run{line, false, false, {}, {}}};
    DTP_CHECK(visit(runs, place));
    line = wholeOf(runs);
    return {};
}

bool stays(const TableRow& row, const Gate* gate)
{
    return !gate || std::all_of(row.subjects.begin(), row.subjects.end(),
                                [gate](Id<Person> person) { return gate->mayName(person); });
}

// Cells that are not public leave in rows about people alone, and to reach them.
bool isAsked(const TableColumn& column, const TableRow& row)
{
    return column.sensitivity == Sensitivity::Public && (row.subjects.isEmpty() || column.isFreeText);
}

Result<> visitCells(TableRow& row, const std::vector<TableColumn>& columns, const Gate* gate, TextPlace place,
                    const TextVisit& visit)
{
    if ((!row.subjects.isEmpty() && !hasFreeText(columns)) || !stays(row, gate))
        return {};
    std::vector<Cell*> asked;
    const Cell* longest = nullptr;
    for (size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
        Cell& cell = row.cells[i];
        if (!cell.isProse() || cell.isEmpty() || !isAsked(columns[i], row))
            continue;
        asked.push_back(&cell);
        if (!longest || cell.text.size() > longest->text.size())
            longest = &cell;
    }
    const QString above = place.beside;
    // Before anything is put into it.
    const QString text = !row.of.isEmpty() ? row.of : longest ? longest->text : QString();
    const bool asksLikely = place.asksLikely;
    for (Cell* const cell : asked) {
        place.beside = cell->text == text ? above : text;
        place.asksLikely = asksLikely && !isSentence(cell->text);
        place.isHeading = place.asksLikely;
        DTP_CHECK(visitLine(cell->text, place, visit));
    }
    return {};
}

Result<> visitTable(Table& table, const Gate* gate, const TextPlace& place, const TextVisit& visit)
{
    TextPlace inside = place;
    if (!table.title.isEmpty())
        inside.beside = table.title;
    DTP_CHECK(visitLine(table.title, {true, false, place.heading, place.beside}, visit));
    for (TableRow& row : table.rows)
        DTP_CHECK(visitCells(row, table.columns, gate, inside, visit));
    return {};
}

class DocumentVisit
{
public:
    DocumentVisit(Document& document, const Gate* gate, const TextVisit& visit)
        : m_document(document), m_title(document.title), m_gate(gate), m_visit(visit)
    {
    }

    Result<> run()
    {
        DTP_CHECK(visitLine(m_document.title, {true, false, {}, {}}, m_visit));
        for (QString* const line : {&m_document.subtitle, &m_document.author})
            DTP_CHECK(visitLine(*line, {true, false, {}, m_title}, m_visit));
        DTP_CHECK(visitLine(m_document.place, {true, true, {}, m_title}, m_visit));
        m_heading = m_title;
        for (Block& block : m_document.blocks)
            DTP_CHECK(std::visit([this](auto& one) { return visitBlock(one); }, block));
        for (Attachment& attachment : m_document.attachments) {
            DTP_CHECK(visitLine(attachment.fileName, name(), m_visit));
            DTP_CHECK(visitTable(attachment.table, m_gate, {false, false, attachment.table.title, m_title}, m_visit));
        }
        return {};
    }

private:
    TextPlace prose() const { return {false, false, m_heading, m_heading}; }
    // Of a place, a group, a file.
    TextPlace name() const { return {true, true, m_heading, m_heading}; }

    Result<> visitBlock(HeadingBlock& block)
    {
        m_heading = block.text;
        return visitLine(block.text, {true, false, {}, m_title}, m_visit);
    }
    Result<> visitBlock(TextBlock& block)
    {
        for (Paragraph& paragraph : block.text.paragraphs)
            DTP_CHECK(m_visit(paragraph.runs, prose()));
        return {};
    }
    Result<> visitBlock(TableBlock& block) { return visitTable(block.table, m_gate, prose(), m_visit); }
    Result<> visitBlock(FigureBlock& block) { return visitLine(block.caption, prose(), m_visit); }
    Result<> visitBlock(CountsBlock& block)
    {
        DTP_CHECK(visitLine(block.title, {true, false, m_heading, m_heading}, m_visit));
        for (CountItem& item : block.items) {
            DTP_CHECK(visitLine(item.label, name(), m_visit));
            DTP_CHECK(visitLine(item.group, name(), m_visit));
        }
        return {};
    }
    Result<> visitBlock(PageBreakBlock&) { return {}; }

    Document& m_document;
    const QString m_title; // as it was typed
    QString m_heading;     // the same, of the last one
    const Gate* m_gate;
    const TextVisit& m_visit;
};
} // namespace

Result<> visitTexts(Document& document, const Gate* gate, const TextVisit& visit)
{
    return DocumentVisit(document, gate, visit).run();
}

Result<> visitTexts(Table& table, const Gate* gate, const TextVisit& visit)
{
    return visitTable(table, gate, {false, false, table.title, {}}, visit);
}

Result<> visitTexts(TableRow& row, const std::vector<TableColumn>& columns, const Gate* gate, const TextVisit& visit)
{
    return visitCells(row, columns, gate, {false, true, {}, {}}, visit);
}

} // namespace dtp
