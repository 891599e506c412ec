// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks that are nothing but a refusal, of nothing by name or of everything: "Refused all, by phone", "NO!",
// "consent void", "please remove me". "Declined the job" says what was declined, and is none.
#pragma once

#include <QString>

namespace dtp
{

// remark: the whole of it, since "refused" behind something else may be of that.
bool isPlainRefusal(const QString& remark);

} // namespace dtp
