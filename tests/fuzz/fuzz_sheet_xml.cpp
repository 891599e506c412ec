// SPDX-License-Identifier: GPL-3.0-or-later
// What stands within a sheet of a spreadsheet, packed as its program would: the first byte says whether of XLSX or
// ODS. A fuzzer that changes packed bytes only finds checksums that are wrong.
#include "fuzz.h"
#include "sheet_rows.h"
#include <QFile>

#include <core/sheets/sheet_files.h>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const dtp::test::SheetFiles files;
    const QByteArray input = dtp::fuzz::bytesOf(data, size);
    const QByteArray rows = input.mid(1);
    const bool isOds = input.startsWith('o');
    const QString name = isOds ? QStringLiteral("sheet.ods") : QStringLiteral("sheet.xlsx");
    QFile::remove(files.path(name));
    dtp::fuzz::readRows(isOds ? files.ods(name, rows) : files.xlsx(name, rows));
    return 0;
}
