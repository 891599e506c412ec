// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below the title of every form of a document: its place and its day in its own language, those that it
// has.
#pragma once

#include <QStringList>

namespace dtp
{

struct Document;

QStringList placeAndDay(const Document& document); // "Bangkok", "3 May 2026"

} // namespace dtp
