// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/style_buttons.h>

#include <ui/widgets/theme.h>

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace dtp
{

void fillRounded(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal width,
                 qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property("primary").toBool();
}

namespace
{
// A quiet button on a ground of its own, as a message has it: words in a colour of their own, and nothing of the
// page's.
bool isOnOwnGround(const QStyleOption* option, const ThemeColours& c)
{
    return option->palette.color(QPalette::Active, QPalette::ButtonText) != c.text;
}

QColor groundOfQuiet(const QStyleOption* option, const ThemeColours& c, bool isDown, bool isHovered)
{
    if (!isDown && !isHovered)
        return {};
    if (!isOnOwnGround(option, c))
        return isDown ? c.accentSoft : c.hover;
    QColor veil = option->palette.color(QPalette::ButtonText);
    veil.setAlpha(isDown ? 70 : 40);
    return veil;
}
} // namespace

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const ThemeColours& c = themeColours(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool flat = button && (button->features & QStyleOptionButton::Flat);
    if (isPrimary(widget)) {
        QColor fill = enabled ? c.accent : c.line;
        if (enabled && (hovered || down))
            fill = c.isDark ? fill.lighter(down ? 120 : 110) : fill.lighter(down ? 130 : 115);
        fillRounded(painter, option->rect, fill);
    } else if (flat) {
        fillRounded(painter, option->rect, groundOfQuiet(option, c, down, hovered));
    } else {
        fillRounded(painter, option->rect, down ? c.accentSoft : hovered ? c.hover : c.base, c.line);
    }
    if (!(option->state & QStyle::State_HasFocus))
        return;
    const QColor ring = isPrimary(widget)                  ? c.accentText
                        : flat && isOnOwnGround(option, c) ? option->palette.color(QPalette::ButtonText)
                                                           : c.accent;
    fillRounded(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), {}, ring, 1.4, ControlRadius - 2);
}

} // namespace dtp
