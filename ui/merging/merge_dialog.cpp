// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merging/merge_dialog.h>

#include <ui/forms/kept_dialogs.h>
#include <ui/keys/typed.h>
#include <ui/merging/merge_model.h>
#include <ui/models/discretion.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int widthOfRecord = 230;
constexpr int widthOfLabels = 170;
constexpr int rowsSeen = 12; // then it scrolls
} // namespace

MergeDialog::MergeDialog(AppContext& context, MergePlan plan, QWidget* parent)
    : QDialog(parent), m_context(context), m_model(new MergeModel(context.store, std::move(plan), this))
{
    QCborArray keys;
    for (const qint64 person : m_model->plan().people)
        keys.append(person);
    reopenBy(*this, {{QStringLiteral("merge"), keys}});
    setWindowTitle(tr("Merge %1 people into one").arg(m_model->plan().people.size()));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* heading = plainLabel(windowTitle(), this, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    auto* hint =
        mutedLabel(tr("These records become one. Where they differ, what is taken has a ✓: click what is right, "
                      "or press Space on it. What the others say stays in the history."),
                   this);
    hint->setWordWrap(true);
    all->addWidget(hint);
    buildTable();
    all->addWidget(m_table, 1);
    addWords(*all);
    auto* buttons = new QHBoxLayout;
    if (m_model->coversSomething()) {
        auto* uncover = new QCheckBox(tr("&Show what is covered"), this);
        uncover->setEnabled(!isDiscreet(context.store));
        uncover->setToolTip(uncover->isEnabled() ? QString() : hiddenHint());
        uncover->setProperty("isSecret", true); // covered again after unlocking
        connect(uncover, &QCheckBox::toggled, m_model, &MergeModel::uncover);
        buttons->addWidget(uncover);
    }
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_merge = new QPushButton(tr("&Merge"), this);
    m_merge->setObjectName(QStringLiteral("merge"));
    makePrimary(m_merge);
    m_merge->setAutoDefault(false); // Return alone merges nobody
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_merge);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, &QDialog::accept);
    fit();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

const MergePlan& MergeDialog::plan() const
{
    return m_model->plan();
}

void MergeDialog::buildTable()
{
    m_table = new QTableView(this);
    makeList(*m_table);
    m_table->setSelectionBehavior(QTableView::SelectItems);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setProperty("hasCells", true); // so the cell shows that it has the keys
    m_table->setAccessibleName(tr("What the records say"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(4 * Space);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->show();
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::clicked, m_model, &MergeModel::take);
}

void MergeDialog::addWords(QVBoxLayout& layout)
{
    const auto add = [&](QLabel* label) {
        label->setWordWrap(true);
        layout.addWidget(label);
    };
    const MergePlan& plan = m_model->plan();
    if (const QStringList related = relatedInWords(plan); !related.isEmpty())
        add(mutedLabel(tr("Goes along: %1.").arg(related.join(QStringLiteral(" · "))), this));
    m_names = mutedLabel({}, this);
    add(m_names);
    sayNames();
    connect(m_model, &MergeModel::taken, this, &MergeDialog::sayNames);
    whenSwitched(m_context.store, this, [this] { sayNames(); });
    for (const QString& remark : plan.remarks)
        add(inkLabel(Ink::Warning, remark, this));
}

void MergeDialog::sayNames()
{
    const QStringList names = valueOrTold(m_context.store, otherNamesKept(m_context.store, m_model->plan()));
    m_names->setVisible(!names.isEmpty());
    m_names->setText(tr("Kept as other names: %1.")
                         .arg(m_model->namesAreCovered() ? hiddenText() : names.join(QStringLiteral(", "))));
}

void MergeDialog::fit()
{
    const int rows = qMin(m_model->rowCount(), rowsSeen);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * qMin(rows, 4) + 5 * Space);
    const int height = m_table->verticalHeader()->defaultSectionSize() * rows + 5 * Space + 260;
    resizeWithin(*this, {widthOfLabels + widthOfRecord * m_model->columnCount() + 6 * Space, height});
}

QVariantList MergeDialog::typed() const
{
    QVariantList all;
    for (const MergedField& field : m_model->plan().fields) {
        const auto from = std::find(field.values.begin(), field.values.end(), field.value);
        if (field.value != field.proposed && from != field.values.end())
            all.append(
                QStringLiteral("%1=%2").arg(QLatin1String(field.ofTable().name)).arg(from - field.values.begin()));
    }
    return all;
}

void MergeDialog::putBack(const QVariantList& typed)
{
    for (const QVariant& one : typed) {
        const QString name = one.toString().section(QLatin1Char('='), 0, 0);
        const int column = one.toString().section(QLatin1Char('='), 1).toInt();
        for (int row = 0; row < m_model->rowCount() && column < m_model->becomes(); ++row) {
            if (name == QLatin1String(m_model->plan().fields[static_cast<size_t>(row)].ofTable().name))
                m_model->take(m_model->index(row, column));
        }
    }
}

bool MergeDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            m_model->take(m_table->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void MergeDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && !m_model->isAsProposed() && !mayLoseTyped(m_context, this))
        return;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        m_merge->click();
    else
        QDialog::keyPressEvent(event);
}

void askMerge(AppContext& context, QWidget* parent, const std::vector<qint64>& people)
{
    auto plan = planMerge(context.store, people);
    if (!plan)
        return context.dialogs.showError(parent, plan.error());
    MergeDialog dialog(context, std::move(*plan), parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Store& store = context.store;
    const auto done =
        runTask<QString>(parent, MergeDialog::tr("Merging"), [&](const Progress& progress) -> Result<QString> {
            DTP_TRY(own, store.another());
            return mergePeople(*own, dialog.plan(), progress);
        });
    context.store.noteChangesElsewhere();
    if (!done)
        return context.dialogs.showError(parent, done.error());
    context.navigator.openRecord(Entity::Person, people.front());
    context.navigator.tell(*done);
}

} // namespace dtp
