// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of CSV: as spreadsheets of every make read it: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180),
// UTF-8 with a byte order mark, CRLF, formulas defused (see formula.h). What our import reads back is what went in.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <privacy/gate.h>
#include <privacy/ungated.h>

class QIODevice;

namespace dtp
{

Result<> writeCsv(DisclosedRows& rows, QIODevice& device, const Progress& progress = {});
Result<> writeCsv(const Disclosed<Table>& table, QIODevice& device);
// All tables that go with a document, one below the other, each under its title, an empty line between.
Result<> writeCsv(const Disclosed<Document>& document, QIODevice& device);
// Rows that go back to whoever brought them, see ungated.h.
Result<> writeCsv(UngatedRows rows, QIODevice& device, const Progress& progress = {});
// One of the tables that go with a document.
Result<> writeAttachmentCsv(const Disclosed<Document>& document, size_t index, QIODevice& device);

} // namespace dtp
