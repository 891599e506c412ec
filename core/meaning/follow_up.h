// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a workshop and still waits: recommendations and reports.
#pragma once

#include <meaning/sql_piece.h>
#include <records/reports.h>

#include <QDate>

namespace dtp
{

bool isOpen(const Recommendation& recommendation);               // neither done nor dropped
bool isOverdue(const Recommendation& recommendation, QDate day); // open, and its day is past
bool isInWork(const Report& report);                             // neither final nor sent

// SQL: the same about the record that the statement calls `alias`.
SqlPiece recommendationIsOpen(const char* alias);
SqlPiece recommendationIsOverdue(const char* alias, QDate day);
SqlPiece reportIsInWork(const char* alias);

} // namespace dtp
