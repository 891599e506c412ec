// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do to a workshop: a verb each, one change each, with the sentence that the history shows.
#pragma once

#include <workshops/proposal.h>

#include <optional>

namespace dtp
{

struct InviteOutcome {
    std::vector<Id<Invitation>> added;
    int alreadyThere = 0;
};

// Puts people on the list. Those who are on it stay as they are. role: vocabulary participation_roles.
Result<InviteOutcome> inviteMany(Store& store, Id<Workshop> workshop, const std::vector<Id<Person>>& people,
                                 const QString& state = QStringLiteral("considered"),
                                 const QString& role = QStringLiteral("participant"));
// Sets the state and, where it is a new one, the day of the invitation or of the answer. A reserve who is invited is
// no reserve any more.
Result<> setInvitationState(Store& store, const std::vector<Id<Invitation>>& invitations, const QString& state);
Result<> setReserve(Store& store, const std::vector<Id<Invitation>>& invitations, bool reserve);
Result<> removeInvitations(Store& store, const std::vector<Id<Invitation>>& invitations);
// After the workshop: who came has attended, who did not was unable.
Result<> markAttendance(Store& store, const std::vector<Id<Invitation>>& invitations, bool attended);

// Adds the proposed people as considered, with the reason, and their reserves; nobody leaves the list.
Result<InviteOutcome> acceptProposal(Store& store, const Proposal& proposal);
// Someone declines and another takes the place, as one deed.
Result<> replaceInvited(Store& store, Id<Invitation> declined, const Substitute& substitute);

Result<> setTargets(Store& store, Id<Workshop> workshop, const std::vector<WorkshopTarget>& targets);

Result<Id<Session>> addSession(Store& store, const Session& session);
// Adds or changes a session together with those who lead it, as one deed: these and no others.
Result<Id<Session>> keepSession(Store& store, const Session& session, const std::vector<Facilitation>& facilitators);
// To another time and room, as long as before.
Result<> moveSession(Store& store, Id<Session> session, const QDateTime& start,
                     const std::optional<QString>& room = std::nullopt);
Result<> changeSession(Store& store, const Session& session);
Result<> removeSession(Store& store, Id<Session> session);
// Those who lead it already stay as they are. role: vocabulary facilitation_roles.
Result<> addFacilitators(Store& store, Id<Session> session, const std::vector<Id<Person>>& people,
                         const QString& role = QStringLiteral("facilitator"));
Result<> removeFacilitator(Store& store, Id<Facilitation> facilitation);

} // namespace dtp
