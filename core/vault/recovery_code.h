// SPDX-License-Identifier: GPL-3.0-or-later
// The printed code that opens a file when every passphrase is forgotten: 128 bits and a check, in seven groups of four
// letters and digits of Crockford's Base32 (https://www.crockford.com/base32.html), which has no letter that is taken
// for another.
#pragma once

#include <QString>
#include <optional>

namespace dtp::vault
{

QString newRecoveryCode(); // "7K3M-…"
// The code as it was printed, of what somebody typed: small letters, other or no hyphens, O for 0, I or L for 1.
// Nothing when it is none, or one with a slip: the last two letters are a check.
std::optional<QString> readRecoveryCode(const QString& typed);

} // namespace dtp::vault
