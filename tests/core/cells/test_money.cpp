// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/money.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
// "1200.5 EUR", "500 ?" where the currency is not said, "" where it is no money.
QString read(const char* text)
{
    const auto money = moneyFromText(QString::fromUtf8(text));
    return money ? QStringLiteral("%1 %2").arg(QString::number(money->amount, 'f', QLocale::FloatingPointShortest),
                                               money->currency.isEmpty() ? QStringLiteral("?") : money->currency)
                 : QString();
}
} // namespace

TEST_CASE("An amount is read with its currency, before or behind, however thousands are parted", "[cells][money]")
{
    const std::pair<const char*, const char*> cases[] = {
        {"EUR 1,200.50", "1200.5 EUR"},
        {"1.200,50 €", "1200.5 EUR"},
        {"€1200", "1200 EUR"},
        {"1 200,50 EUR", "1200.5 EUR"},
        {"1'200.50 CHF", "1200.5 CHF"},
        {"US$ 500", "500 USD"},
        {"usd 500", "500 USD"},
        {"500 baht", "500 THB"},
        {"1.200 €", "1200 EUR"},
        {"1,200 USD", "1200 USD"},
        {"0.500 USD", "0.5 USD"},
        {"12,5 EUR", "12.5 EUR"},
        {"1.200.000 ₫", "1200000 VND"},
        {"1,20,000 INR", "120000 INR"},
        {"500,- EUR", "500 EUR"},
        {"A$ 20", "20 AUD"},
        {"-50 EUR", "-50 EUR"},
        {"USD 500 US$", "500 USD"},
        {"$ 500", "500 ?"},
        {"¥1,000", "1000 ?"},
    };
    for (const auto& [text, wanted] : cases) {
        CAPTURE(text);
        CHECK(read(text) == QString::fromUtf8(wanted));
    }
}

TEST_CASE("What is no amount of one currency is no money", "[cells][money]")
{
    for (const char* text : {"", "500", "1,200.50", "EUR", "about 500 EUR", "500 - 600 EUR", "500 monthly",
                             "EUR 500 USD", "1,200.50.3 EUR", "12 EUR 50"}) {
        CAPTURE(text);
        CHECK(read(text).isEmpty());
    }
}
