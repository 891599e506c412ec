// SPDX-License-Identifier: GPL-3.0-or-later
// A report in our own words with everything that scanning, text recognition and page layout leave in a text.
#pragma once

#include <QString>

namespace dtp::test
{

QString inventedReport();       // the text as it comes
QString inventedReportAsTree(); // what becomes of it, see printed()

} // namespace dtp::test
