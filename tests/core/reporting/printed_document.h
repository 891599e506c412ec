// SPDX-License-Identifier: GPL-3.0-or-later
// A document as text, so that a test can compare the whole of it.
#pragma once

#include <document/counts_painter.h>
#include <document/document.h>

namespace dtp::test
{

inline QString printedTable(const Table& table)
{
    QStringList heads;
    for (const TableColumn& column : table.columns)
        heads << column.title;
    QString out = QStringLiteral("[") + table.title + QStringLiteral(": ") + heads.join(QStringLiteral(" | ")) +
                  QStringLiteral("]\n");
    for (const TableRow& row : table.rows) {
        QStringList cells;
        for (const Cell& cell : row.cells)
            cells << cell.shown();
        out += QStringLiteral("  ") + cells.join(QStringLiteral(" | ")) +
               (!row.subjects.isEmpty() ? QStringLiteral(" @") : QString()) + QLatin1Char('\n');
    }
    return out;
}

inline QString printedBlock(const Block& block)
{
    if (const auto* heading = std::get_if<HeadingBlock>(&block))
        return QString(heading->level, u'#') + QLatin1Char(' ') + heading->number + QLatin1Char(' ') + heading->text +
               QLatin1Char('\n');
    if (const auto* text = std::get_if<TextBlock>(&block)) {
        QString out;
        for (const Paragraph& paragraph : text->text.paragraphs) {
            out += paragraph.style == Paragraph::Style::Body
                       ? QString()
                       : QString(paragraph.level * 2, u' ') + (paragraph.style == Paragraph::Style::Numbered
                                                                   ? QStringLiteral("1. ")
                                                                   : QStringLiteral("- "));
            for (const Run& run : paragraph.runs)
                out += (run.person ? QString(QStringLiteral("@") + run.text) : run.text);
            out += QLatin1Char('\n');
        }
        return out;
    }
    if (const auto* table = std::get_if<TableBlock>(&block))
        return printedTable(table->table);
    if (const auto* counts = std::get_if<CountsBlock>(&block)) {
        QStringList items;
        for (const CountItem& item : counts->items)
            items << item.label + QLatin1Char(' ') + countText(item);
        return QStringLiteral("{") + counts->title + QStringLiteral(": ") + items.join(QStringLiteral(", ")) +
               QStringLiteral(" of ") + QString::number(counts->total) + QStringLiteral("}\n");
    }
    if (const auto* figure = std::get_if<FigureBlock>(&block))
        return QStringLiteral("(picture: ") + figure->caption + QStringLiteral(")\n");
    return QStringLiteral("----\n");
}

inline QString printed(const std::vector<Block>& blocks)
{
    QString out;
    for (const Block& block : blocks)
        out += printedBlock(block);
    return out;
}

} // namespace dtp::test
