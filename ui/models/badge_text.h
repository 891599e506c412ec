// SPDX-License-Identifier: GPL-3.0-or-later
// What a badge says: "Focal point", "Lost contact". The word carries the meaning, the tone only helps.
#pragma once

#include <QString>

namespace dtp
{

enum class Tone { Neutral, Accent, Good, Warning, Danger };

struct BadgeText {
    QString text;
    Tone tone = Tone::Neutral;
    QString tip;
    QString hidden; // what a click shows instead; empty: nothing to click
};

} // namespace dtp
