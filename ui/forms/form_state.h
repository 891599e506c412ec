// SPDX-License-Identifier: GPL-3.0-or-later
// What the inputs of a window hold, as it can be kept in a file, and putting it back. Passphrases are left out.
//
// A widget that knows better than its boxes and lines what was put into it says so by a property "typed", which is
// written when it is put back; an invalid value says that there is nothing to come back to.
#pragma once

#include <QCborArray>

class QWidget;

namespace dtp
{

QCborArray formState(const QWidget& window);
bool isForm(const QWidget& window); // whether there is something to come back to

// What could not be put back: the input is not there yet, or cannot hold it yet.
QCborArray putBack(QWidget& window, const QCborArray& state);

} // namespace dtp
