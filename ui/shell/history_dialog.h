// SPDX-License-Identifier: GPL-3.0-or-later
// Edit → History: every change of the file, newest first, by whom and when; the way to Undo several at once.
#pragma once

#include <ui/widgets/app_context.h>

#include <QAbstractTableModel>
#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace dtp
{

class ChangeListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ChangeListModel(const Store& store, QObject* parent = nullptr);
    void reload();
    const ChangeSummary* at(int row) const;
    QString problem() const { return m_problem; } // why there is less to see than there should be; empty: all is well

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void problemChanged();

private:
    static constexpr qint64 Page = 200;
    // The changes after so many; when they cannot be read, none, and the problem is said.
    std::vector<ChangeSummary> read(qint64 offset);
    QString m_problem;
    const Store& m_store;
    std::vector<ChangeSummary> m_changes;
    bool m_isComplete = false;
};

class HistoryDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HistoryDialog(AppContext& context, QWidget* parent = nullptr);

private:
    void updateUndo();
    void showProblem();
    void undoTo();
    AppContext& m_context;
    ChangeListModel* m_model;
    QTableView* m_view;
    QPushButton* m_undo;
    QLabel* m_problem;
};

} // namespace dtp
