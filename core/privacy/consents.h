// SPDX-License-Identifier: GPL-3.0-or-later
// Who agreed to what, read once for everybody: keys only, so that a million people fit.
#pragma once

#include <base/result.h>
#include <storage/store.h>

#include <QDate>
#include <vector>

namespace dtp
{

// Keys of the people whose newest consent of the purpose is an agreement that holds today, sorted. An undated refusal
// counts as the newest, an undated agreement as the oldest; one that is dated after today does not hold yet.
Result<std::vector<qint64>> peopleWhoAgreed(const Store& store, const QString& purpose, QDate today);

// Keys of the people whose safety level is not normal, sorted.
Result<std::vector<qint64>> peopleWithCare(const Store& store);

} // namespace dtp
