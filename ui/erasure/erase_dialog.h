// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person for good: shows every place where they stand, and does it when their name was written.
#pragma once

#include <erasure/erase_person.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace dtp
{

class EraseDialog : public QDialog
{
    Q_OBJECT
public:
    EraseDialog(ErasurePlaces places, QWidget* parent = nullptr);

    const ErasurePlaces& places() const { return m_places; }
    bool isForBackups() const; // these are to be rewritten too

private:
    void build();
    QTreeWidget* makeList();
    void nameEdited();
    ErasurePlaces m_places;
    QCheckBox* m_backups = nullptr; // nullptr: there are none
    QLineEdit* m_name = nullptr;
    QPushButton* m_erase = nullptr;
};

// Looks for the places, asks, erases, and says what was done. person: 0 asks for the name first, which may be that of
// somebody who is in the history alone.
void askErase(AppContext& context, QWidget* parent, qint64 person);

} // namespace dtp
