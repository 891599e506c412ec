// SPDX-License-Identifier: GPL-3.0-or-later
// The list of invitations: several can be marked and set to a state with one key; people are dropped onto it.
#pragma once

#include <ui/models/invitation_model.h>
#include <ui/models/person_drag.h>

#include <QTableView>

namespace dtp
{

class InvitationTable : public QTableView
{
    Q_OBJECT
public:
    explicit InvitationTable(QWidget* parent = nullptr);

    void setInvitations(InvitationModel* model);
    std::vector<Id<Invitation>> selected() const;
    void select(const std::vector<Id<Invitation>>& invitations);
    // Gives the columns the room there is; what has none is hidden and told in the tooltip, so that nothing scrolls
    // sideways.
    void fitColumns();

Q_SIGNALS:
    void stateAsked(const QString& state); // for those that are selected
    void removeAsked();
    void personOpened(dtp::Id<dtp::Person> person);
    void peopleDropped(const std::vector<dtp::Id<dtp::Person>>& people);
    void selectionSettled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    int widestState() const;

    InvitationModel* m_invitations = nullptr;
};

// The key that sets a state: "A" for accepted. 0: none.
int keyOfState(const QString& state);

} // namespace dtp
