// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for the sample report, drawn with shapes alone, so that they need no fonts and show nobody.
#pragma once

#include <QByteArray>

namespace dtp
{

QByteArray pictureOfCards();  // PNG: four heaps of cards on a wall
QByteArray pictureOfCircle(); // PNG: chairs in a circle, seen from above

} // namespace dtp
