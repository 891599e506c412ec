// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the tour: what a funder would get, and the tables of the secretariat.
#pragma once

#include <base/result.h>
#include <storage/store.h>

#include <QDir>
#include <QStringList>

namespace dtp
{

// The workshop report as PDF for a funder, people and recommendations as CSV for the secretariat. Gives the names of
// the files.
Result<QStringList> writeTourFiles(Store& store, const QDir& folder);

} // namespace dtp
