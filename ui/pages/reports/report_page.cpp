// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/report_page.h>

#include <meaning/codes.h>
#include <reporting/report_actions.h>
#include <reporting/text_import.h>
#include <reporting/workshop_report.h>
#include <ui/pages/reports/report_view.h>
#include <ui/widgets/theme.h>

#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>

namespace dtp
{

namespace
{
constexpr qint64 LargestFile = 16 << 20; // what is more is refused by the import anyway

RecordPageSpec reportSpec()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("reports");
    spec.title = ReportPage::tr("Reports");
    spec.iconName = QStringLiteral("office-report");
    spec.entity = Entity::Report;
    const std::pair<const char*, int> shown[] = {
        {"title", 360}, {"date", 130}, {"status", 110}, {"workshop_id", 300}, {"author", 150}};
    for (const auto& [name, width] : shown) {
        spec.columns.push_back(fieldColumn(Entity::Report, recordType(Entity::Report).indexOf(name)));
        spec.columns.back().width = width;
    }
    spec.sortKey = QStringLiteral("date");
    spec.sortDescending = true;
    spec.filters = {QStringLiteral("status"), QStringLiteral("workshop_id")};
    spec.emptyHeading = ReportPage::tr("No reports yet");
    spec.emptySentence =
        ReportPage::tr("Begin the report of a workshop: its sessions, participants, recommendations and figures are "
                       "filled in. Or bring in a report that exists as text.");
    spec.fillsPage = true;
    spec.makeView = [](AppContext& context, QWidget* parent) -> RecordView* {
        return new ReportView(context, parent);
    };
    return spec;
}
} // namespace

ReportPage::ReportPage(AppContext& context, QSettings& settings, QWidget* parent)
    : RecordPage(context, settings, reportSpec(), parent), m_newMenu(new QMenu(this))
{
    setUp();
    auto* bring = new QPushButton(icon("document-import"), tr("&Bring in from text…"), this);
    bring->setToolTip(context.store.isReadOnly()
                          ? context.store.readOnlyReason()
                          : tr("Plain text or Markdown: headings become sections, recommendations become records"));
    bring->setEnabled(canCreate());
    addButton(bring);
    connect(bring, &QPushButton::clicked, this, [this] { importFile(); });
    newButton().setMenu(m_newMenu);
    connect(m_newMenu, &QMenu::aboutToShow, this, &ReportPage::fillNewMenu);
}

ReportView& ReportPage::view()
{
    return static_cast<ReportView&>(RecordPage::view());
}

// The latest workshops, those without a report first.
void ReportPage::addWorkshops(QMenu& menu)
{
    constexpr int most = 15;
    const auto workshops = m_context.store.find<Workshop>(Where().orderBy("start_date", true).first(most));
    if (!workshops) {
        menu.addAction(QString(QStringLiteral("⚠ ") + workshops.error().sentence))->setEnabled(false);
        return;
    }
    for (const bool hasReport : {false, true}) {
        for (const Workshop& workshop : *workshops) {
            const qint64 reports =
                valueOrTold(m_context.store, m_context.store.count(Entity::Report, Where("workshop_id", workshop.id)));
            if ((reports > 0) != hasReport)
                continue;
            QString words = hasReport ? tr("Another report of “%1”").arg(workshop.title)
                                      : tr("Report of “%1”").arg(workshop.title);
            words.replace(QLatin1Char('&'), QLatin1String("&&"));
            menu.addAction(icon("view-calendar-workweek"), words, this, [this, id = workshop.id] { createFor(id); });
        }
    }
}

void ReportPage::fillNewMenu()
{
    m_newMenu->clear();
    addWorkshops(*m_newMenu);
    m_newMenu->addSeparator();
    m_newMenu->addAction(tr("&Empty report"), this, [this] { createFor({}); });
}

void ReportPage::createRecord()
{
    if (!canCreate() || !leave())
        return;
    if (showsRecord())
        showRecord(0);
    fillNewMenu();
    m_newMenu->popup(newButton().mapToGlobal(QPoint(0, newButton().height())));
    m_newMenu->setActiveAction(m_newMenu->actions().constFirst());
}

void ReportPage::createFor(Id<Workshop> workshop)
{
    Result<Id<Report>> made = Id<Report>{};
    if (workshop) {
        made = createWorkshopReport(m_context.store, workshop);
    } else {
        Report report;
        report.title = tr("New report");
        report.date = m_context.store.environment().clock->today();
        if (const auto done = m_context.store.change(tr("Begin a report"),
                                                     [&](ChangeWriter& writer) -> Result<> {
                                                         DTP_CHECK(writer.insert(report));
                                                         return {};
                                                     });
            !done)
            made = tl::unexpected<Error>(done.error());
        else
            made = report.id;
    }
    if (!made) {
        m_context.dialogs.showError(this, made.error());
        return;
    }
    showRecord(made->value);
}

void ReportPage::importFile(const QString& chosen)
{
    const QString path =
        chosen.isEmpty()
            ? m_context.dialogs.askOpenFile(this, tr("Bring in a report"),
                                            tr("Text and Markdown (*.txt *.md *.markdown);;All files (*)"))
            : chosen;
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_context.dialogs.showError(
            this, {tr("“%1” cannot be read: %2.").arg(QFileInfo(path).fileName(), file.errorString()), {}});
        return;
    }
    const auto id = importReport(m_context.store, file.read(LargestFile), {}, QFileInfo(path).fileName());
    if (!id) {
        m_context.dialogs.showError(this, id.error());
        return;
    }
    const Where ofReport("report_id", *id);
    const qint64 sections = valueOrTold(m_context.store, m_context.store.count(Entity::ReportSection, ofReport));
    const qint64 recommendations =
        valueOrTold(m_context.store, m_context.store.count(Entity::Recommendation, ofReport));
    showRecord(id->value);
    m_context.navigator.tell(tr("Brought in “%1”: %2, %3.")
                                 .arg(QFileInfo(path).fileName(),
                                      tr("%n sections", nullptr, static_cast<int>(sections)),
                                      tr("%n recommendations", nullptr, static_cast<int>(recommendations))));
}

} // namespace dtp
