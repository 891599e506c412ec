// SPDX-License-Identifier: GPL-3.0-or-later
// What the state of an invitation means, and who is new to workshops.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <records/workshops.h>

#include <QSet>
#include <span>
#include <vector>

namespace dtp
{

class Store;

// How far an invitation is. Out: declined or unable to attend.
enum class InvitationStage { Out, Considered, Invited, Accepted, Attended };
InvitationStage stageOf(const QString& state);

// Came or, where nobody marked attendance, said so.
bool cameAlong(const Invitation& invitation);

// New to workshops: never came along to one of the earlier ones.
bool isFirstTimer(std::span<const Invitation> ofOnePerson, const QSet<qint64>& earlierWorkshops);
// Workshops that begin before the day, or without one; `except` is none of them. Of an invalid day: all others.
Result<QSet<qint64>> workshopsBefore(const Store& store, QDate day, Id<Workshop> except = {});
// Keys of everybody who came along to one of them, sorted.
Result<std::vector<qint64>> peopleWhoCame(const Store& store, const QSet<qint64>& workshops);
// SQL: the keys of everybody who came along to a workshop before the day, or to one without a day, as
// `came.person_id`, with repetitions; further conditions may follow.
SqlPiece keysOfThoseWhoCame(QDate day);
// SQL: the person of this column is new on the day.
SqlPiece isFirstTimer(const char* personColumn, QDate day);

} // namespace dtp
