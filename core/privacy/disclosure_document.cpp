// SPDX-License-Identifier: GPL-3.0-or-later
// The pass over a whole document.
#include <privacy/disclosure_pass.h>

#include <algorithm>

namespace dtp
{

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

Result<> DisclosurePass::document(Document& document)
{
    m_listed = listedIn(document);
    DTP_CHECK(m_names.expectGivenNames(unnamedIn(document)));
    expectTargets(document);
    for (QString* const line :
         {&document.title, &document.subtitle, &document.organisation, &document.place, &document.author})
        DTP_CHECK(text(*line, {}, NameScanner::Where::Report));
    if (document.author.contains(NameScanner::placeholder()))
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
    return {};
}

} // namespace dtp
