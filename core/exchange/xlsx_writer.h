// SPDX-License-Identifier: GPL-3.0-or-later
// XLSX workbooks by libxlsxwriter: texts are texts and never formulas, numbers are numbers. Memory does not grow with rows.
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
