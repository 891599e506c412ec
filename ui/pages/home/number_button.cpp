// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/home/number_button.h>

#include <ui/widgets/theme.h>

#include <QLocale>
#include <QPainter>

namespace dtp
{

NumberButton::NumberButton(const QString& label, QWidget* parent) : QAbstractButton(parent)
{
    setText(label);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void NumberButton::setNumber(qint64 number)
{
    m_number = QLocale().toString(number);
    setAccessibleName(QString(m_number + QLatin1Char(' ') + text()));
    updateGeometry();
    update();
}

QSize NumberButton::sizeHint() const
{
    const QFontMetrics large(themeFont(font(), TextSize::Title));
    const QFontMetrics small(font());
    return {std::max(large.horizontalAdvance(m_number), small.horizontalAdvance(text())) + 3 * Space,
            large.height() + small.height() + Space};
}

void NumberButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours& colours = themeColours(this);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colours.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect inner = rect().adjusted(Space, Space / 2, -Space, -Space / 2);
    painter.setFont(themeFont(font(), TextSize::Title));
    painter.setPen(colours.accent);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_number);
    painter.setFont(font());
    painter.setPen(colours.muted);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, text());
}

void NumberButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NumberButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace dtp
