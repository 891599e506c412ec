// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/substitute_dialog.h>

#include <meaning/invitations.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/pages/invitations/words.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/two_line_delegate.h>

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int howMany = 8;

Result<std::vector<Substitute>> nearestTo(const Store& store, const Invitation& declined)
{
    DTP_TRY(wish, wishFor(store, declined.workshop));
    DTP_TRY(pool, readPool(store, wish));
    QSet<qint64> list;
    for (auto it = pool.onList.cbegin(); it != pool.onList.cend(); ++it)
        list.insert(it.key());
    const bool isThere = std::any_of(pool.candidates.begin(), pool.candidates.end(),
                                     [&](const Profile& p) { return p.person == declined.person; });
    if (!isThere) {
        DTP_TRY(own, readProfiles(store, {declined.person.value}, declined.workshop));
        pool.candidates.insert(pool.candidates.end(), own.begin(), own.end());
    }
    list.insert(declined.person.value);
    if (wish.size <= 0)
        wish.size = static_cast<int>(list.size());
    return nearestSubstitutes(store, pool, wish, list, declined.person, howMany);
}
} // namespace

SubstituteDialog::SubstituteDialog(AppContext& context, Id<Invitation> declined, QWidget* parent)
    : QDialog(parent), m_context(context), m_declined(declined), m_words(mutedLabel({}, this)),
      m_list(new QListWidget(this)), m_put(new QPushButton(this)),
      m_background(std::make_unique<BackgroundStore>(context.store))
{
    const auto invitation = valueOrTold(context.store, context.store.get(declined));
    setWindowTitle(tr("Find a substitute"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* heading = plainLabel({}, this, TextSize::Heading);
    const auto sayName = [this, heading, person = invitation.person.value] {
        m_name = seenTitle(m_context.store, Entity::Person, person);
        heading->setText(tr("In the place of %1").arg(m_name));
    };
    sayName();
    whenSwitched(context.store, this, sayName);
    heading->setWordWrap(true);
    all->addWidget(heading);
    m_words->setWordWrap(true);
    all->addWidget(m_words);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setAccessibleName(tr("Who comes nearest"));
    all->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_put->setObjectName(QStringLiteral("put"));
    makePrimary(m_put);
    m_put->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_put);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_put, &QPushButton::clicked, this, &SubstituteDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, &SubstituteDialog::updateWords);
    connect(m_list, &QListWidget::itemActivated, this, &SubstituteDialog::accept);
    whenSwitched(context.store, this, [this] {
        const int row = m_list->currentRow();
        fill();
        m_list->setCurrentRow(row);
    });
    resize(620, 460);
    search();
    updateWords();
}

SubstituteDialog::~SubstituteDialog() = default;

void SubstituteDialog::search()
{
    m_words->setText(tr("Looking who comes nearest …"));
    m_background->run<std::vector<Substitute>>(
        [key = m_declined](Store& store) -> Result<std::vector<Substitute>> {
            DTP_TRY(declined, store.get(key));
            return nearestTo(store, declined);
        },
        [this](Result<std::vector<Substitute>> found) { showFound(std::move(found)); });
}

void SubstituteDialog::showFound(Result<std::vector<Substitute>> found)
{
    if (!found) {
        m_words->setText(found.error().sentence);
        return;
    }
    m_found = std::move(*found);
    fill();
    m_list->setFocus();
}

void SubstituteDialog::fill()
{
    m_list->clear();
    m_words->setText(m_found.empty() ? tr("Nobody else may be on the list.")
                                     : tr("Nearest first: the same country, gender and issues, and no target lost."));
    for (const Substitute& substitute : m_found) {
        auto* item = new QListWidgetItem(seenName(substitute), m_list);
        QString why = seen(m_context.store, substitute.why);
        if (substitute.isAtRisk)
            why = tr("At risk: agree on a safe way first. %1").arg(why);
        item->setData(TwoLineDelegate::SecondLine, why);
        item->setData(TwoLineDelegate::Warning, substitute.isAtRisk);
        item->setToolTip(why.toHtmlEscaped());
        item->setData(Qt::AccessibleDescriptionRole, why);
    }
    m_list->setCurrentRow(0);
    updateWords();
}

QString SubstituteDialog::seenName(const Substitute& substitute) const
{
    return isCovered(m_context.store, substitute.person.value)
               ? seenTitle(m_context.store, Entity::Person, substitute.person.value)
               : seen(m_context.store, substitute.name);
}

void SubstituteDialog::updateWords()
{
    const int row = m_list->currentRow();
    const bool chosen = row >= 0 && row < static_cast<int>(m_found.size());
    m_put->setEnabled(chosen && !m_context.store.isReadOnly());
    m_put->setText(chosen ? tr("Put %1 on the list").arg(onButton(seenName(m_found[static_cast<size_t>(row)])))
                          : tr("Put on the list"));
}

void SubstituteDialog::accept()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_found.size()) || m_context.store.isReadOnly())
        return;
    const Substitute& substitute = m_found[static_cast<size_t>(row)];
    if (const auto done = replaceInvited(m_context.store, m_declined, substitute); !done)
        return m_context.dialogs.showError(this, done.error());
    m_context.navigator.tell(
        tr("%1 is on the list in the place of %2, as considered.").arg(seenName(substitute), m_name));
    QDialog::accept();
}

} // namespace dtp
