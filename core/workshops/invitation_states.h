// SPDX-License-Identifier: GPL-3.0-or-later
// What the states of an invitation mean (vocabulary invitation_states), said once.
#pragma once

#include <QString>

namespace dtp
{

// How far an invitation is. Out: declined or unable to attend.
enum class InvitationStage { Out, Considered, Invited, Accepted, Attended };

inline InvitationStage stageOf(const QString& state)
{
    if (state == QLatin1String("declined") || state == QLatin1String("unable"))
        return InvitationStage::Out;
    if (state == QLatin1String("invited") || state == QLatin1String("reminded"))
        return InvitationStage::Invited;
    if (state == QLatin1String("accepted"))
        return InvitationStage::Accepted;
    if (state == QLatin1String("attended"))
        return InvitationStage::Attended;
    return InvitationStage::Considered; // also words that users made themselves
}

} // namespace dtp
