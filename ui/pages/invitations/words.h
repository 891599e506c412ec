// SPDX-License-Identifier: GPL-3.0-or-later
// Small things about words on buttons and in menus.
#pragma once

#include <QString>

namespace dtp
{

// Text that people typed, for a button or a menu: "&" stays a sign and makes no shortcut.
inline QString onButton(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace dtp
