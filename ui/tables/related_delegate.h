// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of a related list looks: what it is called, and quietly behind it the rest, on one line.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

class QTableView;

namespace dtp
{

void setUpRelatedView(QTableView* view);

class RelatedDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// The tinted ground that an inline form stands on.
class FormPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FormPanel(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace dtp
