// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/recipient_edit.h>

#include <privacy/recall.h>
#include <storage/store.h>

#include <QCompleter>

namespace dtp
{

RecipientEdit::RecipientEdit(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("recipient"));
    setAccessibleName(tr("Given to"));
    setPlaceholderText(tr("Who gets it, so that it can be asked back"));
    setToolTip(tr("The list of what left keeps it. When somebody in the copy withdraws, there is a letter and a task "
                  "for whoever got it."));
}

void RecipientEdit::offerFor(const Store& store, Audience audience)
{
    const auto names = recipientsBefore(store, audience);
    auto* completer = new QCompleter(names.value_or(QStringList()), this); // without the offers one can type
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete this->completer();
    setCompleter(completer);
}

QString RecipientEdit::recipient() const
{
    return isHidden() ? QString() : text().simplified();
}

} // namespace dtp
