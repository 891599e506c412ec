// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keys go, as somebody sees it who has no mouse.
#pragma once

#include <QStringList>

class QWidget;

namespace dtp::test
{

// Something of this window has the keys, and one can see it: visible, enabled, and a control.
bool isFocusSeen(const QWidget& window);

// Goes through an active window by Tab. A line for each stop that looks the same with the keys and without.
QStringList unseenStops(QWidget& window);

} // namespace dtp::test
