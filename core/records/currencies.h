// SPDX-License-Identifier: GPL-3.0-or-later
// Currencies by their three letters: ISO 4217, those in use and those that were replaced since 2018, which older
// amounts are in.
#pragma once

#include <QString>

namespace dtp
{

// Capital letters alone: "AUD".
bool isCurrencyCode(const QString& text);

} // namespace dtp
