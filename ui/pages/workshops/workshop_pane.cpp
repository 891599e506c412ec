// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_dialog.h>
#include <ui/pages/workshops/workshop_pane.h>

#include <deeds/deed.h>
#include <meaning/codes.h>
#include <records/reports.h>
#include <reporting/workshop_report.h>
#include <standards/countries.h>
#include <ui/head/pane_head.h>
#include <ui/history/history_view.h>
#include <ui/keys/focus.h>
#include <ui/models/person_drag.h>
#include <ui/pages/invitations/invitations_tab.h>
#include <ui/pages/workshops/agenda_tab.h>
#include <ui/pages/workshops/overview_tab.h>
#include <ui/records/deed_dialog.h>
#include <ui/widgets/theme.h>

#include <QDragEnterEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
QString datesText(QDate start, QDate end)
{
    const QLocale locale;
    const QString whole = WorkshopPane::tr("d MMMM yyyy");
    if (!start.isValid() || !end.isValid() || start == end)
        return locale.toString(start.isValid() ? start : end, whole);
    if (start.year() == end.year() && start.month() == end.month())
        return QString(QString::number(start.day()) + QChar(0x2013) + locale.toString(end, whole));
    return WorkshopPane::tr("%1 to %2").arg(locale.toString(start, whole), locale.toString(end, whole));
}

Tone toneOf(const QString& status)
{
    switch (codeOf<WorkshopStatus>(status)) {
    case WorkshopStatus::Confirmed:
        return Tone::Accent;
    case WorkshopStatus::Held:
        return Tone::Good;
    case WorkshopStatus::Postponed:
    case WorkshopStatus::Cancelled:
        return Tone::Warning;
    case WorkshopStatus::Planned:
        break;
    }
    return Tone::Neutral;
}
} // namespace

QString workshopLine(const Workshop& workshop)
{
    QStringList where{workshop.place, countryName(workshop.country)};
    where.removeAll(QString());
    QStringList parts{datesText(workshop.start, workshop.end), where.join(QStringLiteral(", "))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

WorkshopPane::WorkshopPane(AppContext& context, QWidget* parent)
    : RecordView(context, parent), m_head(new PaneHead(tr("More for this workshop"), this)),
      m_tabs(new QTabWidget(this)), m_overview(new OverviewTab(context)), m_invitations(new InvitationsTab(context)),
      m_agenda(new AgendaTab(context)), m_history(new HistoryView(context))
{
    setAcceptDrops(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    buildHead();
    all->addWidget(m_head);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_invitations, tr("Invitations"));
    m_tabs->addTab(m_agenda, tr("Agenda"));
    auto* history = new QWidget;
    history->setAutoFillBackground(true);
    history->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(history);
    column->setContentsMargins(3 * Space, 2 * Space, 2 * Space, 2 * Space);
    column->addWidget(m_history);
    m_tabs->addTab(history, tr("History"));
    all->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &WorkshopPane::fillTab);
    connect(m_overview, &OverviewTab::saved, this, [this](Id<Workshop> workshop) {
        if (workshop == m_workshop)
            return refreshHead();
        setRecord(workshop.value);
        Q_EMIT created(workshop.value);
    });
    connect(m_overview, &OverviewTab::cancelled, this, &WorkshopPane::clear);
    connect(m_overview, &OverviewTab::gone, this, &WorkshopPane::clear);
    connect(&context.store.notifier(), &Notifier::changed, this, [this] { refreshHead(); });
}

void WorkshopPane::buildHead()
{
    m_export = new QPushButton(tr("Export or print…"), m_head);
    m_export->setObjectName(QStringLiteral("export-workshop"));
    connect(m_export, &QPushButton::clicked, this, &WorkshopPane::exportRecord);
    m_report = new QPushButton(m_head);
    m_report->setObjectName(QStringLiteral("report"));
    connect(m_report, &QPushButton::clicked, this, &WorkshopPane::openReport);
    m_head->addDeed(m_export);
    m_head->addDeed(m_report);
    m_window = m_head->menu().addAction(icon("window-new"), tr("Open in a window of its own\tCtrl+Shift+O"), this,
                                        &RecordView::openWindow);
    QAction* remove =
        m_head->menu().addAction(icon("edit-delete"), tr("Delete this workshop"), this, &WorkshopPane::removeWorkshop);
    remove->setEnabled(!m_context.store.isReadOnly());
}

void WorkshopPane::showTabs(bool all)
{
    for (int i = 1; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, all);
    m_export->setVisible(all);
    m_report->setVisible(all);
    m_head->menu().setEnabled(all);
}

void WorkshopPane::setInWindow()
{
    m_window->setVisible(false);
}

RecordView* WorkshopPane::makeAnother(QWidget* parent) const
{
    return new WorkshopPane(m_context, parent);
}

void WorkshopPane::setRecord(qint64 id)
{
    const Id<Workshop> workshop{id};
    if (const auto shown = m_overview->setWorkshop(workshop); !shown) {
        clear();
        return m_context.dialogs.showError(this, shown.error());
    }
    m_workshop = workshop;
    showTabs(true);
    m_stale = {m_invitations, m_agenda, m_history};
    refreshHead();
    fillTab();
}

// Tabs are filled when first looked at, so that going through the list of workshops stays quick.
void WorkshopPane::fillTab()
{
    if (!m_workshop)
        return;
    if (m_tabs->currentWidget() == m_invitations && m_stale.remove(m_invitations))
        m_invitations->setWorkshop(m_workshop);
    else if (m_tabs->currentWidget() == m_agenda && m_stale.remove(m_agenda))
        m_agenda->setWorkshop(m_workshop);
    else if (m_tabs->currentIndex() == m_tabs->count() - 1 && m_stale.remove(m_history))
        m_history->setRecord(Entity::Workshop, m_workshop.value);
}

void WorkshopPane::startNew(const RecordValues& initial)
{
    m_workshop = {};
    m_head->setWords(tr("New workshop"));
    m_head->setBadges({});
    m_tabs->setCurrentIndex(0);
    showTabs(false);
    m_overview->startNew(fromValues<Workshop>(initial));
}

bool WorkshopPane::isNew() const
{
    return m_overview->isNew();
}

void WorkshopPane::clear()
{
    m_workshop = {};
    m_invitations->setWorkshop({});
    m_agenda->setWorkshop({});
    m_overview->clear();
    Q_EMIT cleared();
}

void WorkshopPane::refreshHead()
{
    if (!m_workshop)
        return;
    const auto workshop = m_context.store.get(m_workshop);
    if (!workshop)
        return; // the form says that it is gone
    m_head->setWords(workshop->title, {}, workshopLine(*workshop));
    m_head->setBadges({{m_context.store.vocabulary(QStringLiteral("workshop_statuses")).labelOf(workshop->status),
                        toneOf(workshop->status),
                        {},
                        {}}});
    const auto reports = m_context.store.count(Entity::Report, Where("workshop_id", m_workshop));
    m_report->setText(reports && *reports > 0 ? tr("Open the report") : tr("Write the report"));
    m_report->setEnabled((reports && *reports > 0) || !m_context.store.isReadOnly());
}

bool WorkshopPane::leave()
{
    if (!m_agenda->leave()) {
        m_tabs->setCurrentWidget(m_agenda);
        return false;
    }
    if (!m_overview->leave()) {
        m_tabs->setCurrentWidget(m_overview);
        return false;
    }
    return true;
}

bool WorkshopPane::save()
{
    if (!m_agenda->save()) {
        m_tabs->setCurrentWidget(m_agenda);
        return false;
    }
    if (!m_overview->save()) {
        m_tabs->setCurrentWidget(m_overview);
        return false;
    }
    return true;
}

bool WorkshopPane::exportRecord()
{
    if (!m_workshop)
        return false;
    if (leave()) {
        ExportStart start{QStringLiteral("workshop-coming")};
        start.answers.insert(QStringLiteral("workshop"), m_workshop.value);
        ExportDialog dialog(m_context, std::move(start), this);
        dialog.exec();
    }
    return true;
}

bool WorkshopPane::exportShown()
{
    const QWidget* const shown = m_tabs->currentWidget();
    if (!m_workshop || (shown != m_invitations && shown != m_agenda))
        return false;
    if (leave()) {
        ExportStart start =
            shown == m_invitations ? m_invitations->exportStart() : ExportStart{QStringLiteral("agenda")};
        start.answers.insert(QStringLiteral("workshop"), m_workshop.value);
        ExportDialog(m_context, std::move(start), this).exec();
    }
    return true;
}

void WorkshopPane::takeFocus()
{
    if (!focusFirstIn(*m_tabs->currentWidget()))
        RecordView::takeFocus();
}

void WorkshopPane::openReport()
{
    if (!m_workshop || !leave())
        return;
    const auto reports = m_context.store.find<Report>(Where("workshop_id", m_workshop).orderBy("date", true));
    if (!reports)
        return m_context.dialogs.showError(this, reports.error());
    if (!reports->empty())
        return m_context.navigator.openRecord(Entity::Report, reports->front().id.value);
    const auto made = createWorkshopReport(m_context.store, m_workshop);
    if (!made)
        return m_context.dialogs.showError(this, made.error());
    m_context.navigator.openRecord(Entity::Report, made->value);
}

void WorkshopPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_workshop && !m_context.store.isReadOnly() && event->mimeData()->hasFormat(QLatin1String(PersonIdsMime)))
        event->acceptProposedAction();
}

void WorkshopPane::dropEvent(QDropEvent* event)
{
    const auto people = peopleIn(*event->mimeData());
    if (!m_workshop || people.empty())
        return;
    event->acceptProposedAction();
    m_tabs->setCurrentWidget(m_invitations);
    m_invitations->addPeople(people);
}

void WorkshopPane::removeWorkshop()
{
    if (!m_workshop || m_context.store.isReadOnly())
        return;
    performDeed(m_context, this, *deedOf(QStringLiteral("remove")), Entity::Workshop, {m_workshop.value});
}

} // namespace dtp
