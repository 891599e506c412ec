// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and amounts of money as people write them, with their currency before or behind: one reader for forms, the
// command line and imports.
#pragma once

#include <QString>
#include <optional>

namespace dtp
{

struct WrittenNumber {
    double number = 0;
    std::optional<double> other; // "1.200" is 1200, or 1.2 where the sign parts decimals
};

// "1200.5", "1.200,50", "1 200", "1,20,000", "500,-"; nothing where it is no number. thousands: the sign that parts
// them where the text was written, which settles what a lone one means; null: not known.
std::optional<WrittenNumber> writtenNumber(const QString& text, QChar thousands = {});

struct Money {
    WrittenNumber amount;
    QString currency; // ISO 4217; empty where several countries write theirs so: "$ 500"
};

// "EUR 1,200.50", "1.200,50 €", "Rp 1.200.000,-"; nothing where the text has no sign or word for a currency, so that
// a plain number is read as numbers are.
std::optional<Money> moneyFromText(const QString& text, QChar thousands = {});

// Whether an amount has more decimals than its currency has, or any, where it is not said.
bool hasTooManyDecimals(double amount, const QString& currency = {});
// As many as it may have: 2 for "EUR", 3 for "KWD", 0 for "JPY".
int decimalsOf(const QString& currency);

} // namespace dtp
