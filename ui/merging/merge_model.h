// SPDX-License-Identifier: GPL-3.0-or-later
// What the records of one person say, field by field beside each other, and what each field becomes.
#pragma once

#include <merging/merge_people.h>

#include <QAbstractTableModel>

namespace dtp
{

class MergeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    MergeModel(const Store& store, MergePlan plan, QObject* parent = nullptr);

    const MergePlan& plan() const { return m_plan; }
    int becomes() const { return columnCount() - 1; } // the column
    // Takes what this cell says for the merged record; in the last column: what was proposed. False where nothing is
    // to be chosen.
    bool take(const QModelIndex& index);
    bool isAsProposed() const;
    void uncover(bool isUncovered); // what is restricted; never in discreet mode
    bool coversSomething() const;   // some of it is restricted
    bool namesAreCovered() const;   // in discreet mode, when one of them needs care

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void taken();

private:
    const MergedField& fieldOf(const QModelIndex& index) const;
    QString textOf(const MergedField& field, int column) const;
    bool isTaken(const QModelIndex& index) const;
    bool isCovered(const MergedField& field) const;
    void changeAll();
    const Store& m_store;
    MergePlan m_plan;
    bool m_isUncovered = false;
};

} // namespace dtp
