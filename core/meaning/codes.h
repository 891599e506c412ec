// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of vocabularies that the program acts on. Users may add words of their own to a vocabulary, and files may
// hold words that are not known: such a one counts as the code that does least harm, said beside each.
#pragma once

#include <QString>

namespace dtp
{

// How much care a person's record needs. Empty: Careful; not known: AtRisk.
enum class SafetyLevel { Normal, Careful, AtRisk };
// Not known: Refused.
enum class ConsentAnswer { Agreed, Refused, Withdrawn };
// Not known: Active, so that nobody is left out of a search for the living.
enum class PersonStatus { Active, LostContact, Retired, Deceased };
// Empty or not known: Considered, from which nothing follows.
enum class InvitationState { Considered, Invited, Reminded, Accepted, Declined, Unable, Attended };
// Part in a program or workshop: only participants become alumni and fill places. Not known: Other.
enum class ParticipationRole { Participant, Other };
// Empty or not known: Unknown, which counts as having taken part.
enum class ParticipationOutcome { Unknown, Completed, Partial, Ongoing, Withdrew, Absent };
// Roles in a network that the program looks for. Not known: Member.
enum class NetworkRole { Member, FocalPoint, SteeringCommittee };
// Empty or not known: Open, so that it is not forgotten.
enum class RecommendationStatus { Open, InProgress, Done, Dropped };
// Empty or not known: Draft.
enum class ReportStatus { Draft, Review, Final, Sent };
// Empty or not known: Planned.
enum class WorkshopStatus { Planned, Confirmed, Held, Postponed, Cancelled };
// What the program fills into a section of a report. Empty or not known: Text, into which nothing is filled.
enum class SectionKind { Text, Objectives, Participants, Program, Session, Gaps, Recommendations, Figures };
// Breaks and social events need nobody who leads them. Not known: Other, which does.
enum class SessionKind { Session, Break, Social, Other };

// The meaning of a code that a record holds, and the code of a meaning.
template <class Code>
Code codeOf(const QString& text);
template <class Code>
QString codeText(Code code);

} // namespace dtp
