// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/history_dialog.h>

#include <ui/widgets/theme.h>

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

ChangeListModel::ChangeListModel(const Store& store, QObject* parent) : QAbstractTableModel(parent), m_store(store)
{
    reload();
}

void ChangeListModel::reload()
{
    beginResetModel();
    m_changes = read(0);
    m_isComplete = static_cast<qint64>(m_changes.size()) < Page;
    endResetModel();
}

std::vector<ChangeSummary> ChangeListModel::read(qint64 offset)
{
    auto changes = m_store.history(Page, offset);
    m_problem = changes ? QString() : changes.error().sentence;
    Q_EMIT problemChanged();
    return changes ? std::move(*changes) : std::vector<ChangeSummary>();
}

bool ChangeListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isComplete;
}

void ChangeListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    auto more = read(static_cast<qint64>(m_changes.size()));
    m_isComplete = static_cast<qint64>(more.size()) < Page;
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    m_changes.insert(m_changes.end(), more.begin(), more.end());
    endInsertRows();
}

const ChangeSummary* ChangeListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_changes[static_cast<size_t>(row)] : nullptr;
}

int ChangeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    const ChangeSummary* change = index.isValid() ? at(index.row()) : nullptr;
    if (!change)
        return {};
    const bool isDone = change->state == ChangeSummary::State::Done;
    if (role == Qt::ForegroundRole && !isDone)
        return themeColours(static_cast<const QWidget*>(nullptr)).muted;
    if (role == Qt::TextAlignmentRole && index.column() == 2)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case 0:
        return change->state == ChangeSummary::State::Undone ? tr("%1 (undone)").arg(change->sentence)
               : change->state == ChangeSummary::State::Dropped
                   ? tr("%1 (undone, then something else was done)").arg(change->sentence)
                   : change->sentence;
    case 1:
        return QLocale().toString(change->at.toLocalTime(), QStringLiteral("d MMMM yyyy, HH:mm"));
    case 2:
        return QLocale().toString(change->records);
    default:
        return change->author;
    }
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("What was done"), tr("When"), tr("Records"), tr("By")};
    return titles[section];
}

HistoryDialog::HistoryDialog(AppContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_model(new ChangeListModel(context.store, this)),
      m_view(new QTableView(this)), m_undo(new QPushButton(icon("edit-undo"), {}, this)),
      m_problem(inkLabel(Ink::Danger, {}, this))
{
    setWindowTitle(tr("History"));
    resize(860, 560);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2 * Space, 2 * Space, 2 * Space, 2 * Space);
    all->setSpacing(Space);
    all->addWidget(plainLabel(tr("History of this file"), this, TextSize::Heading));
    all->addWidget(mutedLabel(tr("Newest first. What was done can be taken back, also after a restart."), this));
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(34);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setColumnWidth(0, 440);
    m_view->setColumnWidth(1, 170);
    m_view->setColumnWidth(2, 80);
    m_view->setAccessibleName(tr("Changes"));
    m_problem->setWordWrap(true);
    all->addWidget(m_problem);
    all->addWidget(m_view, 1);
    auto* row = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(close);
    all->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::undoTo);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::updateUndo);
    connect(m_model, &ChangeListModel::problemChanged, this, &HistoryDialog::showProblem);
    connect(&context.store.notifier(), &Notifier::changed, this, [this] {
        m_model->reload();
        updateUndo();
    });
    updateUndo();
    showProblem();
}

void HistoryDialog::showProblem()
{
    m_problem->setText(m_model->problem().isEmpty() ? QString() : QString(QStringLiteral("⚠ ") + m_model->problem()));
    m_problem->setVisible(!m_model->problem().isEmpty());
}

void HistoryDialog::updateUndo()
{
    int steps = 0;
    for (int row = 0; row <= m_view->currentIndex().row(); ++row)
        steps += m_model->at(row)->state == ChangeSummary::State::Done ? 1 : 0;
    const ChangeSummary* chosen = m_model->at(m_view->currentIndex().row());
    const bool can = chosen && chosen->state == ChangeSummary::State::Done && !m_context.store.isReadOnly();
    m_undo->setEnabled(can);
    m_undo->setText(!can         ? tr("Choose a change to take back")
                    : steps == 1 ? tr("Undo this change")
                                 : tr("Undo %1 changes, back to before this one").arg(steps));
}

void HistoryDialog::undoTo()
{
    const ChangeSummary* chosen = m_model->at(m_view->currentIndex().row());
    if (!chosen)
        return;
    const qint64 target = chosen->id;
    int steps = 0;
    for (auto next = m_context.store.nextUndo(); next && next->id >= target; next = m_context.store.nextUndo()) {
        if (const auto done = m_context.store.undo(); !done) {
            m_context.dialogs.showError(this, done.error());
            break;
        }
        ++steps;
    }
    if (steps > 0)
        m_context.navigator.tell(steps == 1 ? tr("Undone one change.")
                                            : tr("Undone %1 changes. Redo brings them back one by one.").arg(steps));
}

} // namespace dtp
