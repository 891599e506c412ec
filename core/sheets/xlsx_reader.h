// SPDX-License-Identifier: GPL-3.0-or-later
// XLSX workbooks (ECMA-376), read by our own reader: shared and inline strings, relationships of every form, dates by
// format.
#pragma once

#include <sheets/sheet_reader.h>
#include <sheets/zip_xml.h>

namespace dtp
{

Result<std::unique_ptr<SheetReader>> openXlsx(std::unique_ptr<ZippedParts> parts, const SheetOptions& options,
                                              const Progress& progress);

// The sheet to read when none is named: the first visible one with most rows.
const SheetInfo* chosenSheet(const std::vector<SheetInfo>& sheets, const QString& name);

} // namespace dtp
