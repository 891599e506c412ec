// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/money.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
QString shown(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

// "1200.5", "1200|1.2" where it can mean two numbers, "" where it is none.
QString shown(const std::optional<WrittenNumber>& written)
{
    if (!written)
        return {};
    return written->other ? QString(shown(written->number) + QLatin1Char('|') + shown(*written->other))
                          : shown(written->number);
}

// "1200.5 EUR", "500 ?" where the currency is not said, "" where it is no money.
QString read(const char* text)
{
    const auto money = moneyFromText(QString::fromUtf8(text));
    return money ? QStringLiteral("%1 %2").arg(shown(money->amount),
                                               money->currency.isEmpty() ? QStringLiteral("?") : money->currency)
                 : QString();
}
} // namespace

TEST_CASE("An amount is read with its currency, before or behind, however thousands are parted", "[standards][money]")
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
        {"1.200 €", "1200|1.2 EUR"},
        {"1,200 USD", "1200|1.2 USD"},
        {"KWD 1.250", "1250|1.25 KWD"},
        {"KWD 1250.125", "1250.125 KWD"},
        {"JPY 1.200", "1200 JPY"},
        {"1,200 KRW", "1200 KRW"},
        {"Rp 1.200", "1200 IDR"},
        {"Rp 1.200.000,-", "1200000 IDR"},
        {"Rp. 1.200.000,00", "1200000 IDR"},
        {"IDR 1.200.000", "1200000 IDR"},
        {"1,200,000.00 USD", "1200000 USD"},
        {"1200,- €", "1200 EUR"},
        {"KES 500/=", "500 KES"},
        {"THB ๑๒๐๐", "1200 THB"},
        {"0.500 USD", "0.5 USD"},
        {"12,5 EUR", "12.5 EUR"},
        {"1.200.000 ₫", "1200000 VND"},
        {"1,20,000 INR", "120000 INR"},
        {"500,- EUR", "500 EUR"},
        {"A$ 20", "20 AUD"},
        {"-50 EUR", "-50 EUR"},
        {"USD 500 US$", "500 USD"},
        {"$ 500", "500 ?"},
        {"¥1,000", "1000|1 ?"},
    };
    for (const auto& [text, wanted] : cases) {
        CAPTURE(text);
        CHECK(read(text) == QString::fromUtf8(wanted));
    }
}

TEST_CASE("What is no amount of one currency is no money", "[standards][money]")
{
    for (const char* text :
         {"", "500", "1,200.50", "EUR", "about 500 EUR", "500 - 600 EUR", "500 monthly", "EUR 500 USD",
          "1,200.50.3 EUR", "12 EUR 50", "EUR 1,20,0", "EUR 12 50", "EUR 1.5 million"}) {
        CAPTURE(text);
        CHECK(read(text).isEmpty());
    }
}

TEST_CASE("A number is read however its thousands and decimals are parted, and both readings where it has two",
          "[standards][money]")
{
    const std::pair<const char*, const char*> cases[] = {
        {"1200", "1200"},
        {"1.200", "1200|1.2"},
        {"1,200", "1200|1.2"},
        {"-1.250", "-1250|-1.25"},
        {"1.200,50", "1200.5"},
        {"1,200.50", "1200.5"},
        {"1200,50", "1200.5"},
        {"12,5", "12.5"},
        {"0.500", "0.5"},
        {"0,500", "0.5"},
        {"1.200.000", "1200000"},
        {"1,200,000.00", "1200000"},
        {"1 200 000", "1200000"},
        {"1 200,5", "1200.5"},
        {"1'200'000", "1200000"},
        {"1’200.50", "1200.5"},
        {"1,20,000", "120000"},
        {"1,20,000.50", "120000.5"},
        {"1200,-", "1200"},
        {"1.200.000,-", "1200000"},
        {"1.200,500", "1200.5"},
        {"1.2345", "1.2345"},
        {".5", "0.5"},
        {"5.", "5"},
        {"−5", "-5"},
        {"١٢٠٠٫٥", "1200.5"},
        {"1.200.50", ""},
        {"12 50", ""},
        {"1,2,3", ""},
        {"1.2000.000", ""},
        {"", ""},
        {"-", ""},
        {"12a", ""},
        {".", ""},
    };
    for (const auto& [text, wanted] : cases) {
        CAPTURE(text);
        CHECK(shown(writtenNumber(QString::fromUtf8(text))) == QString::fromUtf8(wanted));
    }
    CHECK(shown(writtenNumber(QStringLiteral("1,200"), u',')) == QStringLiteral("1200"));
    CHECK(shown(writtenNumber(QStringLiteral("1.200"), u',')) == QStringLiteral("1200|1.2"));
}

TEST_CASE("An amount has at most the decimals of its currency", "[standards][money]")
{
    CHECK_FALSE(hasTooManyDecimals(1.25, QStringLiteral("EUR")));
    CHECK_FALSE(hasTooManyDecimals(0.1 + 0.2, QStringLiteral("EUR")));
    CHECK_FALSE(hasTooManyDecimals(123456789012.35, QStringLiteral("EUR")));
    CHECK(hasTooManyDecimals(1.234, QStringLiteral("EUR")));
    CHECK_FALSE(hasTooManyDecimals(1.234, QStringLiteral("KWD")));
    CHECK(hasTooManyDecimals(1.5, QStringLiteral("JPY")));
    CHECK_FALSE(hasTooManyDecimals(1.234));
    CHECK(hasTooManyDecimals(1.2345));
}
