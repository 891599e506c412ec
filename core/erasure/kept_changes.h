// SPDX-License-Identifier: GPL-3.0-or-later
// The change sets of a file as bytes, one part after the other: for what reads or writes all of them.
#pragma once

#include <base/result.h>

#include <QByteArray>
#include <functional>
#include <vector>

struct sqlite3;

namespace dtp
{

struct KeptPart {
    qint64 change = 0;
    qint64 number = 0; // 0: the last part, which is the only one of all but the largest
    qint64 state = 0;  // ChangeSummary::State
    bool isBulk = false;
};

// In the order in which they were made.
Result<std::vector<KeptPart>> keptParts(sqlite3* database);
Result<QByteArray> bytesOf(sqlite3* database, const KeptPart& part);
Result<> replaceBytes(sqlite3* database, const KeptPart& part, const QByteArray& bytes);

} // namespace dtp
