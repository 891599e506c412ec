// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/chart_view.h>

#include <ui/widgets/theme.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

namespace dtp
{

namespace
{
constexpr double margin = 4; // for the ring that shows the focus
}

ChartView::ChartView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding,
                       QSizePolicy::Preferred); // Fixed would hold it to the height of its size hint
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartView::setCounts(const CountsBlock& counts)
{
    m_counts = counts;
    m_highlighted = -1;
    setAccessibleName(QString(counts.title + QStringLiteral(", ") + totalText(counts)));
    QStringList items;
    for (const CountItem& item : counts.items)
        items << QString(item.label + QLatin1Char(' ') + countText(item));
    setAccessibleDescription(items.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

ChartStyle ChartView::style_() const
{
    const ThemeColours& colours = themeColours(this);
    ChartStyle style;
    style.palette = colours.isDark ? ChartPalette::dark() : ChartPalette::light();
    style.palette.ink = colours.text;
    style.palette.muted = colours.muted;
    style.palette.paper = colours.base;
    style.textSize = themeFont(font(), TextSize::Body).pixelSize() > 0
                         ? themeFont(font(), TextSize::Body).pixelSize()
                         : QFontInfo(themeFont(font(), TextSize::Body)).pixelSize();
    style.rhythm = isMap() ? 9 : 11;
    return style;
}

QRectF ChartView::area() const
{
    return QRectF(rect()).adjusted(margin, margin, -margin, -margin);
}

int ChartView::heightForWidth(int width) const
{
    const double inner = std::max(1.0, width - 2 * margin);
    const double height =
        isMap() ? CountryMap(m_counts, style_()).heightFor(inner) : BarChart(m_counts, style_()).heightFor(inner);
    return static_cast<int>(height + 2 * margin + 1);
}

QSize ChartView::sizeHint() const
{
    return {480, heightForWidth(480)};
}

void ChartView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isMap()) {
        const bool isItem = m_highlighted >= 0;
        CountryMap(m_counts, style_())
            .paint(painter, area(), isItem ? m_counts.items[static_cast<size_t>(m_highlighted)].code : QString());
    } else {
        BarChart(m_counts, style_()).paint(painter, area(), m_highlighted);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeColours(this).accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

bool ChartView::isReachable(int item) const
{
    return item >= 0 && item < static_cast<int>(m_counts.items.size()) &&
           (!isMap() || !m_counts.items[static_cast<size_t>(item)].code.isEmpty());
}

int ChartView::itemAt(QPointF place) const
{
    if (!isMap())
        return BarChart(m_counts, style_()).itemAt(place, area());
    const QString code = CountryMap(m_counts, style_()).countryAt(place, area());
    if (code.isEmpty())
        return -1;
    for (size_t i = 0; i < m_counts.items.size(); ++i)
        if (m_counts.items[i].code == code)
            return static_cast<int>(i);
    return -1;
}

void ChartView::highlight(int item)
{
    if (item == m_highlighted)
        return;
    m_highlighted = item;
    setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    highlight(itemAt(event->position()));
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    const int item = itemAt(event->position());
    if (event->button() == Qt::LeftButton && item >= 0)
        Q_EMIT activated(item);
}

void ChartView::leaveEvent(QEvent*)
{
    if (!hasFocus())
        highlight(-1);
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_highlighted < 0 && event->reason() != Qt::MouseFocusReason && isReachable(0))
        highlight(0);
    update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    highlight(-1);
    update();
}

// Arrows go from item to item, by number; Return opens.
void ChartView::keyPressEvent(QKeyEvent* event)
{
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_highlighted >= 0)
            Q_EMIT activated(m_highlighted);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    int item = m_highlighted + step;
    while (item >= 0 && item < static_cast<int>(m_counts.items.size()) && !isReachable(item))
        item += step;
    if (isReachable(item))
        highlight(item);
}

// What is pointed at, as plain text.
bool ChartView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = itemAt(help->pos());
    if (index < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const CountItem& item = m_counts.items[static_cast<size_t>(index)];
    const QString text = item.label + QStringLiteral(": ") + countText(item);
    QToolTip::showText(help->globalPos(),
                       QString(QStringLiteral("<qt>") + text.toHtmlEscaped() + QStringLiteral("</qt>")), this);
    return true;
}

} // namespace dtp
