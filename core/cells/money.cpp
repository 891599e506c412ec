// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/money.h>

#include <standards/currencies.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// Signs of several currencies, which say that there is one and not which.
bool isSharedSign(const QString& text)
{
    return text == L1("$") || text == L1("Rs") || text == L1("Rs.") || text == QStringLiteral("¥") ||
           text == QStringLiteral("£");
}

// The last of the signs parts the decimals, where there are two kinds. A single one before three digits parts
// thousands: amounts of money have two decimals.
std::optional<double> amountFromText(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s'\\x{2019}]"));
    static const QRegularExpression noCents(QStringLiteral("[.,]?[-\\x{2013}\\x{2014}]+$"));
    static const QRegularExpression shape(QStringLiteral("^[+-]?\\d[\\d.,]*$"));
    QString plain = QString(text).remove(blanks).remove(noCents);
    if (!shape.match(plain).hasMatch())
        return std::nullopt;
    const QChar comma = QLatin1Char(',');
    const QChar point = QLatin1Char('.');
    const qsizetype last = std::max(plain.lastIndexOf(comma), plain.lastIndexOf(point));
    if (last >= 0) {
        const QChar sign = plain.at(last);
        const bool isMixed = plain.contains(sign == comma ? point : comma);
        const bool isThousands =
            !isMixed && (plain.count(sign) > 1 || (plain.size() - last == 4 && plain.at(0) != u'0'));
        plain.remove(sign == comma ? point : comma);
        isThousands ? plain.remove(sign) : plain.replace(sign, point);
    }
    bool isNumber = false;
    const double amount = plain.toDouble(&isNumber);
    return isNumber ? std::optional(amount) : std::nullopt;
}
} // namespace

std::optional<Money> moneyFromText(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^([^\\d+-]*)([+-]?\\d[\\d.,'\\s\\x{2019}]*[-\\x{2013}\\x{2014}]*)\\s*([^\\d]*)$"));
    const auto match = form.match(text.simplified());
    if (!match.hasMatch())
        return std::nullopt;
    const auto amount = amountFromText(match.captured(2));
    if (!amount)
        return std::nullopt;
    QString currency;
    bool isThere = false;
    for (const int part : {1, 3}) {
        const QString words = match.captured(part).trimmed();
        if (words.isEmpty())
            continue;
        const QString code = currencyFromText(words);
        if ((code.isEmpty() && !isSharedSign(words)) || (!code.isEmpty() && !currency.isEmpty() && code != currency))
            return std::nullopt;
        if (!code.isEmpty())
            currency = code;
        isThere = true;
    }
    return isThere ? std::optional(Money{*amount, currency}) : std::nullopt;
}

} // namespace dtp
