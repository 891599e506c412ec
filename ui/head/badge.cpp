// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/head/badge.h>

#include <ui/widgets/theme.h>

#include <QPainter>

namespace dtp
{

Badge::Badge(const BadgeText& text, QWidget* parent) : QAbstractButton(parent), m_tone(text.tone)
{
    setFont(themeFont(font(), TextSize::Small));
    setText(text.text);
    setToolTip(text.tip);
    setFocusPolicy(text.hidden.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    if (text.hidden.isEmpty()) {
        setAttribute(Qt::WA_TransparentForMouseEvents, text.tip.isEmpty());
        return;
    }
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this, text] {
        setText(this->text() == text.text ? text.hidden : text.text);
        updateGeometry();
    });
}

QSize Badge::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 18, fontMetrics().height() + 6};
}

void Badge::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    QColor ground = c.hover;
    QColor ink = c.muted;
    switch (m_tone) {
    case Tone::Neutral:
        break;
    case Tone::Accent:
        ground = c.accentSoft;
        ink = c.accent;
        break;
    case Tone::Good:
        ground = c.goodSoft;
        ink = c.good;
        break;
    case Tone::Warning:
        ground = c.warningSoft;
        ink = c.warning;
        break;
    case Tone::Danger:
        ground = c.dangerSoft;
        ink = c.danger;
        break;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(c.accent, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace dtp
