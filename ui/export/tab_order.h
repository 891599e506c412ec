// SPDX-License-Identifier: GPL-3.0-or-later
// Tab goes through a dialog as it stands, also where a part of it is made anew after the others.
#pragma once

#include <vector>

class QWidget;

namespace dtp
{

// From each of these to the next: editors as a whole, and what stands in others in the order in which it was made.
void setTabThrough(const std::vector<QWidget*>& parts);

} // namespace dtp
