// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/style.h>

#include <ui/widgets/style_buttons.h>
#include <ui/widgets/theme.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

namespace dtp
{

namespace
{
void drawField(const QStyleOption* option, QPainter* painter, const QRect& rect)
{
    const ThemeColours& c = themeColours(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = enabled && (option->state & QStyle::State_HasFocus);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const QColor line = focused ? c.accent : hovered ? option->palette.color(QPalette::Dark) : c.line;
    fillRounded(painter, rect, enabled ? option->palette.color(QPalette::Base) : c.window, line, focused ? 1.6 : 1);
}

void drawChevron(QPainter* painter, const QRect& rect, const QColor& colour, bool up = false)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF m = QRectF(rect).center();
    const qreal dy = up ? -2 : 2;
    painter->drawPolyline(
        QPolygonF{QPointF(m.x() - 4, m.y() - dy), QPointF(m.x(), m.y() + dy), QPointF(m.x() + 4, m.y() - dy)});
    painter->restore();
}

// The icon in one colour, for grounds that the theme's own colour is not made for.
QIcon tinted(const QIcon& icon, QSize size, const QColor& colour, qreal ratio)
{
    if (icon.isNull())
        return icon;
    QPixmap picture = icon.pixmap(size, ratio);
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), colour);
    painter.end();
    return picture;
}

int firstColumn(const QWidget* widget)
{
    const auto* table = qobject_cast<const QTableView*>(widget);
    return table ? table->horizontalHeader()->logicalIndexAt(0) : -1;
}

void drawCheck(const QStyleOption* option, QPainter* painter, bool round)
{
    const ThemeColours& c = themeColours(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const QColor strong = enabled ? c.accent : c.muted;
    const QColor line = option->state & QStyle::State_HasFocus ? c.accent : option->palette.color(QPalette::Dark);
    fillRounded(painter, box, on || partly ? strong : c.base, on || partly ? strong : line, 1.2,
                round ? box.width() / 2 : 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? c.accentText : c.base, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF m = box.center();
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.accentText);
        painter->drawEllipse(m, 2.6, 2.6);
    } else if (on) {
        painter->drawPolyline(QPolygonF{m + QPointF(-3.5, 0.3), m + QPointF(-1, 2.8), m + QPointF(3.8, -2.6)});
    } else if (partly) {
        painter->drawLine(m + QPointF(-3, 0), m + QPointF(3, 0));
    }
    painter->restore();
}

void drawTab(const QStyleOptionTab* tab, QPainter* painter)
{
    const ThemeColours& c = themeColours(tab->palette);
    const bool selected = tab->state & QStyle::State_Selected;
    if (tab->state & QStyle::State_HasFocus)
        fillRounded(painter, QRectF(tab->rect).adjusted(2, 3, -2, -5), {}, c.accent, 1.2, 4);
    if (selected)
        fillRounded(painter, QRectF(tab->rect.left() + 8, tab->rect.bottom() - 2, tab->rect.width() - 16, 3), c.accent,
                    {}, 0, 1.5);
    else if (tab->state & QStyle::State_MouseOver)
        fillRounded(painter, QRectF(tab->rect.left() + 8, tab->rect.bottom() - 1, tab->rect.width() - 16, 2), c.line,
                    {}, 0, 1);
}
void drawRowGround(const QStyleOptionViewItem& item, QPainter* painter, const QWidget* widget, bool isCell)
{
    const ThemeColours& c = themeColours(item.palette);
    if (item.state & QStyle::State_Selected) {
        painter->fillRect(item.rect, c.accentSoft);
        // Where the keyboard is.
        if (isCell && widget && widget->hasFocus() && item.index.column() == firstColumn(widget))
            painter->fillRect(QStyle::visualRect(item.direction, item.rect,
                                                 QRect(item.rect.topLeft(), QSize(3, item.rect.height()))),
                              c.accent);
    } else if (item.state & QStyle::State_MouseOver && item.state & QStyle::State_Enabled) {
        painter->fillRect(item.rect, c.hover);
    } else if (item.backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(item.rect, item.backgroundBrush);
    }
}

void drawToolGround(const QStyleOption* option, QPainter* painter)
{
    const ThemeColours& c = themeColours(option->palette);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (down || (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled))
        fillRounded(painter, option->rect, down ? c.accentSoft : c.hover);
}

// Of a dialog, where no window manager draws one.
void drawEdge(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    if (!qobject_cast<const QDialog*>(widget))
        return;
    painter->setPen(option->palette.color(QPalette::Dark));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void drawSplitter(const QStyleOption* option, QPainter* painter)
{
    const QRect r = option->rect;
    const bool isUpright = option->state & QStyle::State_Horizontal;
    painter->fillRect(isUpright ? QRect(r.center().x(), r.top(), 1, r.height())
                                : QRect(r.left(), r.center().y(), r.width(), 1),
                      themeColours(option->palette).line);
}

void drawSortArrow(const QStyleOptionHeader& header, QPainter* painter)
{
    if (header.sortIndicator == QStyleOptionHeader::None)
        return;
    const bool isWrapped = header.textAlignment & Qt::TextWordWrap;
    const int width = isWrapped ? header.fontMetrics.boundingRect(header.rect, Qt::TextWordWrap, header.text).width()
                                : header.fontMetrics.horizontalAdvance(header.text);
    const bool isRight = header.textAlignment & Qt::AlignRight;
    const int x = isRight ? header.rect.right() - width - 18 : header.rect.left() + width + 6;
    drawChevron(painter, QRect(x, header.rect.center().y() - 6, 12, 12), themeColours(header.palette).accent,
                header.sortIndicator != QStyleOptionHeader::SortUp);
}
} // namespace

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void WindowStyle::polish(QWidget* widget)
{
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QToolButton*>(widget) ||
        widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
    // Arrow keys go along the tabs: the arrows beside them are for the mouse.
    if (qobject_cast<QToolButton*>(widget) && qobject_cast<QTabBar*>(widget->parentWidget()))
        widget->setFocusPolicy(Qt::NoFocus);
    if (qobject_cast<QDialog*>(widget))
        widget->setAttribute(Qt::WA_StyledBackground); // for its edge, which a dark window would not show
    QProxyStyle::polish(widget);
}

void WindowStyle::drawFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (qobject_cast<const QAbstractItemView*>(widget))
        fillRounded(painter, option->rect, {}, themeColours(option->palette).line);
    else if (widget && widget->inherits("QAbstractScrollArea"))
        drawField(option, painter, option->rect);
    else
        QProxyStyle::drawPrimitive(PE_Frame, option, painter, widget);
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    const ThemeColours& c = themeColours(option->palette);
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter, option->rect);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter, option->rect);
        return;
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolGround(option, painter);
        return;
    case PE_FrameFocusRect:
        fillRounded(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), {}, c.accent, 1.4, 4);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_Widget:
        drawEdge(option, painter, widget);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            drawRowGround(*item, painter, widget, element == PE_PanelItemViewItem);
        return;
    case PE_Frame:
        drawFrame(option, painter, widget);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_IndicatorHeaderArrow:
        return; // stands beside the word, see CE_HeaderLabel
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect,
                    !(option->state & State_Enabled) ? c.line
                    : isPrimary(widget)              ? c.accentText
                                                     : c.muted);
        return;
    case PE_IndicatorArrowUp:
        drawChevron(painter, option->rect, option->state & State_Enabled ? c.muted : c.line, true);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawBevel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget) const
{
    QStyleOptionButton copy = option;
    // Of a quiet one nothing but the arrow of its menu is left to be drawn.
    if (copy.features & QStyleOptionButton::Flat) {
        drawButton(&copy, painter, widget);
        copy.state &= ~(State_Sunken | State_On);
    }
    QProxyStyle::drawControl(CE_PushButtonBevel, &copy, painter, widget);
}

// The ground of a chosen row is soft, so its words keep their colour.
void WindowStyle::drawItem(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) const
{
    const bool isInTable = qobject_cast<const QTableView*>(widget);
    QStyleOptionViewItem copy = option;
    copy.palette.setColor(QPalette::HighlightedText, copy.palette.color(QPalette::Text));
    if (isInTable)
        copy.state &= ~State_HasFocus; // the row is what is chosen, see PE_PanelItemViewRow
    QProxyStyle::drawControl(CE_ItemViewItem, &copy, painter, widget);
    // Quietly, the cell that F2 edits; of other tables the row that is current and not chosen.
    const bool hasCells = widget && widget->property("hasCells").toBool();
    if (isInTable && option.state & State_HasFocus && (hasCells || !(option.state & State_Selected)))
        fillRounded(painter, QRectF(copy.rect).adjusted(1, 1, -1, -1), {}, themeColours(option.palette).accent, 1, 4);
}

// Of a menu: soft where one is, so that icons and ticks are seen there as well.
void WindowStyle::drawEntry(const QStyleOptionMenuItem& option, QPainter* painter, const QWidget* widget) const
{
    const ThemeColours& c = themeColours(option.palette);
    QStyleOptionMenuItem copy = option;
    copy.palette.setColor(QPalette::Highlight, c.accentSoft);
    copy.palette.setColor(QPalette::HighlightedText, c.text);
    QProxyStyle::drawControl(CE_MenuItem, &copy, painter, widget);
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const ThemeColours& c = themeColours(option->palette);
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTab(tab, painter);
        return;
    case CE_TabBarTabLabel: {
        QStyleOptionTab copy = *qstyleoption_cast<const QStyleOptionTab*>(option);
        copy.palette.setColor(QPalette::WindowText, copy.state & State_Selected ? c.text : c.muted);
        copy.state &= ~State_HasFocus;
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_PushButtonBevel:
        drawBevel(*qstyleoption_cast<const QStyleOptionButton*>(option), painter, widget);
        return;
    case CE_PushButtonLabel: {
        QStyleOptionButton copy = *qstyleoption_cast<const QStyleOptionButton*>(option);
        if (isPrimary(widget) && copy.state & State_Enabled) {
            copy.palette.setColor(QPalette::ButtonText, c.accentText);
            copy.icon = tinted(copy.icon, copy.iconSize, c.accentText, widget->devicePixelRatioF());
        }
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_ItemViewItem:
        drawItem(*qstyleoption_cast<const QStyleOptionViewItem*>(option), painter, widget);
        return;
    case CE_MenuItem:
        drawEntry(*qstyleoption_cast<const QStyleOptionMenuItem*>(option), painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    case CE_HeaderLabel: {
        QStyleOptionHeader copy = *qstyleoption_cast<const QStyleOptionHeader*>(option);
        copy.palette.setColor(QPalette::ButtonText, c.muted);
        copy.state &= ~State_On; // a selected row does not make its heading bold
        QProxyStyle::drawControl(element, &copy, painter, widget);
        drawSortArrow(copy, painter);
        return;
    }
    case CE_Splitter:
        drawSplitter(option, painter);
        return;
    case CE_ProgressBarGroove:
        fillRounded(painter, option->rect, c.line, {}, 0, option->rect.height() / 2.0);
        return;
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const
{
    const ThemeColours& c = themeColours(option->palette);
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo->frame)
            drawField(option, painter, option->rect);
        drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                    option->state & State_Enabled ? c.muted : c.line);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(option, painter, option->rect);
        const bool enabled = option->state & State_Enabled;
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), enabled ? c.muted : c.line,
                        true);
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), enabled ? c.muted : c.line);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        if (bar && bar->maximum > bar->minimum) {
            const bool active = option->state & (State_MouseOver | State_Sunken);
            const QRectF handle = QRectF(slider).adjusted(3, 3, -3, -3);
            fillRounded(painter, handle, active ? c.muted : option->palette.color(QPalette::Dark), {}, 0,
                        qMin(handle.width(), handle.height()) / 2);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace dtp
