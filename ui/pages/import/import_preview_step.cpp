// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_preview_step.h>

#include <ui/models/import_models.h>
#include <ui/pages/import/import_doubts.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

ImportPreviewStep::ImportPreviewStep(QWidget* parent)
    : QWidget(parent), m_way(&ImportWay::of(Entity::Person)), m_chips(new QButtonGroup(this)),
      m_known(plainLabel({}, this)), m_policy(new QComboBox(this)), m_makeMissing(new QCheckBox(this)),
      m_also(mutedLabel({}, this)), m_table(new QTableView(this)), m_detail(plainLabel({}, this)),
      m_model(new PlannedRowsModel(this))
{
    build();
    setWay(*m_way);
    setPlan(nullptr);
}

// Who looks at a row imports nothing yet.
static void ignoreReturn(QWidget* list)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        new QShortcut(
            QKeySequence(key), list, [] {}, Qt::WidgetShortcut);
}

void ImportPreviewStep::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space + Space / 2);
    auto* policy = new QHBoxLayout;
    m_policy->addItem(tr("Fill what is empty, add to lists"), static_cast<int>(MatchPolicy::Fill));
    m_policy->addItem(tr("Also replace what differs"), static_cast<int>(MatchPolicy::Update));
    m_policy->addItem(tr("Leave them as they are"), static_cast<int>(MatchPolicy::Skip));
    m_policy->setObjectName(QStringLiteral("policy"));
    m_known->setBuddy(m_policy);
    policy->addWidget(m_known);
    policy->addWidget(m_policy);
    policy->addStretch(1);
    all->addLayout(policy);
    m_makeMissing->setText(tr("&Make what rows name and is not known yet"));
    m_makeMissing->setToolTip(tr("People, organisations, programs, series and networks. Without this, rows that need "
                                 "one that is not known are set aside."));
    m_makeMissing->setObjectName(QStringLiteral("makeMissing"));
    all->addWidget(m_makeMissing);
    auto* chips = new QWidget(this);
    auto* flow = new FlowLayout(chips, Space);
    m_chips->setExclusive(true);
    static const char* const names[FilterCount] = {"all", "new", "joined", "unchanged", "rejected", "problems"};
    for (int i = 0; i < FilterCount; ++i) {
        auto* chip = new QPushButton(chips);
        chip->setObjectName(QString(QStringLiteral("chip-") + QLatin1String(names[i])));
        chip->setCheckable(true);
        chip->setAutoDefault(false);
        m_chips->addButton(chip, i);
        flow->addWidget(chip);
    }
    all->addWidget(chips);
    m_also->setWordWrap(true);
    all->addWidget(m_also);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("What becomes of each row"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(4 * Space);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(PlannedRowsModel::ReasonColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(PlannedRowsModel::RowColumn, 72);
    m_table->setColumnWidth(PlannedRowsModel::FateColumn, 110);
    m_table->setColumnWidth(PlannedRowsModel::NameColumn, 220);
    ignoreReturn(m_table);
    all->addWidget(m_table, 1);
    setTabOrder(m_chips->button(FilterCount - 1), m_table); // which was made before
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setMinimumHeight(3 * fontMetrics().lineSpacing());
    all->addWidget(m_detail);
    connect(m_policy, &QComboBox::activated, this, &ImportPreviewStep::choicesChanged);
    connect(m_makeMissing, &QCheckBox::clicked, this, &ImportPreviewStep::choicesChanged);
    connect(m_chips, &QButtonGroup::idClicked, this, &ImportPreviewStep::showFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPreviewStep::showRow);
}

void ImportPreviewStep::setWay(const ImportWay& way)
{
    m_way = &way;
    const ImportPhrases phrases = importPhrases(way.entity());
    m_known->setText(phrases.known);
    m_makeMissing->setVisible(way.canMakeMissing());
    m_model->setPhrases(phrases);
}

void ImportPreviewStep::setMapping(const ImportMapping& mapping)
{
    ImportMapping lost = mapping;
    std::erase_if(lost.columns, [](const ColumnMapping& column) { return column.target != QLatin1String("ignore"); });
    m_leftOut = unknownColumns(lost);
}

ImportChoices ImportPreviewStep::choices() const
{
    return {static_cast<MatchPolicy>(m_policy->currentData().toInt()),
            m_way->canMakeMissing() && m_makeMissing->isChecked()};
}

void ImportPreviewStep::setPolicy(MatchPolicy policy)
{
    m_policy->setCurrentIndex(m_policy->findData(static_cast<int>(policy)));
}

void ImportPreviewStep::setPlan(std::shared_ptr<const PlannedImport> plan)
{
    const int filter = m_plan ? std::max(0, m_chips->checkedId()) : 0;
    m_plan = std::move(plan);
    m_model->setPlan(m_plan);
    updateChips();
    // The same filter again, as long as there is something in it.
    showFilter(m_chips->button(filter)->isEnabled() ? filter : 0);
}

void ImportPreviewStep::updateChips()
{
    const ImportTally counts = m_plan ? m_plan->tally() : ImportTally();
    const QLocale locale;
    const std::pair<QString, qint64> texts[FilterCount] = {
        {tr("All %1"), counts.rows},
        {tr("%1 new"), counts.made},
        {importPhrases(m_way->entity()).joinedCount, counts.joined},
        {tr("%1 unchanged"), counts.unchanged},
        {tr("%1 set aside"), counts.rejected},
        {tr("%1 to look at"), counts.rejected + counts.withWarnings}};
    for (int i = 0; i < FilterCount; ++i) {
        m_chips->button(i)->setText(texts[i].first.arg(locale.toString(texts[i].second)));
        m_chips->button(i)->setEnabled(m_plan && (texts[i].second > 0 || i == All));
    }
    QStringList sentences = QStringList{alsoText(counts)} + importDoubts(m_way->entity(), counts);
    if (!m_leftOut.isEmpty())
        sentences.append(tr("Nothing of these columns is kept: %1.").arg(m_leftOut));
    sentences.removeAll(QString());
    const QString also = sentences.join(QLatin1Char(' '));
    m_also->setText(also);
    m_also->setVisible(!also.isEmpty());
}

void ImportPreviewStep::showFilter(int filter)
{
    m_chips->button(filter)->setChecked(true);
    switch (filter) {
    case New:
        m_model->showFate(RowFate::New);
        break;
    case Joined:
        m_model->showFate(RowFate::Joined);
        break;
    case Unchanged:
        m_model->showFate(RowFate::Unchanged);
        break;
    case Rejected:
        m_model->showFate(RowFate::Rejected);
        break;
    case Problems:
        m_model->showProblems();
        break;
    default:
        m_model->showAll();
        break;
    }
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showRow();
}

void ImportPreviewStep::showRow()
{
    const PlannedRow* row = m_model->row(m_table->currentIndex().row());
    m_detail->setText(row ? (QStringList{row->reason} + row->warnings).join(QLatin1Char('\n')) : QString());
}

} // namespace dtp
