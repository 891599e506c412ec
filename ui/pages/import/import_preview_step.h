// SPDX-License-Identifier: GPL-3.0-or-later
// Third step of an import: what becomes of every row, before anything is written.
#pragma once

#include <ui/models/import_run.h>

#include <QWidget>
#include <memory>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace dtp
{

class PlannedRowsModel;

class ImportPreviewStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportPreviewStep(QWidget* parent = nullptr);

    void setWay(const ImportWay& way);                       // what is imported
    void setMapping(const ImportMapping& mapping);           // to say what is left out
    void setPlan(std::shared_ptr<const PlannedImport> plan); // nullptr while it is being made
    ImportChoices choices() const;
    void setPolicy(MatchPolicy policy); // without a signal

Q_SIGNALS:
    void choicesChanged();

private:
    enum Filter { All, New, Joined, Unchanged, Rejected, Problems, FilterCount };
    void build();
    void updateChips();
    void showFilter(int filter);
    void showRow();
    const ImportWay* m_way;
    QString m_leftOut; // columns of which nothing is kept
    std::shared_ptr<const PlannedImport> m_plan;
    QButtonGroup* m_chips;
    QLabel* m_known;
    QComboBox* m_policy;
    QCheckBox* m_makeMissing;
    QLabel* m_also;
    QTableView* m_table;
    QLabel* m_detail;
    PlannedRowsModel* m_model;
};

} // namespace dtp
