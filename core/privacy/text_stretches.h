// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of a text that is made of several runs, with what is put in their place.
#pragma once

#include <document/rich_text.h>

namespace dtp
{

struct Stretch {
    qsizetype from = 0; // in the text of all runs
    qsizetype length = 0;
    QString by; // stands in the run where the stretch began
};

QString wholeOf(const std::vector<Run>& runs);
// stretches: from left to right, not overlapping.
void replaceIn(std::vector<Run>& runs, const std::vector<Stretch>& stretches);

} // namespace dtp
