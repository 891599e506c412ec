// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of a window is seen any more, while what it does goes on: for the time from locking to the end of long work.
#pragma once

class QWidget;

namespace dtp
{

void coverWindow(QWidget& window); // once; also its title
bool isCovered(const QWidget& window);
// Whether the window shows that something is being done, which would be stopped by closing it.
bool showsProgress(const QWidget& window);

} // namespace dtp
