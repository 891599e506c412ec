// SPDX-License-Identifier: GPL-3.0-or-later
// Currencies by their three letters: ISO 4217, those in use and those that were replaced since 2018, which older
// amounts are in.
#pragma once

#include <QString>

namespace dtp
{

// Capital letters alone: "AUD".
bool isCurrencyCode(const QString& text);
// The code that a text is or stands for: "eur", "€", "US$", "baht". Empty where it is none, and where several
// countries write it so: "$", "pounds".
QString currencyFromText(const QString& text);

} // namespace dtp
