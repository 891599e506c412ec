// SPDX-License-Identifier: GPL-3.0-or-later
// One workshop: head with its deeds, and tabs for itself, its invitations, its agenda and its history.
#pragma once

#include <records/workshops.h>
#include <ui/records/record_view.h>

#include <QSet>

class QPushButton;
class QTabWidget;

namespace dtp
{

class AgendaTab;
class HistoryView;
class InvitationsTab;
class OverviewTab;
class PaneHead;

class WorkshopPane : public RecordView
{
    Q_OBJECT
public:
    explicit WorkshopPane(AppContext& context, QWidget* parent = nullptr);

    Entity entity() const override { return Entity::Workshop; }
    qint64 recordId() const override { return m_workshop.value; }
    void setRecord(qint64 id) override;
    void startNew(const RecordValues& initial) override;
    bool isNew() const override;
    void clear() override;
    bool leave() override;
    bool save() override;
    void takeFocus() override;
    void setInWindow() override;
    QSize windowSize() const override { return {940, 760}; }
    RecordView* makeAnother(QWidget* parent) const override;
    bool exportRecord() override;
    bool exportShown() override;
    void openReport();

    OverviewTab& overview() { return *m_overview; }
    InvitationsTab& invitations() { return *m_invitations; }
    AgendaTab& agenda() { return *m_agenda; }
    QTabWidget& tabs() { return *m_tabs; }

protected:
    // People dropped anywhere on a workshop come onto its list.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildHead();
    void refreshHead();
    void fillTab();
    void removeWorkshop();
    void showTabs(bool all);

    Id<Workshop> m_workshop;
    PaneHead* m_head;
    QAction* m_window = nullptr;
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
