// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/history/history_dialog.h>

#include <reverting/agreements_back.h>
#include <ui/history/take_back.h>
#include <ui/widgets/theme.h>

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

HistoryDialog::HistoryDialog(AppContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_model(new ChangeListModel(context.store, this)),
      m_view(new QTableView(this)), m_undo(new QPushButton(icon("edit-undo"), {}, this)),
      m_alone(new QPushButton(tr("Take back this one alone"), this)), m_problem(inkLabel(Ink::Danger, {}, this))
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
    // When it was, to the minute, is never cut; a long sentence is.
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->setAccessibleName(tr("Changes"));
    m_problem->setWordWrap(true);
    all->addWidget(m_problem);
    all->addWidget(m_view, 1);
    auto* row = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    row->addWidget(m_undo);
    row->addWidget(m_alone);
    row->addStretch(1);
    row->addWidget(close);
    all->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::undoTo);
    connect(m_alone, &QPushButton::clicked, this, &HistoryDialog::takeBackAlone);
    m_alone->setObjectName(QStringLiteral("alone"));
    m_alone->setToolTip(tr("What was done since stays; where it stands on this change, that is said"));
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
    m_alone->setVisible(can && steps > 1);
    m_undo->setText(!can         ? tr("Choose a change to take back")
                    : steps == 1 ? tr("Undo this change")
                                 : tr("Undo %1 changes, back to before this one").arg(steps));
}

void HistoryDialog::takeBackAlone()
{
    if (const ChangeSummary* chosen = m_model->at(m_view->currentIndex().row()))
        takeBack(m_context, this, *chosen);
}

void HistoryDialog::undoTo()
{
    const ChangeSummary* chosen = m_model->at(m_view->currentIndex().row());
    if (!chosen)
        return;
    std::vector<qint64> changes;
    for (int row = 0; row <= m_view->currentIndex().row(); ++row) {
        if (const ChangeSummary* one = m_model->at(row); one && one->state == ChangeSummary::State::Done)
            changes.push_back(one->id);
    }
    const auto watch = AgreementWatch::before(m_context.store, changes);
    if (!watch)
        return m_context.dialogs.showError(this, watch.error());
    const qint64 target = chosen->id;
    int steps = 0;
    for (auto next = m_context.store.nextUndo(); next && next->id >= target; next = m_context.store.nextUndo()) {
        if (const auto done = m_context.store.undo(); !done) {
            m_context.dialogs.showError(this, done.error());
            break;
        }
        ++steps;
    }
    if (steps == 0)
        return;
    const auto agreements = watch->after();
    if (!agreements)
        m_context.dialogs.showError(this, agreements.error());
    m_context.navigator.tell(withAgreements(
        steps == 1 ? tr("Undone one change.") : tr("Undone %1 changes. Redo brings them back one by one.").arg(steps),
        agreements.value_or(AgreementsBack())));
}

} // namespace dtp
