// SPDX-License-Identifier: GPL-3.0-or-later
// Who has been through a program: as a participant, in an edition that has begun, and not one who withdrew or never
// came. A participation without an outcome, and an edition without a date, count.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <records/programs.h>

#include <QHash>
#include <optional>
#include <span>

namespace dtp
{

class Store;

// A participation and the beginning of its edition.
struct DatedParticipation {
    Participation participation;
    PartialDate start;
};

// The earliest beginning, which is empty when none is dated; nullopt when the person is no alumna or alumnus.
std::optional<PartialDate> alumniSince(std::span<const DatedParticipation> participations, QDate day);
// By person; of `people` only.
Result<QHash<qint64, PartialDate>> alumniSince(const Store& store, std::span<const qint64> people, QDate day);

// SQL about the person of this column.
SqlPiece isAlumni(const char* personColumn, QDate day);
SqlPiece alumniSince(const char* personColumn, QDate day); // as sortableDate(); NULL when not known or no alumni
// SQL without values, to be kept beside the person: the day since when she is one, as sortableDate(), which may be in
// the future; empty when no edition of hers is dated, NULL when she took part in none that counts.
QByteArray alumniFrom(const QByteArray& personColumn);
SqlPiece isAlumniSince(const QByteArray& keptColumn, QDate day); // by what was kept

} // namespace dtp
