// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/related_delegate.h>

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QRegularExpression>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

void setUpRelatedView(QTableView* view)
{
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->horizontalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(32);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setMouseTracking(true);
    view->setWordWrap(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setCursor(Qt::PointingHandCursor);
    view->viewport()->setBackgroundRole(QPalette::Base);
}

void RelatedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
    const ThemeColours& c = themeColours(option.palette);
    const bool isFirst = index.column() == 0;
    const QRect room = option.rect.adjusted(isFirst ? 10 : 6, 0, -8, 0);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(isFirst ? c.text : c.muted);
    const QString text = index.data().toString();
    // A year at the end tells one course from the next, and whether a term holds.
    static const QRegularExpression year(QStringLiteral("\\b[12]\\d{3}\\b"));
    const bool endsWithYear = year.match(text, text.size() / 2).hasMatch();
    painter->drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(text, endsWithYear ? Qt::ElideMiddle : Qt::ElideRight, room.width()));
    painter->restore();
}

FormPanel::FormPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Space, 2 * Space, 2 * Space, Space);
}

void FormPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColours(this).hover);
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace dtp
