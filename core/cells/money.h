// SPDX-License-Identifier: GPL-3.0-or-later
// An amount of money as people write it, with its currency before or behind it.
#pragma once

#include <QString>
#include <optional>

namespace dtp
{

struct Money {
    double amount = 0;
    QString currency; // ISO 4217; empty where several countries write theirs so: "$ 500"
};

// "EUR 1,200.50", "1.200,50 €", "US$500.-"; nothing where the text has no sign or word for a currency, so that a plain
// number is read as numbers are.
std::optional<Money> moneyFromText(const QString& text);

} // namespace dtp
