// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to which nothing leads any more, since a page above them is damaged: every page of the file is looked at, and
// told by the form of its rows.
#pragma once

#include <base/result.h>
#include <salvage/salvage.h>

#include <QString>
#include <map>
#include <set>

namespace dtp
{

class Connection;

// Tables of which something is missing, each with the keys of rows that are known to be lost.
using SoughtRows = std::map<QString, std::set<qint64>>;

// Puts what is found into `to`, which has every table as this program makes it, and enters it in salvaged. from is the
// file called copy, with nothing in its journal.
Result<> saveStrayRows(Connection& from, const QString& copy, Connection& to, const SoughtRows& sought,
                       Salvaged& salvaged);

} // namespace dtp
