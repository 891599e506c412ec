// SPDX-License-Identifier: GPL-3.0-or-later
// What the import shows in tables: the first rows of a file as they are, and what becomes of each row.
#pragma once

#include <ui/models/import_phrases.h>

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

namespace dtp
{

// The file as it is, its headings marked.
class SheetRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<SheetRow> rows, qint64 headingRow);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SheetRow> m_rows;
    qint64 m_headingRow = 0;
    int m_columns = 0;
};

// The rows of a plan, all of them or those of one fate.
class PlannedRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RowColumn, FateColumn, NameColumn, ReasonColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPhrases(const ImportPhrases& phrases); // of the type that is imported
    void setPlan(std::shared_ptr<const PlannedImport> plan);
    void showAll();
    void showFate(RowFate fate);
    void showProblems();                    // rejected, or with something to look at
    const PlannedRow* row(int index) const; // good until the next one is asked for

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString fateText(RowFate fate) const;
    void filter(const std::function<bool(const PlannedImport&, size_t)>& fits);
    ImportPhrases m_phrases = importPhrases(Entity::Person);
    std::shared_ptr<const PlannedImport> m_plan;
    std::vector<int> m_shown; // indexes of the plan's rows
};

} // namespace dtp
