// SPDX-License-Identifier: GPL-3.0-or-later
// Third step of an import: what becomes of every row, before anything is written.
#pragma once

#include <import_people/people_import.h>

#include <QWidget>
#include <memory>

class QButtonGroup;
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

    void setPlan(std::shared_ptr<const ImportPlan> plan); // nullptr while it is being made
    MatchPolicy policy() const;
    void setPolicy(MatchPolicy policy); // without a signal

Q_SIGNALS:
    void policyChosen();

private:
    enum Filter { All, New, Joined, Unchanged, Rejected, Problems, FilterCount };
    void build();
    void updateChips();
    void showFilter(int filter);
    void showRow();
    std::shared_ptr<const ImportPlan> m_plan;
    QButtonGroup* m_chips;
    QComboBox* m_policy;
    QLabel* m_also;
    QTableView* m_table;
    QLabel* m_detail;
    PlannedRowsModel* m_model;
};

} // namespace dtp
