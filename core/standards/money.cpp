// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/money.h>

#include <standards/currencies.h>

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <cmath>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

constexpr qsizetype longestAmount = 80; // with the words beside it

// Signs of several currencies, which say that there is one and not which.
bool isSharedSign(const QString& text)
{
    return text == L1("$") || text == L1("Rs") || text == L1("Rs.") || text == QStringLiteral("¥") ||
           text == QStringLiteral("£");
}

QString codeIn(const QString& words)
{
    const QString code = currencyFromText(words);
    return code.isEmpty() && words.endsWith(u'.') ? currencyFromText(words.chopped(1)) : code; // "Rp."
}

// Digits of any script, a minus, and a blank or an apostrophe between thousands, each as one sign.
QString inPlainSigns(const QString& text)
{
    QString plain;
    for (const QChar c : text.simplified()) {
        const char16_t code = c.unicode();
        if (c.isDigit())
            plain += QChar(u'0' + c.digitValue());
        else if (code == 0x2212)
            plain += u'-';
        else if (code == 0x066B) // Arabic signs say which they are
            plain += u',';
        else
            plain += c.isSpace() || code == u'\'' || code == 0x2019 || code == 0x066C ? QChar(u' ') : c;
    }
    return plain;
}

bool isWithout(const QString& currency, const char* list)
{
    return !currency.isEmpty() && QString::fromLatin1(list).split(QLatin1Char(' ')).contains(currency);
}

// Of the smallest parts of these nobody writes any more: what has three digits behind a sign has none behind a point.
bool isWithoutSmallParts(const QString& currency)
{
    return decimalsOf(currency) == 0 || isWithout(currency, "COP IDR IRR KHR LAK LBP MMK SLL UZS");
}
} // namespace

int decimalsOf(const QString& currency)
{
    if (isWithout(currency, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"))
        return 0;
    return currency.isEmpty() || isWithout(currency, "BHD IQD JOD KWD LYD OMR TND") ? 3 : 2;
}

bool hasTooManyDecimals(double amount, const QString& currency)
{
    // What is reckoned in binary is off by a little: 0.1 + 0.2 has one decimal.
    const double smallest = amount * std::pow(10, decimalsOf(currency));
    return std::fabs(smallest - std::round(smallest)) > std::max(1e-4, std::fabs(smallest) * 1e-12);
}

std::optional<WrittenNumber> writtenNumber(const QString& text, QChar thousands)
{
    // Groups of three with one sign between them, or of two as in India, or no groups; then decimals behind another
    // sign.
    static const QRegularExpression form(QStringLiteral(
        "^([+-]?)([1-9]\\d{0,2}([ .,])\\d{3}(?:\\3\\d{3})*|[1-9]\\d?([ .,])\\d{2}(?:\\4\\d{2})*\\4\\d{3}|"
        "\\d*)(?:(?!\\3)(?!\\4)([.,])(\\d+))?$"));
    static const QRegularExpression noCents(QStringLiteral("(?<=\\d)(?: ?[.,/]?[-\\x{2013}\\x{2014}=]+|\\.)$"));
    static const QRegularExpression signs(QStringLiteral("[ .,]"));
    if (text.size() > longestAmount)
        return std::nullopt;
    const auto match = form.match(inPlainSigns(text).remove(noCents));
    const QString whole = QString(match.captured(2)).remove(signs);
    const QString decimals = match.captured(6);
    if (!match.hasMatch() || (whole.isEmpty() && decimals.isEmpty()))
        return std::nullopt;
    const auto made = [&](const QString& digits) { return QString(match.captured(1) + digits).toDouble(); };
    WrittenNumber written{made(whole + L1(".") + decimals), std::nullopt};
    const QString sign = match.captured(3);
    const bool isLone = decimals.isEmpty() && match.captured(2).count(signs) == 1;
    if (isLone && !sign.isEmpty() && sign != L1(" ") && sign != thousands)
        written.other = made(QString(match.captured(2)).replace(sign, L1(".")));
    return written;
}

std::optional<Money> moneyFromText(const QString& text, QChar thousands)
{
    static const QRegularExpression form(QStringLiteral("^([^\\d+-]*)([+-]?\\d[\\d., ]*(?:/?[-\\x{2013}\\x{2014}=]+)?)"
                                                        "([^\\d]*)$"));
    const auto match = text.size() > longestAmount ? QRegularExpressionMatch() : form.match(inPlainSigns(text));
    const auto amount = match.hasMatch() ? writtenNumber(match.captured(2), thousands) : std::nullopt;
    if (!amount)
        return std::nullopt;
    Money money{*amount, {}};
    bool isThere = false;
    for (const int part : {1, 3}) {
        const QString words = match.captured(part).trimmed();
        if (words.isEmpty())
            continue;
        const QString code = codeIn(words);
        const bool isOther = !code.isEmpty() && !money.currency.isEmpty() && code != money.currency;
        if ((code.isEmpty() && !isSharedSign(words)) || isOther)
            return std::nullopt;
        if (!code.isEmpty())
            money.currency = code;
        isThere = true;
    }
    if (!isThere)
        return std::nullopt;
    if (!money.currency.isEmpty() && isWithoutSmallParts(money.currency))
        money.amount.other.reset();
    return money;
}

} // namespace dtp
