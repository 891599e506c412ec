// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is dropped is read and stays where it is: told that it was moved, a file manager would delete it.
#pragma once

#include <QDropEvent>

namespace dtp
{

inline void acceptAsCopy(QDropEvent& event)
{
    event.setDropAction(Qt::CopyAction);
    event.accept();
}

} // namespace dtp
