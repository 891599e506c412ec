// SPDX-License-Identifier: GPL-3.0-or-later
// The board of invitations: who is on the list and how far, the balance beside it.
#pragma once

#include <ui/models/invitation_model.h>
#include <ui/widgets/app_context.h>
#include <workshops/workshop_actions.h>

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace dtp
{

class BalancePanel;
struct ExportStart;
class EmptyState;
class InvitationTable;
class PersonPicker;
class StateChips;

class InvitationsTab : public QWidget
{
    Q_OBJECT
public:
    explicit InvitationsTab(AppContext& context, QWidget* parent = nullptr);

    void setWorkshop(Id<Workshop> workshop);
    void refresh();
    InvitationTable& table() { return *m_table; }

    void addPeople(const std::vector<Id<Person>>& people);
    ExportStart exportStart() const; // of the rows that are shown, or of those that are chosen among them

private:
    QWidget* buildBar();
    QWidget* buildList();
    QWidget* buildNotice();
    void buildMenu();
    void setState(const QString& state);
    void removeSelected();
    void setReserve(bool reserve);
    void markAllAttended();
    void propose();
    void changeTargets();
    void findSubstitute(Id<Invitation> invitation);
    void updateDeeds();
    void updateWords();
    bool told(const Result<>& done); // shows what went wrong
    QString selectionText() const;

    AppContext& m_context;
    Id<Workshop> m_workshop;
    InvitationModel* m_model;
    InvitationTable* m_table;
    PersonPicker* m_picker = nullptr;
    QPushButton* m_stateButton = nullptr;
    QPushButton* m_propose = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_substitute = nullptr;
    QAction* m_toReserve = nullptr;
    QAction* m_fromReserve = nullptr;
    QAction* m_open = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_allAttended = nullptr;
    StateChips* m_chips = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    Id<Invitation> m_noticeOf;
    BalancePanel* m_balance;
    int m_places = 0;
};

} // namespace dtp
