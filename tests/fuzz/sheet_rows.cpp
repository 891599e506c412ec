// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_rows.h"

#include "fuzz.h"

#include <algorithm>
#include <sheets/sheet_reader.h>

namespace dtp::fuzz
{

void readRows(const QString& path)
{
    const auto reader = SheetReader::open(path);
    if (!reader) {
        mustBe(!reader.error().sentence.isEmpty(), "a file is refused with a sentence");
        return;
    }
    SheetRow row;
    qint64 last = 0;
    while (true) {
        const auto isRow = (*reader)->next(row);
        if (!isRow) {
            mustBe(!isRow.error().sentence.isEmpty(), "a row is refused with a sentence");
            return;
        }
        if (!*isRow) {
            break;
        }
        mustBe(row.number > last, "rows come in their order");
        last = row.number;
        mustBe(row.cells.size() <= SheetLimits::columns, "no row has more columns than are read");
        mustBe(std::all_of(row.cells.cbegin(), row.cells.cend(),
                           [](const QString& cell) { return cell.size() <= SheetLimits::cellCharacters; }),
               "no cell is longer than cells are read");
    }
    (void)sheetRemarks(**reader);
}

} // namespace dtp::fuzz
