// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/erasure/erase_dialog.h>

#include <base/text.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace dtp
{

EraseDialog::EraseDialog(ErasurePlaces places, QWidget* parent) : QDialog(parent), m_places(std::move(places))
{
    setWindowTitle(tr("Erase for good"));
    build();
    resize(600, 600);
    m_name->setFocus();
}

void EraseDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* heading = plainLabel(tr("Erase %1 for good").arg(m_places.name), this, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    auto* words = mutedLabel(tr("Deleting a record can be undone, and its history stays. Erasing cannot be undone: "
                                "afterwards nothing in the file tells that this person was in it. These are all the "
                                "places."),
                             this);
    words->setWordWrap(true);
    all->addWidget(words);
    all->addWidget(makeList(), 1);
    if (!m_places.backups.isEmpty()) {
        const int count = static_cast<int>(m_places.backups.size()); // lupdate knows no casts
        m_backups = new QCheckBox(tr("Erase this person in %n &backups too", nullptr, count), this);
        m_backups->setChecked(true);
        m_backups->setToolTip(tr("Otherwise they hold the person until they are too old to be kept."));
        all->addWidget(m_backups);
    }
    auto* ask = plainLabel(tr("To go on, write the name: %1").arg(m_places.name), this);
    ask->setWordWrap(true);
    all->addWidget(ask);
    m_name = new QLineEdit(this);
    m_name->setAccessibleName(ask->text());
    ask->setBuddy(m_name);
    all->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_erase = new QPushButton(icon("edit-delete"), tr("&Erase for good"), this);
    m_erase->setEnabled(false);
    row->addWidget(cancel);
    row->addWidget(m_erase);
    all->addLayout(row);
    // Return in the field erases only what the name says.
    m_erase->setDefault(true);
    cancel->setAutoDefault(false);
    connect(m_name, &QLineEdit::textChanged, this, &EraseDialog::nameEdited);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, &QDialog::accept);
}

QTreeWidget* EraseDialog::makeList()
{
    auto* list = new QTreeWidget(this);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setWordWrap(true);
    list->setAccessibleName(tr("Where %1 stands").arg(m_places.name));
    for (const ErasureGroup& group : groupsOf(m_places)) {
        auto* head = new QTreeWidgetItem(list, {group.heading});
        head->setFont(0, themeFont(list->font(), TextSize::Heading));
        for (const ErasurePlace& place : group.places) {
            auto* what = new QTreeWidgetItem(head, {place.what});
            what->setToolTip(0, place.what); // a long one does not fit
            for (const QString& which : place.which) {
                auto* one = new QTreeWidgetItem(what, {which});
                one->setForeground(0, themeColours(list).muted);
                one->setToolTip(0, which);
            }
        }
    }
    list->expandAll();
    return list;
}

bool EraseDialog::isForBackups() const
{
    return m_backups && m_backups->isChecked();
}

void EraseDialog::nameEdited()
{
    m_erase->setEnabled(foldText(m_name->text().simplified()) == foldText(m_places.name.simplified()));
}

namespace
{
Result<ErasurePlaces> lookFor(AppContext& context, QWidget* parent, qint64 person)
{
    const Store& store = context.store;
    return runTask<ErasurePlaces>(parent, EraseDialog::tr("Looking where this person stands"),
                                  [&store, person](const Progress& progress) -> Result<ErasurePlaces> {
                                      DTP_TRY(own, store.another());
                                      return erasurePlaces(*own, person, progress);
                                  });
}

// Without a way to stop within: it is one deed.
Result<QString> erase(AppContext& context, QWidget* parent, const EraseDialog& asked)
{
    const Store& store = context.store;
    return runTask<QString>(parent, EraseDialog::tr("Erasing"),
                            [&store, &asked](const Progress& progress) -> Result<QString> {
                                DTP_TRY(own, store.another());
                                DTP_TRY(erased, asked.isForBackups() ? eraseEverywhere(*own, asked.places(), progress)
                                                                     : eraseForGood(*own, asked.places(), progress));
                                return erased.sentence;
                            });
}
} // namespace

void askErase(AppContext& context, QWidget* parent, qint64 person)
{
    if (person == 0) {
        const auto name = context.dialogs.askText(parent, EraseDialog::tr("Erase a person for good"),
                                                  EraseDialog::tr("Whole name, also of somebody who was deleted"), {});
        if (!name || name->trimmed().isEmpty())
            return;
        const auto found = personToErase(context.store, name->trimmed());
        if (!found)
            return context.dialogs.showError(parent, found.error());
        person = *found;
    }
    const auto places = lookFor(context, parent, person);
    if (!places)
        return context.dialogs.showError(parent, places.error());
    EraseDialog dialog(*places, parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto erased = erase(context, parent, dialog);
    context.store.noteChangesElsewhere();
    if (!erased)
        return context.dialogs.showError(parent, erased.error());
    context.navigator.tellOnly(*erased);
}

} // namespace dtp
