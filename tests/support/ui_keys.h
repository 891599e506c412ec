// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the keys of a window: letters that stand for two things, and controls that Tab does not come to.
#pragma once

#include <QStringList>

class QMenu;
class QWidget;

namespace dtp::test
{

// A line for each access key of what is visible in the window that stands more than once in it, its menu bar included.
QStringList accessKeysTwice(const QWidget& window);
// Of the entries of a menu, and of the menus in it, as they are when they are opened.
QStringList accessKeysTwice(QMenu& menu);

// Goes through an active window by Tab until it comes round. A line for each enabled control that it has passed over,
// and for each step back to what stands above, but the one with which it begins anew.
QStringList faultsOfTab(QWidget& window);

} // namespace dtp::test
