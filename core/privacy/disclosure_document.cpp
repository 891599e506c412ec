// SPDX-License-Identifier: GPL-3.0-or-later
// The pass over a whole document.
#include <privacy/disclosure_pass.h>
#include <privacy/small_cells.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
// A map on which small cells have left no country with a number.
bool isEmptyMap(const CountsBlock& block)
{
    return block.show == CountsBlock::Show::Map && !block.note.isEmpty() &&
           std::none_of(block.items.begin(), block.items.end(),
                        [](const CountItem& item) { return !item.code.isEmpty() && item.count > 0; });
}

// Of tables that would tell a small number together, the one of more people stays, of as many the first.
std::vector<const CountsBlock*> tellingTables(const std::vector<Block>& blocks, int threshold,
                                              const QSet<qint64>& named)
{
    std::vector<const CountsBlock*> tables;
    for (const Block& block : blocks) {
        if (const auto* const counts = std::get_if<CountsBlock>(&block))
            tables.push_back(counts);
    }
    std::stable_sort(tables.begin(), tables.end(),
                     [](const CountsBlock* a, const CountsBlock* b) { return a->total > b->total; });
    std::vector<const CountsBlock*> kept;
    std::vector<const CountsBlock*> telling;
    for (const CountsBlock* const table : tables) {
        const bool isTelling = std::any_of(kept.begin(), kept.end(), [&](const CountsBlock* other) {
            return tellTogether(*other, *table, threshold, named);
        });
        (isTelling ? telling : kept).push_back(table);
    }
    return telling;
}

TextBlock leftOutLine(const QString& title)
{
    Run line;
    line.text = QCoreApplication::translate(
                    "Disclosure", "“%1” is left out: beside another table small numbers could be worked out of it.")
                    .arg(title);
    line.italic = true;
    Paragraph paragraph;
    paragraph.runs.push_back(std::move(line));
    return TextBlock{RichText{{std::move(paragraph)}}};
}
} // namespace

// Whom the document is about and may not name.
QSet<qint64> DisclosurePass::unnamedIn(const Document& document) const
{
    QSet<qint64> people;
    const auto add = [&](Id<Person> person) {
        if (person && !m_gate.mayName(person))
            people.insert(person.value);
    };
    const auto addRows = [&](const Table& table) {
        for (const TableRow& row : table.rows)
            std::for_each(row.subjects.begin(), row.subjects.end(), add);
    };
    for (const Block& block : document.blocks) {
        if (const auto* const table = std::get_if<TableBlock>(&block))
            addRows(table->table);
        if (const auto* const prose = std::get_if<TextBlock>(&block)) {
            for (const Paragraph& paragraph : prose->text.paragraphs)
                for (const Run& run : paragraph.runs)
                    add(run.person);
        }
    }
    for (const Attachment& attachment : document.attachments)
        addRows(attachment.table);
    return people;
}

QHash<QString, QSet<qint64>> DisclosurePass::listedIn(const Document& document) const
{
    QHash<QString, QSet<qint64>> listed;
    const auto add = [&](const Table& table) {
        for (const TableRow& row : table.rows) {
            const bool stays = std::all_of(row.subjects.begin(), row.subjects.end(),
                                           [this](Id<Person> person) { return m_gate.mayName(person); });
            for (size_t i = 0; stays && i < std::min(table.columns.size(), row.cells.size()); ++i) {
                for (const Id<Person> person : row.subjects)
                    listed[table.columns[i].key].insert(person.value);
            }
        }
    };
    for (const Block& block : document.blocks) {
        if (const auto* const table = std::get_if<TableBlock>(&block))
            add(table->table);
    }
    for (const Attachment& attachment : document.attachments)
        add(attachment.table);
    return listed;
}

Result<> DisclosurePass::counts(CountsBlock& block, const QSet<qint64>& named)
{
    if (traitsOf(m_gate.audience()).hidesSmallCounts) {
        const auto listed = m_listed.constFind(block.column);
        m_summary.hiddenCells +=
            protectCounts(block, m_gate.smallCell(), named, listed == m_listed.constEnd() ? nullptr : &*listed);
    }
    for (CountItem& item : block.items)
        item.people = {};
    DTP_CHECK(text(block.unit));
    for (CountItem& item : block.items) {
        DTP_CHECK(text(item.label));
        DTP_CHECK(text(item.group));
    }
    return {};
}

// After all else: whoever is named by then may be known to a reader, who takes them from the numbers.
Result<> DisclosurePass::allCounts(std::vector<Block>& blocks)
{
    QSet<qint64> named = m_summary.named;
    named.unite(m_summary.pictured);
    std::vector<const CountsBlock*> telling;
    if (traitsOf(m_gate.audience()).hidesSmallCounts)
        telling = tellingTables(blocks, m_gate.smallCell(), named);
    std::vector<Block> out;
    out.reserve(blocks.size());
    for (Block& block : blocks) {
        auto* const figures = std::get_if<CountsBlock>(&block);
        if (figures) {
            DTP_CHECK(text(figures->title));
            if (std::find(telling.begin(), telling.end(), figures) != telling.end()) {
                m_summary.hiddenCells += static_cast<int>(figures->items.size());
                out.push_back(leftOutLine(figures->title));
                continue;
            }
            DTP_CHECK(counts(*figures, named));
            if (isEmptyMap(*figures))
                continue; // bars still say what may be said; a map without a country says nothing
        }
        out.push_back(std::move(block));
    }
    blocks = std::move(out);
    return {};
}

Result<> DisclosurePass::document(Document& document)
{
    m_listed = listedIn(document);
    DTP_CHECK(m_names.expectGivenNames(unnamedIn(document)));
    expectTargets(document);
    for (QString* const line :
         {&document.title, &document.subtitle, &document.organisation, &document.place, &document.author})
        DTP_CHECK(text(*line, {}, NameScanner::Where::Report));
    if (document.author.contains(NameScanner::placeholder()) ||
        document.author.contains(NameScanner::placeholderOfSeveral()))
        document.author.clear(); // a report may be without one
    std::vector<Block> blocks;
    blocks.reserve(document.blocks.size());
    for (Block& one : document.blocks)
        DTP_CHECK(block(std::move(one), blocks));
    document.blocks = std::move(blocks);
    for (Attachment& attachment : document.attachments) {
        DTP_CHECK(text(attachment.fileName));
        DTP_TRY(takenOut, table(attachment.table));
        m_summary.leftOut.unite(takenOut);
    }
    return allCounts(document.blocks);
}

} // namespace dtp
