// SPDX-License-Identifier: GPL-3.0-or-later
// Cyrillic and Greek letters that look like Latin ones: within a Latin word they may be there to hide a name.
#pragma once

#include <QString>

namespace dtp
{

// The text, of the same length, with words that have both kinds of letters in Latin ones as far as they look so.
QString inLatinLookAlikes(const QString& text);

} // namespace dtp
