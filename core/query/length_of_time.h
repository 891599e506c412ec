// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of time as values of a filter: silent:>2y, consent_ending:90d.
#pragma once

#include <base/result.h>
#include <query/query.h>

#include <QDate>

namespace dtp
{

bool isLengthOfTime(const QString& value);

// "2y", "6m", "90d" as a number of days, months or years before today, or after it. The sign may stand before it.
Result<QDate> dayApart(const QueryNode& filter, QDate today, QChar sign, int direction);

} // namespace dtp
