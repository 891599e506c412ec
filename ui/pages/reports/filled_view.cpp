// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/filled_view.h>

#include <ui/widgets/chart_view.h>
#include <ui/widgets/theme.h>

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr size_t ShownRows = 6; // of a table; the preview shows all

QLabel* line(const QString& text, QWidget* parent, int indent)
{
    auto* label = plainLabel(text, parent);
    label->setWordWrap(true);
    label->setContentsMargins(indent, 0, 0, 0);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

FilledView::FilledView(QWidget* parent) : QWidget(parent)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2 * Space, 0, 0, 0);
    all->setSpacing(Space);
    m_sentence = mutedLabel({}, this, TextSize::Small);
    m_sentence->setWordWrap(true);
    all->addWidget(m_sentence);
    m_blocks = new QVBoxLayout;
    m_blocks->setSpacing(Space / 2);
    all->addLayout(m_blocks);
    hide();
}

QString FilledView::sentence() const
{
    return m_sentence->text();
}

void FilledView::setFilled(const QString& sentence, const std::vector<Block>& blocks)
{
    m_sentence->setText(sentence.isEmpty() ? QString() : tr("Filled in by the program: %1").arg(sentence));
    clearLayout(m_blocks);
    for (const Block& block : blocks)
        add(block);
    setVisible(!sentence.isEmpty());
}

void FilledView::add(const Block& block)
{
    if (const auto* prose = std::get_if<TextBlock>(&block)) {
        int number = 0;
        for (const Paragraph& paragraph : prose->text.paragraphs) {
            const bool isItem =
                paragraph.style == Paragraph::Style::Bullet || paragraph.style == Paragraph::Style::Numbered;
            if (paragraph.level == 0)
                number = paragraph.style == Paragraph::Style::Numbered ? number + 1 : 0;
            const QString mark = paragraph.style == Paragraph::Style::Numbered ? QStringLiteral("%1.  ").arg(number)
                                 : isItem                                      ? QStringLiteral("•  ")
                                                                               : QString();
            m_blocks->addWidget(line(mark + paragraph.text(), this, isItem ? 2 * Space * (paragraph.level + 1) : 0));
        }
    } else if (const auto* table = std::get_if<TableBlock>(&block)) {
        addTable(table->table);
    } else if (const auto* counts = std::get_if<CountsBlock>(&block)) {
        m_blocks->addSpacing(Space);
        auto* const chart = new ChartView(this);
        chart->setCounts(*counts);
        chart->setFocusPolicy(Qt::NoFocus); // nothing lies behind its bars here
        m_blocks->addWidget(chart);
    }
}

void FilledView::addTable(const Table& table)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, Space, 0, 0);
    grid->setHorizontalSpacing(2 * Space);
    grid->setVerticalSpacing(2);
    int row = 0;
    const auto columns = static_cast<int>(table.columns.size());
    if (!table.title.isEmpty()) {
        auto* title = plainLabel(table.title, box);
        QFont bold = title->font();
        bold.setWeight(QFont::DemiBold);
        title->setFont(bold);
        grid->addWidget(title, row++, 0, 1, std::max(columns, 1));
    }
    for (int column = 0; column < columns; ++column) {
        const TableColumn& head = table.columns[static_cast<size_t>(column)];
        grid->addWidget(mutedLabel(head.title, box, TextSize::Small), row, column);
        grid->setColumnStretch(column, std::max(1, static_cast<int>(head.weight * 10)));
    }
    ++row;
    for (size_t i = 0; i < std::min(table.rows.size(), ShownRows); ++i, ++row) {
        for (int column = 0; column < columns && column < static_cast<int>(table.rows[i].cells.size()); ++column) {
            auto* cell = plainLabel(table.rows[i].cells[static_cast<size_t>(column)].shown(), box);
            cell->setWordWrap(true);
            cell->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            grid->addWidget(cell, row, column);
        }
    }
    if (table.rows.size() > ShownRows)
        grid->addWidget(
            mutedLabel(tr("and %1 more rows, all of them in the report").arg(table.rows.size() - ShownRows), box,
                       TextSize::Small),
            row, 0, 1, std::max(columns, 1));
    m_blocks->addWidget(box);
}

} // namespace dtp
