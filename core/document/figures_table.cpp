// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/counts_painter.h>
#include <document/figures_table.h>

#include <QCoreApplication>
#include <QSet>

namespace dtp
{

namespace
{
QString numberText(const CountItem& item)
{
    return item.atLeastHidden ? countText(item) : QString::number(item.count);
}

// A map and bars of the same numbers are the same here.
QString contentOf(const CountsBlock& counts)
{
    QString content = counts.unit;
    for (const CountItem& item : counts.items)
        content += QLatin1Char('|') + item.label + QLatin1Char('=') + numberText(item);
    return content;
}
} // namespace

Table figuresTable(const Document& document)
{
    const auto column = [](const char* title, bool isNumber) {
        return TableColumn{QCoreApplication::translate("Document", title), Sensitivity::Public, isNumber, 1};
    };
    Table table;
    table.title = QCoreApplication::translate("Document", "Figures");
    table.columns = {
        column(QT_TRANSLATE_NOOP("Document", "Figure"), false), column(QT_TRANSLATE_NOOP("Document", "Of"), false),
        column(QT_TRANSLATE_NOOP("Document", "Number"), true), column(QT_TRANSLATE_NOOP("Document", "Remark"), false)};
    QSet<QString> inCharts;
    for (const Block& block : document.blocks)
        if (const auto* counts = std::get_if<CountsBlock>(&block); counts && counts->show != CountsBlock::Show::Map)
            inCharts.insert(contentOf(*counts));
    for (const Block& block : document.blocks) {
        const auto* counts = std::get_if<CountsBlock>(&block);
        if (!counts || (counts->show == CountsBlock::Show::Map && inCharts.contains(contentOf(*counts))))
            continue;
        for (const CountItem& item : counts->items)
            table.rows.push_back({{counts->title, item.label, numberText(item), QString()}, {}});
        table.rows.push_back({{counts->title, QCoreApplication::translate("Document", "Total"),
                               QString::number(counts->total), counts->note},
                              {}});
    }
    return table;
}

} // namespace dtp
