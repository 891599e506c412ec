// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a file that somebody sent as a list: CSV of any encoding, or a packed XLSX or ODS.
#include "fuzz.h"
#include "sheet_rows.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QString path = dtp::fuzz::scratchFile(QStringLiteral("sheet"));
    dtp::fuzz::write(path, dtp::fuzz::bytesOf(data, size));
    dtp::fuzz::readRows(path);
    return 0;
}
