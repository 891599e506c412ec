// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to the file, newest first, a portion at a time.
#pragma once

#include <storage/store.h>

#include <QAbstractTableModel>
#include <vector>

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

} // namespace dtp
