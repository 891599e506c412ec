// SPDX-License-Identifier: GPL-3.0-or-later
// Edit → History: every change of the file, newest first, by whom and when; the way to Undo several at once.
#pragma once

#include <ui/common/app_context.h>

#include <QAbstractTableModel>
#include <QDialog>
#include <vector>

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
    const ChangeInfo* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    static constexpr qint64 Page = 200;
    const Store& m_store;
    std::vector<ChangeInfo> m_changes;
    bool m_isComplete = false;
};

class HistoryDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HistoryDialog(AppContext& context, QWidget* parent = nullptr);

private:
    void updateUndo();
    void undoTo();
    AppContext& m_context;
    ChangeListModel* m_model;
    QTableView* m_view;
    QPushButton* m_undo;
};

} // namespace dtp
