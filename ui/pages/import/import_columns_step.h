// SPDX-License-Identifier: GPL-3.0-or-later
// Second step of an import: what each column is for.
#pragma once

#include <ui/models/import_run.h>

#include <QWidget>

class QLabel;
class QStandardItemModel;
class QTableWidget;

namespace dtp
{

class ImportColumnsStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportColumnsStep(QWidget* parent = nullptr);

    void setMapping(const ImportWay& way, const ImportMapping& mapping);
    const ImportMapping& mapping() const { return m_mapping; }
    bool isUsable() const; // rows can become records

Q_SIGNALS:
    void mappingChanged();

private:
    void fillRow(int row);
    void choose(int row, const QString& target);
    void chooseOrder(int row, DateOrder order);
    void updateWords();
    QLabel* m_words;
    QTableWidget* m_table;
    bool holdsDate(const ColumnMapping& column) const;
    const ImportWay* m_way;
    QStandardItemModel* m_targets; // of all the boxes
    ImportMapping m_mapping;
};

} // namespace dtp
