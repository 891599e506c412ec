// SPDX-License-Identifier: GPL-3.0-or-later
// What one or many people agree to, and their new answers: one day and one way for all of them, saved as one change.
// By keyboard: arrows go, A agreed, R refused, W withdrawn, Delete takes the new answer out, Ctrl+Return enters them.
#pragma once

#include <deeds/consent_grid.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <QVariantList>
#include <map>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace dtp
{

class ConsentGridModel;
class FieldEditor;

class ConsentDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QVariantList typed READ typed WRITE putBack) // see ui/forms/form_state.h
public:
    ConsentDialog(AppContext& context, const std::vector<qint64>& people, QWidget* parent = nullptr);

    QTableView& table() { return *m_table; }
    FieldEditor* editor(const char* field) const; // of a consent; nullptr when that is not asked
    void accept() override;
    QVariantList typed() const; // the new answers
    void putBack(const QVariantList& typed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const QString& title);
    void buildTable();
    QHBoxLayout* buildAnswers();
    QWidget* buildForm();
    void answer(const QString& code); // into all cells that are chosen
    void showState();
    ConsentAnswers answers() const;

    AppContext& m_context;
    std::vector<qint64> m_people;
    ConsentGridModel* m_model;
    QTableView* m_table = nullptr;
    bool m_takesAnswers = true; // by keys; after unlocking not before somebody moves in the grid
    std::map<QByteArray, FieldEditor*> m_editors;
    QLabel* m_remark = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_enter = nullptr;
};

// Says what holds in spite of a consent that a form has saved; nothing of records of other types.
void tellWhatCounts(AppContext& context, const RecordValues& saved);

// Opens it; says why not when there are too many people to look at.
void askConsents(AppContext& context, QWidget* parent, const std::vector<qint64>& people);

} // namespace dtp
