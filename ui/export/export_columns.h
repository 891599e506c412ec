// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a table leave, and in which order: ticked, and dragged to their place.
#pragma once

#include <document/table.h>

#include <QWidget>

class QListWidget;

namespace dtp
{

class ExportColumns : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QStringList typed READ typed WRITE tickAlone) // see ui/forms/form_state.h
public:
    explicit ExportColumns(QWidget* parent = nullptr);

    // first: keys that are ticked from the start, in this order; where one of them is not there, all are.
    void setColumns(const std::vector<TableColumn>& columns, const QStringList& first);
    // Of those ticked, in their order; empty when it is all of them as they come.
    QStringList keys() const;
    bool isNoneChosen() const;
    bool hasColumns() const { return !m_all.isEmpty(); }
    void setAll(bool ticked);
    void setTicked(const QString& key, bool ticked);
    QStringList typed() const { return isNoneChosen() ? QStringList{QString()} : keys(); }
    void tickAlone(const QStringList& keys); // in this order; all when there is none

Q_SIGNALS:
    void changed();

private:
    QListWidget* m_list;
    QStringList m_all; // as they come
    bool m_isFilling = false;
};

} // namespace dtp
