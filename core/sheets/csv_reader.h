// SPDX-License-Identifier: GPL-3.0-or-later
// CSV of any dialect, on libcsv.
#pragma once

#include <sheets/sheet_reader.h>

namespace dtp
{

Result<std::unique_ptr<SheetReader>> openCsv(const QString& path, const SheetOptions& options,
                                             const Progress& progress);

// Which of , ; TAB | separates the cells of this text (UTF-8): the one that cuts most rows into the same number of
// cells.
char sniffDelimiter(const QByteArray& text);

} // namespace dtp
