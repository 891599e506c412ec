// SPDX-License-Identifier: GPL-3.0-or-later
// Links within texts: no target leaves, and the text of a link that names somebody is their name or none.
#include <privacy/disclosure_pass.h>
#include <privacy/text_stretches.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

bool DisclosurePass::hasCapital(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isUpper() || c.isTitleCase() || c.category() == QChar::Letter_Other || c.isSurrogate();
    });
}

// Said of people who are counted and not named; of a few without their number.
QString DisclosurePass::participantsInWords(int people, bool beginsText) const
{
    if (people > 1 && traitsOf(m_gate.audience()).hidesSmallCounts && people < m_gate.smallCell())
        return beginsText ? QCoreApplication::translate("Disclosure", "Participants")
                          : QCoreApplication::translate("Disclosure", "participants");
    if (people > 1)
        return QCoreApplication::translate("Disclosure", "%1 participants").arg(people);
    return beginsText ? QCoreApplication::translate("Disclosure", "A participant")
                      : QCoreApplication::translate("Disclosure", "a participant");
}

// What was typed counts as the name of whom a link is to only where it is; else it is a text like any other. Whom one
// may not read about is not described by it either.
Result<bool> DisclosurePass::mayRead(const QString& linkText, Id<Person> person)
{
    if (!m_gate.mayName(person))
        return false;
    DTP_TRY(isTheirName, m_names.isNameOf(linkText, person));
    return isTheirName || (!linkText.trimmed().isEmpty() && !hasCapital(linkText));
}

void DisclosurePass::expectTargets(const Table& table)
{
    addLinkTargets(table.title, m_targets);
    for (const TableRow& row : table.rows) {
        for (const Cell& cell : row.cells)
            addLinkTargets(cell.text, m_targets);
    }
}

void DisclosurePass::expectTargets(const Document& document)
{
    addLinkTargets(document.title, m_targets);
    addLinkTargets(document.subtitle, m_targets);
    for (const Block& block : document.blocks) {
        if (const auto* const table = std::get_if<TableBlock>(&block))
            expectTargets(table->table);
        else if (const auto* const heading = std::get_if<HeadingBlock>(&block))
            addLinkTargets(heading->text, m_targets);
        else if (const auto* const figure = std::get_if<FigureBlock>(&block))
            addLinkTargets(figure->caption, m_targets);
        else if (const auto* const prose = std::get_if<TextBlock>(&block)) {
            for (const Paragraph& paragraph : prose->text.paragraphs)
                addLinkTargets(paragraph.text(), m_targets);
        }
    }
    for (const Attachment& attachment : document.attachments)
        expectTargets(attachment.table);
}

Result<> DisclosurePass::links(std::vector<Run>& runs, bool beginsText)
{
    constexpr int deepest = 4; // links within links; those of one pass do not overlap
    for (int depth = 0; depth < deepest; ++depth) {
        const QString whole = wholeOf(runs);
        std::vector<Stretch> marks;
        for (const TextLink& link : linksIn(whole, m_targets)) {
            const qsizetype textEnd = link.textFrom + link.textLength;
            const QString text = whole.mid(link.textFrom, link.textLength);
            DTP_TRY(isRead, link.person ? mayRead(text, link.person) : Result<bool>(true));
            if (isRead) {
                marks.push_back({link.from, link.textFrom - link.from, {}});
                marks.push_back({textEnd, link.end() - textEnd, {}});
            } else if (whole.at(link.from) == u'[' && link.textLength == 0 && link.textFrom > link.from) {
                marks.push_back({link.from, link.length, {}}); // a target that stands apart
            } else {
                marks.push_back({link.from, link.length, participantsInWords(1, beginsText && link.from == 0)});
                if (!m_gate.mayName(link.person))
                    m_summary.counted.insert(link.person.value);
            }
        }
        if (marks.empty())
            break;
        replaceIn(runs, marks);
    }
    return {};
}

Result<> DisclosurePass::links(QString& text)
{
    if (linksIn(text, m_targets).empty())
        return {};
    std::vector<Run> runs{Run{text, false, false, {}, {}}};
    DTP_CHECK(links(runs, true));
    text = wholeOf(runs).trimmed();
    return {};
}

} // namespace dtp
