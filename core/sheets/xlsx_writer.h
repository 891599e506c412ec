// SPDX-License-Identifier: GPL-3.0-or-later
// XLSX workbooks with one sheet: texts are texts and never formulas, numbers are numbers, days and times are
// days and times. Memory does not grow with
// rows. Our own small writer on QuaZip: libxlsxwriter brings minizip, whose functions have the names of QuaZip's and
// cannot live in one program with them; and it puts what it writes into temporary files first.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <privacy/gate.h>

class QIODevice;

namespace dtp
{

// What a sheet can hold beside its heading; more is refused with a sentence.
constexpr qint64 greatestXlsxRows = 1'048'575;

Result<> writeXlsx(DisclosedRows& rows, const QString& sheetName, QIODevice& device, const Progress& progress = {});
Result<> writeXlsx(const Disclosed<Table>& table, QIODevice& device);

} // namespace dtp
