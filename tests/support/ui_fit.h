// SPDX-License-Identifier: GPL-3.0-or-later
// What of a window has no room: texts that are wider or higher than what shows them, and widgets that stand outside of
// what holds them or upon each other.
#pragma once

#include <QStringList>
#include <QWidget>

namespace dtp::test
{

struct Room {
    QStringList faults; // a line for each: the way to the widget, its words, what it needs and what it has, in pixels
    int texts = 0;      // that were measured
};
Room roomIn(const QWidget& window);

// The way to a widget, for the sentence of a fault.
QString placeOf(const QWidget& widget);

} // namespace dtp::test
