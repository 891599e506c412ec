// SPDX-License-Identifier: GPL-3.0-or-later
// Must compile: otherwise the two beside it fail for a reason that proves nothing.
#include <privacy/gate.h>
#include <sheets/csv_writer.h>

dtp::Result<> write(const dtp::Gate& gate, dtp::Table table, QIODevice& device)
{
    DTP_TRY(disclosed, gate.disclose(std::move(table)));
    return dtp::writeCsv(disclosed, device);
}

dtp::Result<> giveBack(std::unique_ptr<dtp::RowSource> rows, QIODevice& device)
{
    return dtp::writeCsv(dtp::ungated(std::move(rows), dtp::UngatedReason::RejectedRows), device);
}
