// SPDX-License-Identifier: GPL-3.0-or-later
// Last step of an import: what was done, and what can be done with it.
#pragma once

#include <ui/models/import_run.h>

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

    void showResult(Entity entity, const ImportTally& counts, bool canUndo);
    void showUndone(const QString& agreements); // whose count again by it; empty: nobody's

Q_SIGNALS:
    void saveRejectedAsked();
    void saveLogAsked();
    void undoAsked();
    void showRecordsAsked();

private:
    QLabel* m_heading;
    QLabel* m_counts;
    QLabel* m_hint;
    QPushButton* m_showRecords;
    QPushButton* m_saveRejected;
    QPushButton* m_saveLog;
    QPushButton* m_undo;
};

} // namespace dtp
