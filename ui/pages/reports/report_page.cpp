// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/report_page.h>

#include <meaning/codes.h>
#include <reporting/report_actions.h>
#include <reporting/text_import.h>
#include <reporting/workshop_report.h>
#include <ui/models/record_list_model.h>
#include <ui/pages/reports/report_view.h>
#include <ui/pages/reports/section_tree.h>
#include <ui/records/export_table.h>
#include <ui/records/record_table.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/filter_bar.h>
#include <ui/widgets/record_finder.h>
#include <ui/widgets/theme.h>

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr qint64 LargestFile = 16 << 20; // what is more is refused by the import anyway

std::vector<ListColumn> columns()
{
    const RecordType& type = recordType(Entity::Report);
    std::vector<ListColumn> all;
    const std::pair<const char*, int> shown[] = {
        {"title", 360}, {"date", 130}, {"status", 110}, {"workshop_id", 300}, {"author", 150}};
    for (const auto& [name, width] : shown) {
        ListColumn column = fieldColumn(Entity::Report, type.indexOf(name));
        column.width = width;
        all.push_back(std::move(column));
    }
    return all;
}
} // namespace

ReportPage::ReportPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_stack(new QStackedWidget(this)), m_view(new ReportView(context, m_stack))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_view);
    connect(m_view, &ReportView::backAsked, this, [this] {
        if (m_view->leave())
            showList();
    });
    connect(m_view, &ReportView::gone, this, &ReportPage::showList);
    connect(&context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        if (touched.has(Entity::Report))
            recount();
    });
    recount();
}

ReportPage::~ReportPage() = default;

QWidget* ReportPage::buildList()
{
    auto* page = new QWidget(m_stack);
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(3 * Space, 2 * Space, 2 * Space, Space);
    row->setSpacing(Space);
    row->addWidget(plainLabel(title(), page, TextSize::Title));
    m_countLabel = mutedLabel({}, page);
    m_countLabel->setContentsMargins(4, 8, 0, 0);
    row->addWidget(m_countLabel);
    row->addStretch(1);
    auto* bring = new QPushButton(icon("document-import"), tr("&Bring in a report from text…"), page);
    bring->setToolTip(tr("Plain text or Markdown: headings become sections, recommendations become records"));
    row->addWidget(bring);
    m_new = new QPushButton(icon("list-add"), tr("&New report"), page);
    makePrimary(m_new);
    m_newMenu = new QMenu(m_new);
    m_new->setMenu(m_newMenu);
    row->addWidget(m_new);
    for (QPushButton* button : {bring, m_new}) {
        button->setEnabled(!m_context.store.isReadOnly());
        if (m_context.store.isReadOnly())
            button->setToolTip(m_context.store.readOnlyReason());
    }
    all->addLayout(row);
    m_filters = new FilterBar(
        {{QStringLiteral("status"), tr("Status"),
          [this] { return vocabularyChoices(m_context.store, QStringLiteral("report_statuses")); }, false}},
        page);
    m_filters->setContentsMargins(3 * Space, 0, 2 * Space, Space);
    connect(m_filters, &FilterBar::changed, this, &ReportPage::fillList);
    all->addWidget(m_filters);

    m_listStack = new QStackedWidget(page);
    m_model = new RecordListModel(m_context.store, Entity::Report, page);
    m_model->setColumns(columns());
    fillList();
    m_table = new RecordTable(m_listStack);
    m_table->setAccessibleName(title());
    m_table->setRecordModel(m_model);
    m_empty = new EmptyState(iconName(), tr("No reports yet"),
                             tr("Begin the report of a workshop: its sessions, participants, recommendations and "
                                "figures are filled in. Or bring in a report that exists as text."),
                             m_context.store.isReadOnly() ? QString() : tr("New report"), m_listStack);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_empty);
    all->addWidget(m_listStack, 1);
    connect(m_table, &RecordTable::opened, this, &ReportPage::showRecord);
    connect(m_table, &RecordTable::removeAsked, this, &ReportPage::removeReports);
    connect(m_table, &QTableView::clicked, this, [this] {
        if (m_table->selectedIds().size() == 1)
            showRecord(m_table->currentId());
    });
    connect(m_model, &RecordListModel::failed, this,
            [this](const Error& error) { m_context.dialogs.showError(this, error); });
    connect(m_newMenu, &QMenu::aboutToShow, this, &ReportPage::fillNewMenu);
    connect(bring, &QPushButton::clicked, this, [this] { importFile(); });
    connect(m_empty, &EmptyState::actionClicked, this, &ReportPage::createRecord);
    m_model->reload();
    return page;
}

void ReportPage::fillList()
{
    Where where;
    where.orderBy("date", true);
    const QStringList codes = m_filters->codes(QStringLiteral("status"));
    if (!codes.isEmpty()) {
        QVariantList values(codes.begin(), codes.end());
        if (codes.contains(codeText(ReportStatus::Draft)))
            values.append(QString()); // one that says nothing is a draft
        where.compare("status", Where::Op::In, values);
    }
    m_model->setSource(
        [where](const Store& store, qint64 limit) { return store.ids(Entity::Report, Where(where).first(limit)); });
}

void ReportPage::search(const QString& query)
{
    if (!leave())
        return;
    showList();
    const QString prefix = QStringLiteral("status:");
    m_filters->setCodes(QStringLiteral("status"),
                        query.startsWith(prefix) ? query.mid(prefix.size()).split(QLatin1Char(','), Qt::SkipEmptyParts)
                                                 : QStringList());
    fillList();
}

void ReportPage::recount()
{
    m_count = m_context.store.count(Entity::Report).value_or(-1);
    m_countLabel->setText(m_count > 0 ? QLocale().toString(m_count) : QString());
    m_listStack->setCurrentIndex(m_count > 0 ? 0 : 1);
    m_model->reload();
    Q_EMIT countChanged();
}

// The latest workshops, those without a report first.
void ReportPage::fillNewMenu()
{
    m_newMenu->clear();
    constexpr int most = 15;
    const auto workshops = m_context.store.find<Workshop>(Where().orderBy("start_date", true).first(most));
    if (!workshops) {
        m_newMenu->addAction(QString(QStringLiteral("⚠ ") + workshops.error().sentence))->setEnabled(false);
    } else {
        for (const bool hasReport : {false, true}) {
            for (const Workshop& workshop : *workshops) {
                if ((m_context.store.count(Entity::Report, Where("workshop_id", workshop.id)).value_or(0) > 0) !=
                    hasReport)
                    continue;
                QString words = hasReport ? tr("Another report of “%1”").arg(workshop.title)
                                          : tr("Report of “%1”").arg(workshop.title);
                words.replace(QLatin1Char('&'), QLatin1String("&&"));
                m_newMenu->addAction(icon("view-calendar-workweek"), words, this,
                                     [this, id = workshop.id] { createFor(id); });
            }
        }
        m_newMenu->addSeparator();
    }
    m_newMenu->addAction(tr("&Empty report"), this, [this] { createFor({}); });
}

bool ReportPage::canCreate() const
{
    return !m_context.store.isReadOnly();
}

void ReportPage::createRecord()
{
    if (!canCreate() || !leave())
        return;
    showList();
    fillNewMenu();
    m_newMenu->popup(m_new->mapToGlobal(QPoint(0, m_new->height())));
    if (!m_newMenu->actions().isEmpty())
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
    const qint64 sections = m_context.store.count(Entity::ReportSection, Where("report_id", *id)).value_or(0);
    const qint64 recommendations = m_context.store.count(Entity::Recommendation, Where("report_id", *id)).value_or(0);
    showRecord(id->value);
    m_context.navigator.tell(tr("Brought in “%1”: %2, %3.")
                                 .arg(QFileInfo(path).fileName(),
                                      tr("%n sections", nullptr, static_cast<int>(sections)),
                                      tr("%n recommendations", nullptr, static_cast<int>(recommendations))));
}

void ReportPage::showRecord(qint64 id)
{
    if (id == currentRecord())
        return;
    if (!m_view->leave())
        return;
    const auto isThere = m_context.store.contains(Entity::Report, id);
    if (id == 0 || (isThere && !*isThere)) {
        showList();
        return;
    }
    m_view->setReport({id});
    m_stack->setCurrentWidget(m_view);
    m_view->tree().setFocus();
    Q_EMIT currentRecordChanged(id);
}

void ReportPage::showList()
{
    const qint64 before = currentRecord() != 0 ? currentRecord() : m_view->report().value;
    m_view->setReport({});
    m_stack->setCurrentIndex(0);
    if (before != 0)
        m_table->selectId(before);
    m_table->setFocus();
    Q_EMIT currentRecordChanged(0);
}

qint64 ReportPage::currentRecord() const
{
    return m_view->report().value;
}

bool ReportPage::leave()
{
    return currentRecord() == 0 || m_view->leave();
}

bool ReportPage::save()
{
    return currentRecord() == 0 || m_view->save();
}

void ReportPage::focusSearch()
{
    if (currentRecord() != 0)
        m_view->tree().setFocus();
    else
        m_table->setFocus();
}

void ReportPage::exportList()
{
    exportRecordTable(m_context, this, title(), *m_model, *m_table);
}

void ReportPage::removeReports(const std::vector<qint64>& ids)
{
    for (const qint64 id : ids) {
        const QString name = m_context.store.titleOf(Entity::Report, id);
        if (const auto removed = removeReport(m_context.store, {id}); !removed)
            m_context.dialogs.showError(this, removed.error());
        else
            m_context.navigator.tell(tr("Removed the report “%1”.").arg(name));
    }
}

} // namespace dtp
