// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that come inside the program (vocabularies, countries, names of the sample data) as CSV in its Qt
// resources.
#pragma once

#include <base/result.h>

#include <QStringList>
#include <vector>

namespace dtp
{

// The rows below the heading, each with as many cells as the heading. UTF-8, comma, RFC 4180 quotes; lines that begin
// with "#" are remarks. path: ":/vocabularies/sectors.csv".
Result<std::vector<QStringList>> readDataFile(const QString& path);

} // namespace dtp
