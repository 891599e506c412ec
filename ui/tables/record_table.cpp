// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/record_table.h>

#include <ui/consents/wrapped_heads.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/two_line_delegate.h>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
constexpr int RowHeight = 36;
constexpr int CompactRowHeight = 26;
constexpr int SecondLineHeight = 18;
constexpr size_t CopyLimit = 20000; // rows: what a spreadsheet takes from the clipboard without choking

// In the ink of the words beside it: that of the style is for the ground of buttons.
void paintArrow(QPainter& painter, const QPoint& middle, bool isFolded, const QColor& ink)
{
    const QPolygonF down({{-4, -2}, {0, 2}, {4, -2}});
    const QPolygonF right({{-2, -4}, {2, 0}, {-2, 4}});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline((isFolded ? right : down).translated(middle));
    painter.restore();
}
} // namespace

RecordTable::RecordTable(QWidget* parent) : QTableView(parent)
{
    makeList(*this);
    setProperty("hasCells", true); // one of them is current
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    verticalHeader()->setMinimumSectionSize(CompactRowHeight);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFont(themeFont(font(), TextSize::Small));
    horizontalHeader()->setMinimumSectionSize(56);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &RecordTable::askSort);
    const auto arranged = [this] {
        if (QApplication::mouseButtons() != Qt::NoButton && horizontalHeader()->underMouse())
            m_isAutomatic = false;
        wrapLater();
    };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, arranged);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, arranged);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { toggleGroup(index.row()); });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const qint64 id = m_records->idAt(index.row()))
            Q_EMIT opened(id);
    });
}

void RecordTable::setRecordModel(RecordListModel* model)
{
    m_records = model;
    setModel(model);
    if (model->entity() == Entity::Person) {
        setDragEnabled(true);
        setDragDropMode(DragOnly);
    }
    static_assert(int(TwoLineDelegate::SecondLine) == int(RecordListModel::SecondLineRole));
    for (int i = 0; i < model->columnCount(); ++i) {
        if (model->columns()[static_cast<size_t>(i)].second)
            setItemDelegateForColumn(i, new TwoLineDelegate(this));
    }
    setCompact(false);
    connect(model, &RecordListModel::aboutToTake, this, [this] {
        m_taking = true;
        m_keptRow = currentIndex().row();
        if (currentId())
            m_kept = currentId();
    });
    connect(model, &RecordListModel::taken, this, &RecordTable::findKept);
    fitColumns();
}

// The rows that were chosen stay so where they are still listed; where none is, nothing is, and the record pane keeps
// what it shows. A long list comes in two parts: those that its beginning lacks are waited for.
void RecordTable::findKept()
{
    m_rowLeft = -1;
    const bool isFound =
        m_choice.size() > 1 ? selectIds(m_choice) : !m_kept || currentId() == m_kept || selectId(m_kept);
    if (!isFound) {
        m_rowLeft = m_keptRow;
        selectionModel()->clear();
        setCurrentIndex({});
    }
    if (m_beginsAtTop)
        scrollToTop();
    if (m_records->isComplete()) {
        m_choice = selectedIds();
        m_beginsAtTop = false;
    }
    m_taking = false;
    // Once: columns that move with each search would not be calm.
    if (!std::exchange(m_hasSeenRows, m_hasSeenRows || m_records->rowCount() > 0) && m_hasSeenRows)
        fitColumns();
    Q_EMIT foundAgain();
}

// Those of them that are listed; false: none is.
bool RecordTable::selectIds(const std::vector<qint64>& ids)
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    const int last = m_records->columnCount() - 1;
    int current = -1;
    for (int row = 0; row < m_records->rowCount(); ++row) {
        const int first = row;
        for (; row < m_records->rowCount() && wanted.contains(m_records->idAt(row)); ++row) {
            if (current < 0 || m_records->idAt(row) == m_kept)
                current = row;
        }
        if (row > first)
            selection.append(QItemSelectionRange(m_records->index(first, 0), m_records->index(row - 1, last)));
    }
    if (current < 0)
        return false;
    selectionModel()->setCurrentIndex(m_records->index(current, horizontalHeader()->logicalIndex(0)),
                                      QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    return true;
}

void RecordTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_taking)
        m_choice = selectedIds();
}

void RecordTable::askSort(int section)
{
    if (!m_records || section >= m_records->columnCount() ||
        !m_records->columns()[static_cast<size_t>(section)].isSortable)
        return;
    const QString key = m_records->columns()[static_cast<size_t>(section)].key;
    const bool isAdded = QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
    const auto known =
        std::find_if(m_orders.begin(), m_orders.end(), [&](const RecordOrder& order) { return order.key == key; });
    const bool isOther = known != m_orders.end() && !known->isDescending && (isAdded || m_orders.size() == 1);
    std::vector<RecordOrder> orders = isAdded ? m_orders : std::vector<RecordOrder>();
    if (isAdded && known != m_orders.end())
        orders[static_cast<size_t>(known - m_orders.begin())].isDescending = isOther;
    else
        orders.push_back({key, isOther});
    showOrders(orders);
    if (isAdded)
        Q_EMIT sortAdded(key, isOther);
    else
        Q_EMIT sortAsked(key, isOther);
}

void RecordTable::showOrders(const std::vector<RecordOrder>& orders)
{
    m_orders = orders;
    QHeaderView* header = horizontalHeader();
    header->setSortIndicatorShown(false);
    if (!m_records)
        return;
    m_records->setOrders(orders);
    for (int i = 0; orders.size() == 1 && i < m_records->columnCount(); ++i) {
        if (m_records->columns()[static_cast<size_t>(i)].key == orders.front().key) {
            header->setSortIndicatorShown(true);
            header->setSortIndicator(i, orders.front().isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
    }
    wrapHeads(*header);
}

void RecordTable::resizeEvent(QResizeEvent* event)
{
    // What one sees at its end stays in sight when something is told below it.
    const QScrollBar& bar = *verticalScrollBar();
    const bool isAtEnd = bar.maximum() > 0 && bar.value() == bar.maximum();
    const QRect current = visualRect(currentIndex());
    const bool seesCurrent = current.isValid() && current.top() >= 0 && current.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    fitColumns();
    const int aside = horizontalScrollBar()->value();
    if (isAtEnd)
        scrollToBottom();
    else if (seesCurrent)
        scrollTo(currentIndex());
    horizontalScrollBar()->setValue(aside);
}

qint64 RecordTable::currentId() const
{
    return m_records ? m_records->idAt(currentIndex().row()) : 0;
}

std::vector<qint64> RecordTable::selectedIds() const
{
    std::vector<qint64> ids;
    if (!m_records || !selectionModel())
        return ids;
    // By ranges: "select all" of a million rows is one range.
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const qint64 id = m_records->idAt(row))
                ids.push_back(id);
        }
    }
    return ids;
}

bool RecordTable::selectId(qint64 id)
{
    const int row = m_records ? m_records->rowOf(id) : -1;
    if (row < 0)
        return false;
    const QModelIndex index = m_records->index(row, horizontalHeader()->logicalIndex(0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void RecordTable::setCompact(bool compact)
{
    const auto& columns = m_records->columns();
    const bool hasSecond =
        std::any_of(columns.begin(), columns.end(), [](const ListColumn& column) { return bool(column.second); });
    verticalHeader()->setDefaultSectionSize((compact ? CompactRowHeight : RowHeight) +
                                            (hasSecond ? SecondLineHeight : 0));
}

std::vector<int> RecordTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < CopyLimit; ++row) {
            if (m_records->idAt(row))
                rows.push_back(row);
        }
    }
    return rows;
}

void RecordTable::toggleGroup(int row)
{
    const int group = m_records ? m_records->rows().headingAt(row) : -1;
    if (group >= 0)
        m_records->setFolded(group, !m_records->rows().isFolded(group));
}

// Left and Right, plus and minus, as in a tree: fold and unfold, and from a record to its heading. False: not ours.
bool RecordTable::moveInGroups(int key)
{
    if (!m_records || !m_records->rows().isGrouped() || !currentIndex().isValid())
        return false;
    const int row = currentIndex().row();
    const GroupedRows& rows = m_records->rows();
    const bool isHeading = rows.headingAt(row) >= 0;
    const int group = isHeading ? rows.headingAt(row) : rows.groupOf(rows.recordAt(row));
    const bool isFolded = rows.isFolded(group);
    const auto go = [this](int to) { setCurrentIndex(m_records->index(to, currentIndex().column())); };
    if (key == Qt::Key_Left && !isHeading)
        go(rows.rowOfHeading(group));
    else if (key == Qt::Key_Right && isHeading && !isFolded)
        go(row + 1);
    else if (key == Qt::Key_Left || key == Qt::Key_Minus) {
        go(rows.rowOfHeading(group));
        m_records->setFolded(group, true);
    } else if ((key == Qt::Key_Right && isHeading) || key == Qt::Key_Plus)
        m_records->setFolded(group, false);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isHeading)
        toggleGroup(row);
    else
        return false;
    return true;
}

// Over all columns: a heading belongs to none of them.
void RecordTable::paintHeading(QPainter& painter, int row) const
{
    const QRect all(-horizontalHeader()->offset(), rowViewportPosition(row),
                    std::max(viewport()->width() + horizontalHeader()->offset(), horizontalHeader()->length()),
                    rowHeight(row));
    const bool isCurrent = currentIndex().row() == row && hasFocus();
    painter.fillRect(all, palette().brush(isCurrent ? QPalette::Highlight : QPalette::AlternateBase));
    const int group = m_records->rows().headingAt(row);
    const QColor ink = palette().color(isCurrent ? QPalette::HighlightedText : QPalette::Text);
    paintArrow(painter, {all.left() + 2 * Space, all.center().y() + 1}, m_records->rows().isFolded(group), ink);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    const QRect words = all.adjusted(4 * Space, 0, -Space, 0);
    const int room = std::min(words.width(), viewport()->width() - 5 * Space);
    painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetrics(bold).elidedText(m_records->headingText(group), Qt::ElideRight, room));
}

void RecordTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!m_records || !m_records->rows().isGrouped())
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(event->rect().top()));
    for (int row = first; row < m_records->rowCount() && rowViewportPosition(row) <= event->rect().bottom(); ++row) {
        if (m_records->rows().headingAt(row) >= 0)
            paintHeading(painter, row);
    }
}

void RecordTable::keyPressEvent(QKeyEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) && moveInGroups(event->key())) {
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyAsked();
    } else if (event->key() == Qt::Key_F2) {
        Q_EMIT editAsked();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentId()) {
        Q_EMIT opened(currentId());
    } else if (event->key() == Qt::Key_Delete && selectionModel() && selectionModel()->hasSelection()) {
        Q_EMIT removeAsked(selectedIds());
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RecordTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_records && !m_taking && current.isValid() && (current.row() != previous.row() || !previous.isValid()))
        Q_EMIT currentIdChanged(m_records->idAt(current.row()));
}

} // namespace dtp
