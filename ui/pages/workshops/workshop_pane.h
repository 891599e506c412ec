// SPDX-License-Identifier: GPL-3.0-or-later
// One workshop: head with its deeds, and tabs for itself, its invitations, its agenda and its history.
#pragma once

#include <records/workshops.h>
#include <ui/widgets/app_context.h>

#include <QWidget>

class QPushButton;
class QTabWidget;

namespace dtp
{

class AgendaTab;
class HistoryView;
class InvitationsTab;
class OverviewTab;
class PaneHead;

class WorkshopPane : public QWidget
{
    Q_OBJECT
public:
    explicit WorkshopPane(AppContext& context, QWidget* parent = nullptr);

    Id<Workshop> workshop() const { return m_workshop; }
    void setWorkshop(Id<Workshop> workshop); // call leave() before
    void startNew();
    bool isNew() const;
    bool leave();
    bool save();
    void exportOrPrint();
    void openReport();

    OverviewTab& overview() { return *m_overview; }
    InvitationsTab& invitations() { return *m_invitations; }
    AgendaTab& agenda() { return *m_agenda; }
    QTabWidget& tabs() { return *m_tabs; }

Q_SIGNALS:
    void created(dtp::Id<dtp::Workshop> workshop);
    void cleared(); // nothing is shown any more

protected:
    // People dropped anywhere on a workshop come onto its list.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildHead();
    void clear();
    void refreshHead();
    void fillTab();
    void removeWorkshop();
    void showTabs(bool all);

    AppContext& m_context;
    Id<Workshop> m_workshop;
    PaneHead* m_head;
    QPushButton* m_report = nullptr;
    QPushButton* m_export = nullptr;
    QTabWidget* m_tabs;
    OverviewTab* m_overview;
    InvitationsTab* m_invitations;
    AgendaTab* m_agenda;
    HistoryView* m_history;
    QSet<QWidget*> m_stale; // tabs that still show the workshop before
};

// "14–15 September 2026 · Bangkok, Thailand"
QString workshopLine(const Workshop& workshop);

} // namespace dtp
