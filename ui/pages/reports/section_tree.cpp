// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/section_tree.h>

#include <reporting/report_material.h>
#include <ui/widgets/theme.h>

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

namespace dtp
{

namespace
{
constexpr int IdRole = Qt::UserRole;
constexpr int NumberRole = Qt::UserRole + 1;

std::optional<MoveSection> moveOf(const QKeyEvent& event)
{
    if (!event.modifiers().testFlag(Qt::AltModifier))
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Up:
        return MoveSection::Up;
    case Qt::Key_Down:
        return MoveSection::Down;
    case Qt::Key_Right:
        return MoveSection::In;
    case Qt::Key_Left:
        return MoveSection::Out;
    default:
        return std::nullopt;
    }
}

// Shows the number in front of the title, which alone is edited.
class NumberedDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (const QString number = index.data(NumberRole).toString(); !number.isEmpty())
            option->text = number + QStringLiteral("  ") + option->text;
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height(), option.fontMetrics.height() + 10));
        return size;
    }
};
} // namespace

SectionTree::SectionTree(AppContext& context, QWidget* parent) : QTreeWidget(parent), m_context(context)
{
    setColumnCount(1);
    setHeaderHidden(true);
    setItemDelegate(new NumberedDelegate(this));
    setAccessibleName(tr("Sections"));
    setUniformRowHeights(true);
    setIndentation(2 * Space);
    setExpandsOnDoubleClick(false);
    setEditTriggers(m_context.store.isReadOnly() ? NoEditTriggers : EditKeyPressed | DoubleClicked);
    setSelectionMode(SingleSelection);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    if (!m_context.store.isReadOnly()) {
        setDragEnabled(true);
        setDragDropMode(InternalMove);
        setDropIndicatorShown(false); // that of Qt has five pixels for "between"
    }
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT chosen(current());
    });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        if (m_isFilling)
            return;
        const Id<ReportSection> id{item->data(0, IdRole).toLongLong()};
        const QString title = item->text(0);
        // Later: the editor that is closing must not lose its item.
        QMetaObject::invokeMethod(
            this,
            [this, id, title] {
                if (!worked(renameSection(m_context.store, id, title)))
                    refresh();
            },
            Qt::QueuedConnection);
    });
}

template <class T>
bool SectionTree::worked(const Result<T>& result)
{
    if (!result)
        m_context.dialogs.showError(this, result.error());
    return result.has_value();
}

void SectionTree::setReport(Id<Report> report)
{
    m_report = report;
    m_numbers.clear();
    m_isFilling = true;
    clear();
    m_items.clear();
    m_isFilling = false;
    refresh();
}

void SectionTree::refresh()
{
    const Id<ReportSection> kept = current();
    const auto sections = sectionsInOrder(m_context.store, m_report);
    if (!sections) {
        const auto isThere = m_context.store.contains(Entity::Report, m_report.value);
        if (!isThere || *isThere)
            m_context.navigator.tellOnly(sections.error().sentence);
        return; // where the report is gone the page notices
    }
    m_isFilling = true;
    clear();
    m_items.clear();
    auto* cover = new QTreeWidgetItem(this, {tr("Cover and details")});
    cover->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    for (const ReportSection& section : *sections) {
        QTreeWidgetItem* parent = itemOf(section.parent.value);
        auto* item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
        item->setText(0, section.title);
        item->setData(0, IdRole, section.id.value);
        item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled);
        m_items.insert(section.id.value, item);
        showNumber(item);
    }
    expandAll();
    QTreeWidgetItem* item = itemOf(kept.value);
    setCurrentItem(item ? item : topLevelItem(0));
    m_isFilling = false;
    if (kept && !item)
        Q_EMIT chosen(current());
}

void SectionTree::setNumbers(const QHash<qint64, QString>& numbers)
{
    m_numbers = numbers;
    m_isFilling = true;
    for (QTreeWidgetItem* item : std::as_const(m_items))
        showNumber(item);
    m_isFilling = false;
}

void SectionTree::showNumber(QTreeWidgetItem* item)
{
    const qint64 id = item->data(0, IdRole).toLongLong();
    const QString number = m_numbers.value(id);
    const bool isEmpty = m_numbers.contains(id) && number.isEmpty();
    item->setData(0, NumberRole, number);
    item->setForeground(0, isEmpty ? QBrush(themeColours(this).muted) : QBrush());
    item->setToolTip(0, isEmpty ? tr("Nothing in it yet: it is not printed.") : QString());
}

QTreeWidgetItem* SectionTree::itemOf(qint64 section) const
{
    return m_items.value(section);
}

Id<ReportSection> SectionTree::current() const
{
    return idOf(currentItem());
}

Id<ReportSection> SectionTree::idOf(const QTreeWidgetItem* item)
{
    return {item ? item->data(0, IdRole).toLongLong() : 0};
}

void SectionTree::choose(Id<ReportSection> section)
{
    if (QTreeWidgetItem* item = section ? itemOf(section.value) : topLevelItem(0))
        setCurrentItem(item);
}

void SectionTree::addBelow()
{
    const auto id = addSection(m_context.store, m_report, current(), {});
    if (!worked(id))
        return;
    refresh();
    choose(*id);
    Q_EMIT added(*id);
    renameCurrent();
}

void SectionTree::renameCurrent()
{
    if (QTreeWidgetItem* item = currentItem(); item && current())
        editItem(item);
}

void SectionTree::moveCurrent(MoveSection where)
{
    if (!current() || m_context.store.isReadOnly())
        return;
    if (const auto moved = moveSection(m_context.store, current(), where); worked(moved) && *moved)
        refresh();
}

void SectionTree::removeCurrent()
{
    const Id<ReportSection> id = current();
    if (!id || m_context.store.isReadOnly())
        return;
    const QString title = currentItem()->text(0);
    QTreeWidgetItem* next = itemAbove(currentItem());
    if (!worked(removeSection(m_context.store, id)))
        return;
    if (next)
        setCurrentItem(next);
    refresh();
    m_context.navigator.tell(tr("Removed the section “%1”.").arg(title));
}

bool SectionTree::event(QEvent* event)
{
    // Alt with the arrows means Back and Forward in the window.
    if (event->type() == QEvent::ShortcutOverride && moveOf(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTreeWidget::event(event);
}

void SectionTree::keyPressEvent(QKeyEvent* event)
{
    if (const auto move = moveOf(*event)) {
        moveCurrent(*move);
    } else if (event->key() == Qt::Key_Delete) {
        removeCurrent();
    } else if (event->key() == Qt::Key_Insert && !m_context.store.isReadOnly()) {
        addBelow();
    } else {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

// A third of a row is before it, a third behind it, and the middle puts what is let go of below it.
SectionTree::Landing SectionTree::landingAt(QPoint at) const
{
    const auto line = [this](int x, int y) { return QRect(x, y - 1, viewport()->width() - x, 2); };
    QTreeWidgetItem* over = itemAt(at);
    if (!over) {
        const QTreeWidgetItem* last = topLevelItem(topLevelItemCount() - 1);
        while (last && last->childCount() > 0)
            last = last->child(last->childCount() - 1);
        return {{}, topLevelItemCount() - 1, line(0, last ? visualItemRect(last).bottom() : 0)}; // the cover is none
    }
    const QRect row = visualItemRect(over);
    const Id<ReportSection> section = idOf(over);
    if (!section)
        return {{}, 0, line(row.left(), row.bottom())}; // on the cover: the first chapter
    const bool isBefore = at.y() < row.top() + row.height() / 3;
    const bool isBehind = at.y() > row.bottom() - row.height() / 3;
    if (!isBefore && !isBehind)
        return {section, over->childCount(), row};
    if (isBehind && over->childCount() > 0) // between it and the first of those below it
        return {section, 0, line(row.left() + indentation(), row.bottom())};
    const QTreeWidgetItem* parent = over->parent();
    const int index = parent ? parent->indexOfChild(over) : indexOfTopLevelItem(over) - 1;
    return {idOf(parent), index + (isBehind ? 1 : 0), line(row.left(), isBehind ? row.bottom() : row.top())};
}

void SectionTree::mark(const QRect& place)
{
    m_mark = place;
    viewport()->update();
}

void SectionTree::dragMoveEvent(QDragMoveEvent* event)
{
    QTreeWidget::dragMoveEvent(event);
    mark(landingAt(event->position().toPoint()).mark);
}

void SectionTree::dragLeaveEvent(QDragLeaveEvent* event)
{
    QTreeWidget::dragLeaveEvent(event);
    mark({});
}

void SectionTree::paintEvent(QPaintEvent* event)
{
    QTreeWidget::paintEvent(event);
    if (m_mark.isNull())
        return;
    QPainter painter(viewport());
    const QColor accent = themeColours(this).accent;
    if (m_mark.height() <= 2) {
        painter.fillRect(m_mark, accent);
    } else {
        painter.setPen(QPen(accent, 2));
        painter.drawRect(m_mark.adjusted(1, 1, -1, -1));
    }
}

void SectionTree::dropEvent(QDropEvent* event)
{
    mark({});
    const Id<ReportSection> dragged = current();
    const Landing landing = landingAt(event->position().toPoint());
    event->setDropAction(Qt::IgnoreAction); // the tree is made anew from the records
    event->accept();
    if (!dragged || landing.parent == dragged)
        return;
    worked(placeSection(m_context.store, dragged, landing.parent, landing.index));
    refresh();
}

} // namespace dtp
