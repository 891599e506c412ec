// SPDX-License-Identifier: GPL-3.0-or-later
// Roles in networks, and since when and how long somebody holds them.
#pragma once

#include <base/result.h>
#include <meaning/codes.h>
#include <meaning/holding.h>
#include <records/programs.h>

#include <QHash>
#include <span>

namespace dtp
{

class Store;

bool holdsRole(const Membership& membership, NetworkRole role, QDate day);
// SQL: the same about the membership that the statement calls `alias`.
SqlPiece holdsRole(const char* alias, NetworkRole role, QDate day);

// Whether a network has a focal point on a day.
struct FocalPointTerm {
    bool isHeld = false;
    QDate lastDay;     // of the term that lasts longest; invalid: without end
    PartialDate ended; // when vacant: the end of the last term; empty: there was none
    bool operator==(const FocalPointTerm&) const = default;
};
FocalPointTerm focalPointTerm(std::span<const Membership> ofOneNetwork, QDate day);
// By network; one that never had a focal point is not there.
Result<QHash<qint64, FocalPointTerm>> focalPointTerms(const Store& store, QDate day);
// SQL: the network of this column has nobody as its focal point.
SqlPiece focalPointIsVacant(const char* networkColumn, QDate day);

} // namespace dtp
