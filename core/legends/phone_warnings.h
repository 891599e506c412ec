// SPDX-License-Identifier: GPL-3.0-or-later
// What a remark, or what stands beside a number, says against calling: that others have the phone, or that somebody is
// to be reached by a safer way alone.
#pragma once

#include <QString>

namespace dtp
{

enum class PhoneWarning { None, DoNotUse, SaferWayOnly };
// besideNumber: it is about the number, and need not say so.
PhoneWarning phoneWarningIn(const QString& text, bool besideNumber);

} // namespace dtp
