// SPDX-License-Identifier: GPL-3.0-or-later
// One HTML file that needs nothing else: no scripts, no addresses outside but the links of the text, pictures within.
// It prints well, reads well in the dark, and is well-formed XML too.
#pragma once

#include <base/result.h>
#include <document/written_as.h>
#include <privacy/gate.h>

class QIODevice;

namespace dtp
{

Result<> writeHtml(const Disclosed<Document>& document, QIODevice& device, WrittenAs as = WrittenAs::Report);
Result<> writeHtml(const Disclosed<Table>& table, QIODevice& device, const QString& language = QStringLiteral("en"));

} // namespace dtp
