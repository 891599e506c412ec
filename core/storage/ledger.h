// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a disclosure, entered many at a time: an export of everybody is a hundred thousand of them.
#pragma once

#include <base/result.h>
#include <records/reports.h>

#include <span>

namespace dtp
{

class ChangeWriter;

// Within the change that entered the disclosure.
Result<> addToLedger(ChangeWriter& writer, Id<Disclosure> disclosure, std::span<const qint64> people, bool named);

} // namespace dtp
