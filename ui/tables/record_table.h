// SPDX-License-Identifier: GPL-3.0-or-later
// The list at the left of a page: no grid lines, comfortable rows, columns that can be shown, hidden, moved and
// sorted, by one or several; groups that can be folded.
#pragma once

#include <ui/lists/record_list_model.h>

#include <QTableView>

class QPainter;

namespace dtp
{

class RecordTable : public QTableView
{
    Q_OBJECT
public:
    explicit RecordTable(QWidget* parent = nullptr);

    void setRecordModel(RecordListModel* model);
    const RecordListModel& records() const { return *m_records; }
    qint64 currentId() const;
    std::vector<qint64> selectedIds() const;
    std::vector<int> selectedRows() const; // as many as a spreadsheet takes from the clipboard
    // Selects and scrolls to a record; false when it is not in the list.
    bool selectId(qint64 id);
    // Where the current record stood that left the list when it was read last; -1: it did not.
    int rowLeft() const { return m_rowLeft; }
    // While rows are replaced, what is selected is not yet what the user has chosen.
    bool isTaking() const { return m_taking; }

    // “country:104” from left to right; those that the page has shown and the user has not are below zero.
    QStringList columnState() const; // empty: as there is room for
    void setColumnState(const QStringList& state);
    void setColumnShown(int column, bool shown);
    void showColumns(const QStringList& keys); // these alone, from left to right
    void setCompact(bool compact);
    void showOrders(const std::vector<RecordOrder>& orders);
    void beginAtTop() { m_beginsAtTop = true; } // when its rows are replaced next; what is current stays so
    void toggleGroup(int row);                  // of a heading: folds and unfolds

Q_SIGNALS:
    void currentIdChanged(qint64 id);
    void opened(qint64 id); // Enter or double click
    void sortAsked(const QString& columnKey, bool descending);
    void sortAdded(const QString& columnKey, bool descending); // Shift+click: behind the orders that are there
    void removeAsked(std::vector<qint64> ids);                 // Delete
    void copyAsked();                                          // Ctrl+C
    void editAsked();                                          // F2
    void foundAgain();                                         // rows were replaced, what is chosen is so again

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void askSort(int section);
    bool moveInGroups(int key);
    void paintHeading(QPainter& painter, int row) const;
    void noteShown(); // the model reads what is on the screen
    int wantedWidth(int column) const;
    int neededWidth(int column) const;
    void fitColumns();
    void shareRoom(int room);
    void wrapLater();
    void scrollToColumn(int column);
    RecordListModel* m_records = nullptr;
    void findKept();
    bool selectIds(const std::vector<qint64>& ids);
    int m_rowLeft = -1;
    int m_keptRow = -1;
    qint64 m_kept = 0;            // current before rows were replaced
    std::vector<qint64> m_choice; // all that the user has chosen
    bool m_taking = false;
    bool m_isFitting = false;
    bool m_hasSeenRows = false;
    bool m_wrapsLater = false;
    bool m_beginsAtTop = false;
    bool m_isAutomatic = true; // until the user arranges the columns: as many as there is room for
    std::vector<RecordOrder> m_orders;
};

} // namespace dtp
