// SPDX-License-Identifier: GPL-3.0-or-later
// ODS spreadsheets (OpenDocument 1.2 and later).
#pragma once

#include <sheets/sheet_reader.h>
#include <sheets/zip_xml.h>

namespace dtp
{

Result<std::unique_ptr<SheetReader>> openOds(std::unique_ptr<ZippedParts> parts, const SheetOptions& options,
                                             const Progress& progress);

} // namespace dtp
