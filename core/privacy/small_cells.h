// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of people in which nobody can be picked out. The rules are those of the header gate.h.
#pragma once

#include <document/document.h>

namespace dtp
{

// Puts together, hides and notes what threshold demands; total stays. Returns how many numbers are no longer to be
// read.
int hideSmallCells(CountsBlock& block, int threshold);

} // namespace dtp
