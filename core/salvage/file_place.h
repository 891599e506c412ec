// SPDX-License-Identifier: GPL-3.0-or-later
// A file of which the beginning was cut off, or that has something else before it: every page is at another place than
// its number says, so that nothing leads anywhere.
#pragma once

#include <QString>
#include <optional>

namespace dtp
{

// Writes the copy of a damaged file anew where its pages are not in their places, with zeros for what is missing.
// Gives how many bytes were missing before the first; negative: so many did not belong there. Nothing: it could not be
// written. Of an encrypted file, which is told by its head and by pages that open, the head alone while it is locked.
std::optional<qint64> moveIntoPlace(const QString& damaged, const QString& copy);

} // namespace dtp
