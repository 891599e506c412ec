// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a disclosure, entered many at a time: an export of everybody is a hundred thousand of them.
#pragma once

#include <base/result.h>
#include <records/reports.h>

#include <span>

namespace dtp
{

class ChangeWriter;
class Store;

// Within the change that entered the disclosure.
Result<> addToLedger(ChangeWriter& writer, Id<Disclosure> disclosure, std::span<const qint64> people, bool named);

// An entry is kept before its file is released. Begun: within the change that entered it. Completed: the file is in
// its place. Withdrawn: it never got there. What was begun and neither completed nor withdrawn, since the program was
// killed, may have left: the next opening says so in the entry.
Result<> beginLedgerEntry(ChangeWriter& writer, Id<Disclosure> disclosure);
Result<> completeLedgerEntry(Store& store, Id<Disclosure> disclosure);
Result<> withdrawLedgerEntry(Store& store, Id<Disclosure> disclosure);

// A folder in which files that leave are made, beside its place: kept by its name before it is there, so that the next
// opening clears it when the program is killed.
Result<> beginFolder(Store& store, const QString& folder);
Result<> endFolder(const Store& store, const QString& folder);

} // namespace dtp
