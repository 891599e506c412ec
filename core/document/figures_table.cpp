// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/counts_painter.h>
#include <document/figures_table.h>

#include <QCoreApplication>
#include <QSet>

namespace dtp
{

namespace
{
Cell numberCell(const CountItem& item)
{
    return item.atLeastHidden ? Cell(countText(item)) : Cell::integer(item.count);
}

// A map and bars of the same numbers are the same here.
QString contentOf(const CountsBlock& counts)
{
    QString content = counts.unit;
    for (const CountItem& item : counts.items)
        content += QLatin1Char('|') + item.label + QLatin1Char('=') + numberCell(item).text;
    return content;
}
} // namespace

Table figuresTable(const Document& document)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Document", text); };
    Table table;
    table.title = QCoreApplication::translate("Document", "Figures");
    table.columns = {columnOfTable("figure", say(QT_TRANSLATE_NOOP("Document", "Figure"))),
                     columnOfTable("of", say(QT_TRANSLATE_NOOP("Document", "Of"))),
                     columnOfTable("number", say(QT_TRANSLATE_NOOP("Document", "Number")), CellKind::Integer),
                     columnOfTable("remark", say(QT_TRANSLATE_NOOP("Document", "Remark")))};
    QSet<QString> inCharts;
    for (const Block& block : document.blocks)
        if (const auto* counts = std::get_if<CountsBlock>(&block); counts && counts->show != CountsBlock::Show::Map)
            inCharts.insert(contentOf(*counts));
    for (const Block& block : document.blocks) {
        const auto* counts = std::get_if<CountsBlock>(&block);
        if (!counts || (counts->show == CountsBlock::Show::Map && inCharts.contains(contentOf(*counts))))
            continue;
        for (const CountItem& item : counts->items)
            table.rows.push_back({{counts->title, item.label, numberCell(item), QString()}, {}});
        table.rows.push_back({{counts->title, QCoreApplication::translate("Document", "Total"),
                               Cell::integer(counts->total), counts->note},
                              {}});
    }
    return table;
}

} // namespace dtp
