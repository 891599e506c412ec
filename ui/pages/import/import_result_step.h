// SPDX-License-Identifier: GPL-3.0-or-later
// Last step of an import: what was done, and what can be done with it.
#pragma once

#include <import_people/people_import.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace dtp
{

class ImportResultStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportResultStep(QWidget* parent = nullptr);

    void showResult(const ImportPlan& plan, bool canUndo);
    void showUndone();

Q_SIGNALS:
    void saveRejectedAsked();
    void saveLogAsked();
    void undoAsked();
    void showPeopleAsked();

private:
    QLabel* m_heading;
    QLabel* m_counts;
    QLabel* m_hint;
    QPushButton* m_showPeople;
    QPushButton* m_saveRejected;
    QPushButton* m_saveLog;
    QPushButton* m_undo;
};

} // namespace dtp
