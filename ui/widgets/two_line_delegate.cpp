// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/two_line_delegate.h>

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QPainter>

namespace dtp
{

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, 2 * option.fontMetrics.height() + 2 * Space};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    own.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const ThemeColours& c = themeColours(option.palette);
    const QRect room = option.rect.adjusted(2 * Space, Space - 1, -Space, -Space);
    const int line = option.fontMetrics.height();
    painter->save();
    const QString aside = index.data(Aside).toString();
    const int asideWidth = aside.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(aside) + Space;
    painter->setFont(option.font);
    painter->setPen(c.text);
    const QRect first(room.left(), room.top(), room.width() - asideWidth, line);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, first.width()));
    painter->setPen(c.muted);
    painter->drawText(QRect(room.right() - asideWidth, room.top(), asideWidth, line),
                      Qt::AlignVCenter | Qt::AlignRight, aside);
    const QFont small = themeFont(option.font, TextSize::Small);
    painter->setFont(small);
    painter->setPen(index.data(Warning).toBool() ? c.warning : c.muted);
    const QRect second(room.left(), room.top() + line + 2, room.width(), line);
    painter->drawText(
        second, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(small).elidedText(index.data(SecondLine).toString(), Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace dtp
