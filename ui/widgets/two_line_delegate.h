// SPDX-License-Identifier: GPL-3.0-or-later
// A row of two lines: who or what it is, and quietly below it the rest.
#pragma once

#include <QStyledItemDelegate>

namespace dtp
{

class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { SecondLine = Qt::UserRole + 1, Aside, Warning };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace dtp
