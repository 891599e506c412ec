// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/chart_parts.h>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace dtp
{

ChartPalette ChartPalette::light()
{
    return {QColor(0x17, 0x2B, 0x2C),
            QColor(0x5A, 0x6B, 0x6B),
            QColor(0x1B, 0x74, 0x76),
            QColor(0xB4, 0x53, 0x09),
            QColor(0xE7, 0xEB, 0xEA),
            QColor(0xFF, 0xFF, 0xFF),
            {QColor(0xBF, 0xDD, 0xDA), QColor(0x8C, 0xC0, 0xBD), QColor(0x55, 0x9E, 0x9D), QColor(0x1F, 0x79, 0x7A),
             QColor(0x0A, 0x50, 0x54)}};
}

ChartPalette ChartPalette::dark()
{
    return {QColor(0xE6, 0xED, 0xEC),
            QColor(0x9F, 0xB0, 0xAF),
            QColor(0x4F, 0xB3, 0xB1),
            QColor(0xF2, 0xA6, 0x5A),
            QColor(0x33, 0x3D, 0x3E),
            QColor(0x1E, 0x24, 0x25),
            {QColor(0x2A, 0x55, 0x57), QColor(0x2F, 0x77, 0x78), QColor(0x43, 0x9B, 0x9A), QColor(0x74, 0xC2, 0xBF),
             QColor(0xBD, 0xE6, 0xE2)}};
}

QString countText(const CountItem& item)
{
    if (!item.atLeastHidden)
        return QLocale().toString(item.count);
    return item.hiddenAs.isEmpty() ? QCoreApplication::translate("Charts", "not shown") : item.hiddenAs;
}

QString totalText(const CountsBlock& block)
{
    return QString(QLocale().toString(block.total) + QLatin1Char(' ') + block.unit).trimmed();
}

TextStyle chartText(const ChartStyle& style, const QColor& color, bool bold)
{
    TextStyle text;
    text.size = style.textSize;
    text.lineHeight = 2 * style.rhythm;
    text.bold = bold;
    text.color = color;
    return text;
}

double titleHeight(const CountsBlock& block, const ChartStyle& style, double width)
{
    if (!style.hasTitle)
        return 0;
    const TextStyle muted = chartText(style, style.palette.muted);
    const double left = width - textWidth(totalText(block), muted) - 2 * style.rhythm;
    return TextBox(block.title, chartText(style, style.palette.ink, true), left).height() + style.rhythm;
}

void paintTitle(QPainter& painter, const CountsBlock& block, const ChartStyle& style, const QRectF& area)
{
    if (!style.hasTitle)
        return;
    const QString total = totalText(block);
    TextStyle muted = chartText(style, style.palette.muted);
    const double left = area.width() - textWidth(total, muted) - 2 * style.rhythm;
    TextBox(block.title, chartText(style, style.palette.ink, true), left).draw(painter, area.topLeft());
    muted.alignment = Qt::AlignRight | Qt::AlignAbsolute;
    TextBox(total, muted, area.width()).draw(painter, area.topLeft());
}

BarChart::BarChart(const CountsBlock& block, const ChartStyle& style) : m_block(block), m_style(style)
{
    for (const CountItem& item : m_block.items)
        if (!item.atLeastHidden)
            m_largest = std::max(m_largest, item.count);
}

BarChart BarChart::part(int firstItem, int count, const QString& title) const
{
    BarChart some = *this;
    some.m_block.title = title;
    const auto begin = m_block.items.begin() + firstItem;
    some.m_block.items.assign(begin, begin + std::min(count, itemCount() - firstItem));
    return some;
}

double BarChart::rowHeight() const
{
    return 2 * m_style.rhythm;
}

double BarChart::headHeight(double width) const
{
    return titleHeight(m_block, m_style, width);
}

double BarChart::heightFor(double width) const
{
    return headHeight(width) + rowHeight() * itemCount();
}

// As wide as the longest label, but at most two fifths; longer ones are shortened.
double BarChart::labelWidth(double width) const
{
    double widest = 0;
    for (const CountItem& item : m_block.items)
        widest = std::max(widest, textWidth(item.label, chartText(m_style, m_style.palette.ink)));
    return std::min(std::ceil(widest) + 2, width * 0.4);
}

void BarChart::paint(QPainter& painter, const QRectF& area, int highlighted) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintTitle(painter, m_block, m_style, area);
    const double labels = labelWidth(area.width());
    const double gap = 1.5 * m_style.rhythm;
    double numbers = 0;
    for (const CountItem& item : m_block.items)
        if (!item.atLeastHidden)
            numbers = std::max(numbers, textWidth(countText(item), chartText(m_style, m_style.palette.ink)));
    const double room = std::max(m_style.rhythm, area.width() - labels - gap - numbers - m_style.rhythm);
    const double thickness = 1.25 * m_style.rhythm;
    double y = area.top() + headHeight(area.width());
    for (int i = 0; i < itemCount(); ++i, y += rowHeight()) {
        const CountItem& item = m_block.items[static_cast<size_t>(i)];
        const bool isPointedAt = i == highlighted;
        TextBox(item.label, chartText(m_style, m_style.palette.ink, isPointedAt), labels, 1)
            .draw(painter, {area.left(), y});
        const double left = area.left() + labels + gap;
        double length = 0;
        if (!item.atLeastHidden && m_largest > 0 && item.count > 0) {
            length = std::max(m_style.rhythm / 4, room * item.count / m_largest);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isPointedAt ? m_style.palette.strong : m_style.palette.accent);
            painter.drawRect(QRectF(left, y + (rowHeight() - thickness) / 2, length, thickness));
        }
        const QColor color = item.atLeastHidden || item.count == 0 ? m_style.palette.muted : m_style.palette.ink;
        const double after = length > 0 ? length + 0.75 * m_style.rhythm : 0;
        TextBox(countText(item), chartText(m_style, color), area.width()).draw(painter, {left + after, y});
    }
    painter.restore();
}

int BarChart::itemAt(QPointF point, const QRectF& area) const
{
    const double y = point.y() - area.top() - headHeight(area.width());
    if (!area.contains(point) || y < 0)
        return -1;
    const int item = static_cast<int>(y / rowHeight());
    return item < itemCount() ? item : -1;
}

} // namespace dtp
