// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/record_table.h>

#include <ui/consents/wrapped_heads.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/two_line_delegate.h>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>

namespace dtp
{

namespace
{
constexpr int RowHeight = 36;
constexpr int CompactRowHeight = 26;
constexpr int SecondLineHeight = 18;
constexpr size_t CopyLimit = 20000; // rows: what a spreadsheet takes from the clipboard without choking
} // namespace

RecordTable::RecordTable(QWidget* parent) : QTableView(parent)
{
    makeList(*this);
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
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        if (!m_records || section >= m_records->columnCount() ||
            !m_records->columns()[static_cast<size_t>(section)].isSortable)
            return;
        const QString key = m_records->columns()[static_cast<size_t>(section)].key;
        showSort(key, key == m_sortKey && !m_descending);
        Q_EMIT sortAsked(m_sortKey, m_descending);
    });
    const auto arranged = [this] {
        if (QApplication::mouseButtons() != Qt::NoButton && horizontalHeader()->underMouse())
            m_isAutomatic = false;
        wrapHeads(*horizontalHeader());
    };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, arranged);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, arranged);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_records->idAt(index.row())); });
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

// The row that was current stays current where it is still listed; where not, nothing is, and the record pane keeps
// what it shows.
void RecordTable::findKept()
{
    m_rowLeft = -1;
    if (m_kept && currentId() != m_kept && !selectId(m_kept)) {
        m_rowLeft = m_keptRow;
        selectionModel()->clear();
        setCurrentIndex({});
    }
    m_taking = false;
}

void RecordTable::showSort(const QString& columnKey, bool descending)
{
    m_sortKey = columnKey;
    m_descending = descending;
    QHeaderView* header = horizontalHeader();
    header->setSortIndicatorShown(false);
    for (int i = 0; m_records && i < m_records->columnCount(); ++i) {
        if (m_records->columns()[static_cast<size_t>(i)].key == columnKey) {
            header->setSortIndicatorShown(true);
            header->setSortIndicator(i, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
    }
}

int RecordTable::wantedWidth(int column) const
{
    const ListColumn& wanted = m_records->columns()[static_cast<size_t>(column)];
    return wanted.width > 0 ? wanted.width : wanted.isNumber ? 80 : 140;
}

// In their order, the columns that there is room for; what is left over is shared among them.
void RecordTable::fitColumns()
{
    if (!m_records || !m_isAutomatic || m_records->columnCount() == 0)
        return;
    int room = viewport()->width();
    bool isFull = false;
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const bool wanted = m_records->columns()[static_cast<size_t>(i)].isShown;
        isFull = isFull || (wanted && i > 0 && room < wantedWidth(i));
        setColumnHidden(i, !wanted || isFull);
        if (!isColumnHidden(i)) {
            setColumnWidth(i, wantedWidth(i));
            room -= wantedWidth(i);
        }
    }
    const int used = viewport()->width() - room;
    for (int i = 0; i < m_records->columnCount() && room > 0 && used > 0; ++i) {
        if (!isColumnHidden(i))
            setColumnWidth(i, wantedWidth(i) + room * wantedWidth(i) / used);
    }
    wrapHeads(*horizontalHeader());
}

void RecordTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
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
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_records->idAt(row));
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

void RecordTable::saveColumns(QSettings& settings, const QString& group) const
{
    if (!m_records || m_isAutomatic)
        return;
    QStringList order;
    for (int visual = 0; visual < m_records->columnCount(); ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        const QString& key = m_records->columns()[static_cast<size_t>(i)].key;
        order.append(key + QLatin1Char(':') + QString::number(isColumnHidden(i) ? -columnWidth(i) : columnWidth(i)));
    }
    settings.setValue(group + QStringLiteral("/columns"), order);
}

void RecordTable::restoreColumns(QSettings& settings, const QString& group)
{
    const QStringList order = settings.value(group + QStringLiteral("/columns")).toStringList();
    int visual = 0;
    m_isAutomatic = m_isAutomatic && order.isEmpty();
    for (const QString& entry : order) {
        const QString key = entry.section(QLatin1Char(':'), 0, -2);
        const int width = entry.section(QLatin1Char(':'), -1).toInt();
        for (int i = 0; m_records && i < m_records->columnCount(); ++i) {
            if (m_records->columns()[static_cast<size_t>(i)].key != key)
                continue;
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(i), visual++);
            if (width > 0)
                setColumnWidth(i, width);
            setColumnHidden(i, width <= 0);
        }
    }
}

void RecordTable::setColumnShown(int column, bool shown)
{
    m_isAutomatic = false;
    setColumnHidden(column, !shown);
    if (shown)
        setColumnWidth(column, wantedWidth(column));
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
        for (int row = range.top(); row <= range.bottom() && rows.size() < CopyLimit; ++row)
            rows.push_back(row);
    }
    return rows;
}

void RecordTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyAsked();
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
