// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that people type in many ways.
#pragma once

#include <base/partial_date.h>

#include <QString>
#include <optional>

namespace dtp
{

// "yes", "y", "x", "✓", "oui", "tidak" …; nullopt when it is neither.
std::optional<bool> yesOrNo(const QString& text);

// "14 June 2026 09:30", "14.6.2026, 9.30 pm", "2026-06-14T09:30" as yyyy-MM-ddTHH:mm, the time of the place; a day
// alone is its midnight. Empty when it is none.
QString momentFromText(const QString& text, DateOrder order = DateOrder::DayMonthYear);

} // namespace dtp
