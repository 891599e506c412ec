// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about numbers and amounts that can be two, or are none of their currency.
#pragma once

#include <base/result.h>
#include <standards/money.h>

#include <QLocale>

namespace dtp
{

// With two decimals, or as many as there are: some currencies have three.
QString shownAmount(double amount, const QLocale& locale);

// All its decimals, written so that it is read again as this number alone: 1.255 as "1.2550".
QString clearNumber(double number, const QLocale& locale);

// The sign that a locale writes between thousands; null for texts from files and the command line, which have none.
QChar thousandsSign(const QLocale& locale);

// Why the amount is not taken as it is, in a sentence with what to write instead; empty when it is. text: as written.
QString unclearNumber(const QString& text, const WrittenNumber& written, const QLocale& locale);
QString tooManyDecimals(double amount, const QString& currency);
QString unclearMoney(const QString& text, const Money& money);

} // namespace dtp
