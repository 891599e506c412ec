// SPDX-License-Identifier: GPL-3.0-or-later
// Second step of an import: what each column is for.
#pragma once

#include <import/import_mapping.h>

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

    void setMapping(const ImportMapping& mapping);
    const ImportMapping& mapping() const { return m_mapping; }
    bool hasName() const;

Q_SIGNALS:
    void mappingChanged();

private:
    void fillRow(int row);
    void choose(int row, const QString& target);
    void chooseOrder(int row, DateOrder order);
    void updateWords();
    QLabel* m_words;
    QTableWidget* m_table;
    QStandardItemModel* m_targets; // of all the boxes
    ImportMapping m_mapping;
};

} // namespace dtp
