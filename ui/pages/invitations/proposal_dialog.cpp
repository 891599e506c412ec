// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/proposal_dialog.h>

#include <standards/countries.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/pages/invitations/proposal_wish_form.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/two_line_delegate.h>

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int PersonKey = Qt::UserRole + 20;
constexpr int KeepColumn = 1;
} // namespace

ProposalDialog::ProposalDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent)
    : QDialog(parent), m_context(context), m_workshop(workshop), m_form(new ProposalWishForm(context, workshop, this)),
      m_background(std::make_unique<BackgroundStore>(context.store))
{
    setWindowTitle(tr("Propose people for %1").arg(context.store.titleOf(Entity::Workshop, workshop.value)));
    reopenBy(*this, {{QStringLiteral("proposal"), true}, {QStringLiteral("workshop"), workshop.value}});
    m_form->setPlaces(valueOrTold(context.store, context.store.get(workshop)).capacity.value_or(0));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(2 * Space);
    m_form->setFixedWidth(320);
    columns->addWidget(m_form);
    columns->addWidget(buildResult(), 1);
    all->addLayout(columns, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_again = new QPushButton(tr("Propose again"), this);
    m_again->setObjectName(QStringLiteral("again"));
    m_again->setAutoDefault(false);
    m_accept = new QPushButton(this);
    m_accept->setObjectName(QStringLiteral("accept"));
    makePrimary(m_accept);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_again);
    buttons->addWidget(m_accept);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &ProposalDialog::search);
    connect(m_accept, &QPushButton::clicked, this, &ProposalDialog::accept);
    connect(m_form, &ProposalWishForm::changed, this, [this] {
        m_isStale = true;
        updateWords();
    });
    connect(m_form, &ProposalWishForm::targetsAsked, this, [this] {
        TargetsDialog dialog(m_context, m_workshop, this);
        if (dialog.exec() == QDialog::Accepted)
            search();
    });
    whenSwitched(context.store, this, [this] {
        if (m_proposal)
            showList();
    });
    resizeWithin(*this, {1080, 700});
    search();
}

ProposalDialog::~ProposalDialog()
{
    if (m_stop)
        *m_stop = true;
}

QWidget* ProposalDialog::buildResult()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space);
    m_summary = plainLabel({}, box, TextSize::Heading);
    m_summary->setWordWrap(true);
    m_progress = new QProgressBar(box);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_missed = plainLabel({}, box);
    m_missed->setWordWrap(true);
    m_missed->setObjectName(QStringLiteral("missed"));
    m_remarks = mutedLabel({}, box, TextSize::Small);
    m_remarks->setWordWrap(true);
    m_list = new QTreeWidget(box);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Proposed, and why"), tr("Keep")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(KeepColumn, QHeaderView::Fixed);
    m_list->header()->resizeSection(KeepColumn, 56);
    m_list->header()->setFont(themeFont(font(), TextSize::Small));
    m_list->setItemDelegateForColumn(0, new TwoLineDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Proposed people"));
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int) { noteKept(item); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ProposalDialog::updateWords);
    connect(new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &ProposalDialog::leaveOut);
    auto* row = new QHBoxLayout;
    m_leaveOut = new QPushButton(tr("Leave out"), box);
    m_leaveOut->setAutoDefault(false);
    m_leaveOut->setObjectName(QStringLiteral("leave-out"));
    m_leaveOut->setToolTip(tr("The next proposal is made without them (Del)"));
    m_bringBack = new QPushButton(box);
    m_bringBack->setAutoDefault(false);
    makeQuiet(m_bringBack);
    connect(m_leaveOut, &QPushButton::clicked, this, &ProposalDialog::leaveOut);
    connect(m_bringBack, &QPushButton::clicked, this, [this] {
        m_leftOut.clear();
        search();
    });
    row->addWidget(m_leaveOut);
    row->addWidget(m_bringBack);
    row->addStretch(1);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addWidget(m_missed);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_remarks);
    return box;
}

void ProposalDialog::search()
{
    if (m_isBusy)
        return;
    auto wish = m_form->wish();
    if (!wish)
        return showPage(tl::unexpected(wish.error()));
    wish->locked = m_kept;
    wish->excluded = m_leftOut;
    setBusy(true);
    m_isStale = false;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const Progress progress = [this, stop = m_stop](qint64 done, qint64 total, const QString& what) {
        QMetaObject::invokeMethod(
            this,
            [this, done, total, what] {
                if (!m_isBusy)
                    return;
                m_summary->setText(QString(what + QStringLiteral(" …")));
                m_progress->setRange(0, total > 0 ? 1000 : 0);
                m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
            },
            Qt::QueuedConnection);
        return !*stop;
    };
    m_background->run<Proposal>(
        [wish = *wish, progress](Store& store) -> Result<Proposal> {
            DTP_TRY(pool, readPool(store, wish, progress));
            return propose(store, pool, wish, progress);
        },
        [this](Result<Proposal> proposal) {
            setBusy(false);
            if (m_isClosing)
                QDialog::reject();
            else
                showPage(std::move(proposal));
        });
}

void ProposalDialog::showPage(Result<Proposal> proposal)
{
    m_proposal.reset();
    m_list->clear();
    m_missed->hide();
    m_remarks->clear();
    if (!proposal) {
        m_summary->setText(proposal.error().sentence);
        return updateWords();
    }
    m_proposal = std::move(*proposal);
    showList();
    updateWords();
}

void ProposalDialog::showList()
{
    const Proposal& p = *m_proposal;
    int onList = static_cast<int>(p.people.size()) - p.newPeople();
    QString summary = tr("%1 of %2 people").arg(QLocale().toString(p.people.size()), QLocale().toString(p.candidates));
    if (onList > 0)
        summary += tr(", %1 of them on the list already").arg(onList);
    m_summary->setText(summary);
    QStringList missed;
    for (const ProposedTarget& target : p.missedTargets())
        missed.append(QString(QStringLiteral("! ") + target.sentence));
    if (missed.isEmpty() && !p.targets.empty())
        missed.append(tr("✓ All %1 targets are met.").arg(p.targets.size()));
    m_missed->setText(missed.join(QLatin1Char('\n')));
    m_missed->setVisible(!missed.isEmpty());
    QPalette colours = m_missed->palette();
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
        colours.setColor(role, p.missedTargets().empty() ? themeColours(this).good : themeColours(this).warning);
    m_missed->setPalette(colours);
    m_remarks->setText(p.remarks.join(QLatin1Char(' ')));
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const ProposedPerson& person : p.people)
        addPerson(person);
    m_list->expandAll();
}

void ProposalDialog::addPerson(const ProposedPerson& person)
{
    auto* item = new QTreeWidgetItem(m_list);
    item->setText(0, seenName(person.person, person.name));
    const QString own = seen(m_context.store, person.why);
    const QString why = person.isAtRisk ? tr("At risk: agree on a safe way first. %1").arg(own) : own;
    item->setData(0, TwoLineDelegate::SecondLine, why);
    item->setData(0, TwoLineDelegate::Aside, countryName(person.country));
    item->setData(0, TwoLineDelegate::Warning, person.isAtRisk);
    item->setData(0, PersonKey, person.person.value);
    item->setData(0, Qt::AccessibleDescriptionRole, why);
    item->setToolTip(0, why.toHtmlEscaped());
    if (person.isNew()) {
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(KeepColumn, m_kept.contains(person.person.value) ? Qt::Checked : Qt::Unchecked);
    }
    for (const Substitute& reserve : person.reserves) {
        auto* child = new QTreeWidgetItem(item);
        child->setText(0, tr("Reserve: %1").arg(seenName(reserve.person, reserve.name)));
        const QString reason = seen(m_context.store, reserve.why);
        child->setData(0, TwoLineDelegate::SecondLine,
                       reserve.isAtRisk ? tr("At risk: agree on a safe way first. %1").arg(reason) : reason);
        child->setData(0, TwoLineDelegate::Warning, reserve.isAtRisk);
        child->setData(0, PersonKey, reserve.person.value);
        child->setToolTip(0, reason.toHtmlEscaped());
    }
}

QString ProposalDialog::seenName(Id<Person> person, const QString& name) const
{
    return isCovered(m_context.store, person.value) ? seenTitle(m_context.store, Entity::Person, person.value)
                                                    : seen(m_context.store, name);
}

void ProposalDialog::noteKept(QTreeWidgetItem* item)
{
    const qint64 person = item->data(0, PersonKey).toLongLong();
    if (item->checkState(KeepColumn) == Qt::Checked)
        m_kept.insert(person);
    else
        m_kept.remove(person);
}

void ProposalDialog::leaveOut()
{
    if (m_isBusy)
        return;
    const auto selected = m_list->selectedItems();
    for (const QTreeWidgetItem* item : selected) {
        m_leftOut.insert(item->data(0, PersonKey).toLongLong());
        m_kept.remove(item->data(0, PersonKey).toLongLong());
    }
    if (!selected.isEmpty())
        search();
}

void ProposalDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    if (busy) {
        m_summary->setText(tr("Reading candidates …"));
        m_missed->hide();
        m_remarks->clear();
        m_list->clear();
        m_proposal.reset();
    }
    updateWords();
}

void ProposalDialog::updateWords()
{
    const int fresh = m_proposal ? m_proposal->newPeople() : 0;
    m_accept->setText(fresh == 1 ? tr("Put 1 person on the list")
                                 : tr("Put %1 people on the list").arg(QLocale().toString(fresh)));
    m_accept->setEnabled(fresh > 0 && !m_isBusy && !m_isStale && !m_context.store.isReadOnly());
    m_accept->setToolTip(m_isStale ? tr("The wishes have changed: propose again first.") : QString());
    m_again->setEnabled(!m_isBusy);
    m_leaveOut->setEnabled(!m_isBusy && !m_list->selectedItems().isEmpty());
    m_bringBack->setVisible(!m_leftOut.isEmpty());
    m_bringBack->setText(m_leftOut.size() == 1 ? tr("Bring back the 1 left out")
                                               : tr("Bring back the %1 left out").arg(m_leftOut.size()));
    m_bringBack->setEnabled(!m_isBusy);
}

void ProposalDialog::accept()
{
    if (!m_proposal || m_isBusy || m_isStale)
        return;
    const auto outcome = acceptProposal(m_context.store, *m_proposal);
    if (!outcome)
        return m_context.dialogs.showError(this, outcome.error());
    m_context.navigator.tell(
        tr("%n people are on the list now, as considered, each with the reason.", nullptr, m_proposal->newPeople()));
    QDialog::accept();
}

void ProposalDialog::reject()
{
    if (!m_isBusy)
        return QDialog::reject();
    m_isClosing = true;
    if (m_stop)
        *m_stop = true;
}

} // namespace dtp
