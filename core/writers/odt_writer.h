// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument text (ISO/IEC 26300, version 1.2), for those who edit the report further: real styles, headings with
// levels, lists, tables whose head repeats, pictures within.
#pragma once

#include <base/result.h>
#include <document/written_as.h>
#include <privacy/gate.h>

class QIODevice;

namespace dtp
{

Result<> writeOdt(const Disclosed<Document>& document, QIODevice& device, WrittenAs as = WrittenAs::Report);

} // namespace dtp
