// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page, light and dark, and the files that the program makes of the sample data, without a display.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

// Prints where things are. people: how large the sample is.
Result<> runTour(const QString& folder, int people);

} // namespace dtp
