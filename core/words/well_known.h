// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody in this work speaks of and nobody is called: bodies, treaties, offices, feasts, programs of
// computers.
#pragma once

#include <QStringList>

namespace dtp
{

// Whole names in small letters, a short list of our own. A word of one may still be the name of somebody in the file.
const QStringList& wellKnownThings();

} // namespace dtp
