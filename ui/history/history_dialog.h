// SPDX-License-Identifier: GPL-3.0-or-later
// Edit → History: every change of the file, newest first, by whom and when; the way to undo several at once, or
// one of them alone.
#pragma once

#include <ui/models/change_list_model.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace dtp
{

class HistoryDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HistoryDialog(AppContext& context, QWidget* parent = nullptr);

private:
    void updateUndo();
    void showProblem();
    void undoTo();
    void takeBackAlone();
    AppContext& m_context;
    ChangeListModel* m_model;
    QTableView* m_view;
    QPushButton* m_undo;
    QPushButton* m_alone;
    QLabel* m_problem;
};

} // namespace dtp
