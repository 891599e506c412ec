// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/invitations_tab.h>

#include <meaning/codes.h>
#include <meaning/invitations.h>
#include <query/query.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/invitations/balance_panel.h>
#include <ui/pages/invitations/invitation_table.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/state_chips.h>
#include <ui/pages/invitations/substitute_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/pages/invitations/words.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/person_picker.h>
#include <ui/widgets/theme.h>

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dtp
{

InvitationsTab::InvitationsTab(AppContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new InvitationModel(context.store, this)),
      m_table(new InvitationTable), m_balance(new BalancePanel)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildMenu();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildBar());
    auto* body = new QWidget(this);
    body->setProperty("givesWay", true); // to what is told at the foot
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* splitter = new QSplitter(Qt::Horizontal, body);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    m_balance->setMinimumWidth(250);
    splitter->addWidget(m_balance);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({540, 280});
    rows->addWidget(splitter, 1);
    rows->addWidget(buildNotice());
    all->addWidget(body, 1);
    m_table->setInvitations(m_model);

    connect(m_table, &InvitationTable::stateAsked, this, &InvitationsTab::setState);
    connect(m_table, &InvitationTable::removeAsked, this, &InvitationsTab::removeSelected);
    connect(m_table, &InvitationTable::peopleDropped, this, &InvitationsTab::addPeople);
    connect(m_table, &InvitationTable::personOpened, this,
            [this](Id<Person> person) { m_context.navigator.openRecord(Entity::Person, person.value); });
    connect(m_table, &InvitationTable::selectionSettled, this, &InvitationsTab::updateDeeds);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { m_menu->popup(m_table->viewport()->mapToGlobal(at)); });
    connect(m_balance, &BalancePanel::targetsAsked, this, &InvitationsTab::changeTargets);
    connect(&context.store.notifier(), &Notifier::changed, this, [this](const Touched& touched) {
        for (const Entity entity : {Entity::Invitation, Entity::WorkshopTarget, Entity::Workshop, Entity::Person,
                                    Entity::Affiliation, Entity::PersonIssue, Entity::Participation}) {
            if (touched.has(entity))
                return refresh();
        }
    });
    updateDeeds();
}

QWidget* InvitationsTab::buildBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * Space, Space, 2 * Space, Space);
    row->setSpacing(Space);
    m_picker = new PersonPicker(m_context.store, bar);
    m_picker->setObjectName(QStringLiteral("add-person"));
    m_picker->setPlaceholderText(tr("Add a person"));
    m_picker->setAccessibleName(tr("Add a person to the list"));
    m_picker->setClearsAfterPick(true);
    m_picker->setMaximumWidth(340);
    connect(m_picker, &PersonPicker::picked, this, [this](Id<Person> person) { addPeople({person}); });
    m_stateButton = new QPushButton(tr("Set state"), bar);
    m_stateButton->setObjectName(QStringLiteral("set-state"));
    m_stateButton->setMenu(m_menu);
    m_propose = new QPushButton(bar);
    m_propose->setObjectName(QStringLiteral("propose"));
    makePrimary(m_propose);
    connect(m_propose, &QPushButton::clicked, this, &InvitationsTab::propose);
    constexpr int nearlyAll = 1000; // of the room that is left, up to its greatest width
    row->addWidget(m_picker, nearlyAll);
    row->addWidget(m_stateButton);
    row->addStretch(1);
    row->addWidget(m_propose);
    return bar;
}

QWidget* InvitationsTab::buildList()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_chips = new StateChips(m_context.store, box);
    m_chips->setContentsMargins(2 * Space, 0, 2 * Space, Space);
    connect(m_chips, &StateChips::filterChosen, this, [this](const InvitationFilter& filter) {
        m_model->setFilter(filter);
        m_chips->showCounts(*m_model);
        updateDeeds();
    });
    column->addWidget(m_chips);
    m_stack = new QStackedWidget(box);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(QStringLiteral("system-users"), {}, {}, tr("Propose people"), m_stack);
    connect(m_empty, &EmptyState::actionClicked, this, &InvitationsTab::propose);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    return box;
}

// Below list and balance: the list alone is too narrow for it in a small window.
QWidget* InvitationsTab::buildNotice()
{
    m_notice = new QWidget;
    m_notice->setAutoFillBackground(true);
    m_notice->setBackgroundRole(QPalette::Window);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(2 * Space, Space, 2 * Space, Space);
    m_noticeText = plainLabel({}, m_notice);
    m_noticeText->setWordWrap(true);
    auto* find = new QPushButton(tr("Find a substitute…"), m_notice);
    find->setObjectName(QStringLiteral("notice-substitute"));
    auto* close = new QPushButton(tr("Not now"), m_notice);
    makeQuiet(close);
    row->addWidget(m_noticeText, 1);
    row->addWidget(close);
    row->addWidget(find);
    connect(find, &QPushButton::clicked, this, [this] { findSubstitute(m_noticeOf); });
    connect(close, &QPushButton::clicked, m_notice, &QWidget::hide);
    m_notice->hide();
    return m_notice;
}

void InvitationsTab::buildMenu()
{
    m_menu = new QMenu(this);
    for (const VocabularyTerm& term : m_context.store.vocabulary(QStringLiteral("invitation_states")).terms()) {
        QString words = onButton(term.label);
        if (const int key = keyOfState(term.code))
            words += QLatin1Char('\t') + QKeySequence(key).toString(QKeySequence::NativeText);
        QAction* action = m_menu->addAction(words, this, [this, code = term.code] { setState(code); });
        action->setObjectName(QString(QStringLiteral("state-") + term.code));
    }
    m_menu->addSeparator();
    m_substitute = m_menu->addAction(tr("Find a substitute…"), this, [this] {
        const auto selected = m_table->selected();
        if (!selected.empty())
            findSubstitute(selected.front());
    });
    m_toReserve = m_menu->addAction(tr("Keep in reserve"), this, [this] { setReserve(true); });
    m_fromReserve = m_menu->addAction(tr("Take from the reserve onto the list"), this, [this] { setReserve(false); });
    m_menu->addSeparator();
    m_allAttended = m_menu->addAction(QString(), this, &InvitationsTab::markAllAttended);
    m_open = m_menu->addAction(tr("Open the person\tEnter"), this, [this] {
        m_context.navigator.openRecord(Entity::Person, m_model->personAt(m_table->currentIndex().row()).value);
    });
    m_remove = m_menu->addAction(tr("Take off the list\tDel"), this, &InvitationsTab::removeSelected);
    connect(m_menu, &QMenu::aboutToShow, this, &InvitationsTab::updateDeeds);
}

void InvitationsTab::setWorkshop(Id<Workshop> workshop)
{
    m_workshop = workshop;
    m_notice->hide();
    if (const auto read = m_model->setWorkshop(workshop); !read)
        m_context.dialogs.showError(this, read.error());
    refresh();
    m_table->clearSelection();
    updateDeeds();
}

void InvitationsTab::refresh()
{
    const auto isThere = m_context.store.contains(Entity::Workshop, m_workshop.value);
    if (!m_workshop || (isThere && !*isThere))
        return;
    const auto kept = m_table->selected();
    const bool hadFocus = m_table->hasFocus();
    if (const auto read = m_model->reload(); !read)
        return m_context.dialogs.showError(this, read.error());
    m_table->select(kept);
    if (hadFocus)
        m_table->setFocus();
    m_chips->showCounts(*m_model);
    const auto balance = readBalance(m_context.store, m_workshop);
    if (!balance)
        return m_context.dialogs.showError(this, balance.error());
    m_places = balance->places;
    m_balance->setBalance(*balance);
    updateWords();
}

void InvitationsTab::updateWords()
{
    m_propose->setText(m_places > 0 ? tr("Propose %Ln people…", nullptr, m_places) : tr("Propose people…"));
    m_propose->setEnabled(!m_context.store.isReadOnly());
    m_picker->setEnabled(!m_context.store.isReadOnly());
    if (m_model->total() == 0) {
        m_empty->setWords(tr("Nobody is on the list yet"),
                          tr("Add people one by one, drag them here from the list of people, or let the program "
                             "propose a balanced list."),
                          m_context.store.isReadOnly() ? QString() : m_propose->text());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_table);
    }
    updateDeeds();
}

void InvitationsTab::updateDeeds()
{
    const auto selected = m_table->selected();
    const bool may = !m_context.store.isReadOnly();
    m_stateButton->setEnabled(may && (!selected.empty() || m_model->total() > 0));
    m_stateButton->setText(selected.size() > 1 ? tr("Set state of %1").arg(selected.size()) : tr("Set state"));
    for (QAction* action : m_menu->actions()) {
        if (!action->isSeparator())
            action->setEnabled(may && !selected.empty());
    }
    m_substitute->setEnabled(may && selected.size() == 1);
    m_open->setEnabled(selected.size() == 1);
    const auto accepted = m_model->withState(codeText(InvitationState::Accepted)).size();
    m_allAttended->setText(tr("Mark all %1 who accepted as attended").arg(accepted));
    m_allAttended->setVisible(accepted > 0);
    m_allAttended->setEnabled(may);
}

bool InvitationsTab::told(const Result<>& done)
{
    if (!done)
        m_context.dialogs.showError(this, done.error());
    return done.has_value();
}

QString InvitationsTab::selectionText() const
{
    const auto selected = m_table->selected();
    return selected.size() == 1 ? m_model->nameAt(m_model->rowOf(selected.front()))
                                : tr("%1 people").arg(selected.size());
}

void InvitationsTab::addPeople(const std::vector<Id<Person>>& people)
{
    if (!m_workshop || people.empty() || m_context.store.isReadOnly())
        return;
    const auto outcome = inviteMany(m_context.store, m_workshop, people);
    if (!outcome)
        return m_context.dialogs.showError(this, outcome.error());
    if (outcome->added.empty())
        return m_context.navigator.tellOnly(
            people.size() == 1
                ? tr("%1 is on the list already.").arg(m_context.store.titleOf(Entity::Person, people.front().value))
                : tr("All %1 are on the list already.").arg(people.size()));
    m_model->setFilter({});
    refresh();
    m_table->select(outcome->added);
    if (m_model->rowOf(outcome->added.front()) >= 0)
        m_table->scrollTo(m_model->index(m_model->rowOf(outcome->added.front()), 0));
    QString words = outcome->added.size() == 1
                        ? tr("%1 is on the list now, as considered.").arg(selectionText())
                        : tr("%1 people are on the list now, as considered.").arg(outcome->added.size());
    if (outcome->alreadyThere > 0)
        words += QLatin1Char(' ') + tr("%n were there already.", nullptr, static_cast<int>(outcome->alreadyThere));
    m_context.navigator.tell(words);
}

void InvitationsTab::setState(const QString& state)
{
    const auto selected = m_table->selected();
    if (selected.empty() || m_context.store.isReadOnly())
        return;
    const QString who = selectionText();
    if (!told(setInvitationState(m_context.store, selected, state)))
        return;
    const bool isOut = stageOf(state) == InvitationStage::Out;
    if (isOut && selected.size() == 1) {
        m_noticeOf = selected.front();
        m_noticeText->setText(tr("%1 is not coming. Who takes the place?").arg(who));
    }
    m_notice->setVisible(isOut && selected.size() == 1);
}

void InvitationsTab::removeSelected()
{
    const QString who = selectionText();
    const auto selected = m_table->selected();
    if (!selected.empty() && !m_context.store.isReadOnly() && told(removeInvitations(m_context.store, selected)))
        m_context.navigator.tell(tr("Took %1 off the list.").arg(who));
}

void InvitationsTab::setReserve(bool reserve)
{
    told(dtp::setReserve(m_context.store, m_table->selected(), reserve));
}

void InvitationsTab::markAllAttended()
{
    const auto accepted = m_model->withState(codeText(InvitationState::Accepted));
    if (told(markAttendance(m_context.store, accepted, true)))
        m_context.navigator.tell(
            tr("Marked %n people as attended. Now mark those who did not come as unable to attend.", nullptr,
               static_cast<int>(accepted.size())));
}

ExportStart InvitationsTab::exportStart() const
{
    ExportStart start{QLatin1String(recordType(Entity::Invitation).table)};
    const auto chosen = m_table->selected();
    if (chosen.size() > 1) {
        for (const Id<Invitation> one : chosen)
            start.chosen.push_back(one.value);
    }
    std::vector<qint64> shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown.push_back(m_model->invitationAt(row).value);
    start.list = [shown](const Store&, qint64) -> Result<std::vector<qint64>> { return shown; };
    start.listWords = m_context.store.titleOf(Entity::Workshop, m_workshop.value);
    start.listQuery = queryText(filterNode(QStringLiteral("workshop"), {start.listWords}));
    return start;
}

void InvitationsTab::propose()
{
    ProposalDialog dialog(m_context, m_workshop, this);
    dialog.exec();
}

void InvitationsTab::changeTargets()
{
    TargetsDialog dialog(m_context, m_workshop, this);
    dialog.exec();
}

void InvitationsTab::findSubstitute(Id<Invitation> invitation)
{
    SubstituteDialog dialog(m_context, invitation, this);
    if (dialog.exec() == QDialog::Accepted)
        m_notice->hide();
}

} // namespace dtp
