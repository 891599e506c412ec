// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a list shows, how wide they are and in which order they stand.
#include <ui/tables/record_table.h>

#include <ui/consents/wrapped_heads.h>
#include <ui/widgets/theme.h>

#include <QHeaderView>
#include <QScrollBar>
#include <QSet>
#include <algorithm>
#include <utility>

namespace dtp
{

int RecordTable::wantedWidth(int column) const
{
    const ListColumn& wanted = m_records->columns()[static_cast<size_t>(column)];
    return wanted.width > 0 ? wanted.width : wanted.isNumber ? 80 : 140;
}

// For the words of the first rows to be read whole.
int RecordTable::neededWidth(int column) const
{
    constexpr int lookedAt = 30;
    int widest = 0;
    for (int row = 0; row < std::min(lookedAt, m_records->rowCount()); ++row) {
        if (m_records->idAt(row))
            widest = std::max(
                widest, fontMetrics().horizontalAdvance(m_records->index(row, column).data().toString()) + 3 * Space);
    }
    return widest;
}

// In their order, the columns that there is room for. How high the heads are may bring or take the scroll bar, and
// with it room: that is looked at when all is done, since heads that are measured anew while they are being measured
// lose count of their widths, and the list is empty then.
void RecordTable::fitColumns()
{
    if (!m_records || !m_isAutomatic || m_records->columnCount() == 0 || m_isFitting)
        return;
    m_isFitting = true;
    constexpr int mostRounds = 2;
    int room = 0;
    for (int round = 0; round < mostRounds && viewport()->width() != room; ++round) {
        room = viewport()->width();
        shareRoom(room);
        wrapHeads(*horizontalHeader());
    }
    m_isFitting = false;
    wrapLater(); // the last column gets what is left over later, in newer versions of Qt
}

// What is left over goes to those of which the words are longer, least first, and then to all that are shown.
void RecordTable::shareRoom(int room)
{
    int left = room;
    bool isFull = false;
    std::vector<int> shown;
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const bool wanted = m_records->columns()[static_cast<size_t>(i)].isShown;
        isFull = isFull || (wanted && i > 0 && left < wantedWidth(i));
        setColumnHidden(i, !wanted || isFull);
        if (!isColumnHidden(i)) {
            setColumnWidth(i, wantedWidth(i));
            left -= wantedWidth(i);
            shown.push_back(i);
        }
    }
    noteShown(); // before their words are measured
    const int used = room - left;
    if (left <= 0 || used <= 0)
        return;
    std::vector<std::pair<int, int>> lacking; // how much, which column
    for (const int column : shown)
        lacking.emplace_back(std::max(0, neededWidth(column) - wantedWidth(column)), column);
    std::sort(lacking.begin(), lacking.end());
    auto others = static_cast<int>(lacking.size());
    for (auto& [width, column] : lacking) {
        width = std::min(width, left / others--);
        left -= width;
        width += wantedWidth(column);
    }
    for (const auto& [width, column] : lacking)
        setColumnWidth(column, width + left * wantedWidth(column) / used);
}

// Not while a head is being resized, for the same reason.
void RecordTable::wrapLater()
{
    if (m_isFitting || m_wrapsLater)
        return;
    m_wrapsLater = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wrapsLater = false;
            wrapHeads(*horizontalHeader());
        },
        Qt::QueuedConnection);
}

void RecordTable::noteShown()
{
    std::vector<bool> isRead;
    for (int i = 0; i < m_records->columnCount(); ++i)
        isRead.push_back(!isColumnHidden(i));
    m_records->setRead(isRead);
}

QStringList RecordTable::columnState() const
{
    QStringList state;
    for (int visual = 0; m_records && !m_isAutomatic && visual < m_records->columnCount(); ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        const ListColumn& column = m_records->columns()[static_cast<size_t>(i)];
        if (!isColumnHidden(i) || column.isShown)
            state.append(QStringLiteral("%1:%2").arg(column.key).arg(isColumnHidden(i) ? -1 : columnWidth(i)));
    }
    return state;
}

void RecordTable::setColumnState(const QStringList& state)
{
    m_isAutomatic = state.isEmpty();
    if (!m_records)
        return;
    QHeaderView* header = horizontalHeader();
    for (int i = 0; i < m_records->columnCount(); ++i) // as the page has them
        header->moveSection(header->visualIndex(i), i);
    int visual = 0;
    QSet<int> said;
    for (const QString& entry : state) {
        const QString key = entry.section(QLatin1Char(':'), 0, -2);
        const int width = entry.section(QLatin1Char(':'), -1).toInt();
        for (int i = 0; i < m_records->columnCount(); ++i) {
            if (m_records->columns()[static_cast<size_t>(i)].key != key)
                continue;
            said.insert(i);
            header->moveSection(header->visualIndex(i), visual++);
            setColumnHidden(i, width <= 0);
            if (width > 0)
                setColumnWidth(i, width);
        }
    }
    for (int i = 0; !m_isAutomatic && i < m_records->columnCount(); ++i) {
        if (!said.contains(i)) // one that was not there when this was kept is shown as the page has it
            setColumnHidden(i, !m_records->columns()[static_cast<size_t>(i)].isShown);
    }
    fitColumns();
    noteShown();
}

void RecordTable::showColumns(const QStringList& keys)
{
    if (keys.isEmpty())
        return;
    QStringList state;
    int firstNew = -1;
    for (const QString& key : keys) {
        for (int i = 0; i < m_records->columnCount(); ++i) {
            if (m_records->columns()[static_cast<size_t>(i)].key != key)
                continue;
            firstNew = firstNew < 0 && isColumnHidden(i) ? i : firstNew;
            state.append(QStringLiteral("%1:%2").arg(key).arg(isColumnHidden(i) ? wantedWidth(i) : columnWidth(i)));
        }
    }
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const ListColumn& column = m_records->columns()[static_cast<size_t>(i)];
        if (column.isShown && !keys.contains(column.key))
            state.append(column.key + QStringLiteral(":-1"));
    }
    setColumnState(state);
    if (firstNew >= 0)
        scrollToColumn(firstNew);
}

// Sideways alone; the columns may just have been shown.
void RecordTable::scrollToColumn(int column)
{
    updateGeometries();
    const int top = verticalScrollBar()->value();
    scrollTo(m_records->index(std::max(0, rowAt(0)), column));
    verticalScrollBar()->setValue(top);
}

void RecordTable::setColumnShown(int column, bool shown)
{
    m_isAutomatic = false;
    setColumnHidden(column, !shown);
    if (shown)
        setColumnWidth(column, wantedWidth(column));
    noteShown();
    if (shown)
        scrollToColumn(column);
}

} // namespace dtp
