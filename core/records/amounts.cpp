// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/amounts.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* sentence)
{
    return QCoreApplication::translate("Validation", sentence);
}
} // namespace

QString shownAmount(double amount, const QLocale& locale)
{
    const bool isFine = hasTooManyDecimals(amount, QStringLiteral("EUR"));
    return locale.toString(amount, 'f', isFine ? QLocale::FloatingPointShortest : 2);
}

QChar thousandsSign(const QLocale& locale)
{
    return locale == QLocale::c() ? QChar() : locale.groupSeparator().at(0);
}

QString clearNumber(double number, const QLocale& locale)
{
    const double exact = QString::number(number, 'g', 15).toDouble(); // 0.1 + 0.2
    const QString text = locale.toString(exact, 'f', QLocale::FloatingPointShortest);
    const auto read = writtenNumber(text, thousandsSign(locale));
    return read && read->other ? QString(text + locale.zeroDigit()) : text;
}

QString unclearNumber(const QString& text, const WrittenNumber& written, const QLocale& locale)
{
    return written.other
               ? say(QT_TRANSLATE_NOOP("Validation", "“%1” can mean %2 or %3: write which of the two it is."))
                     .arg(text, QString::number(written.number, 'f', 0), clearNumber(*written.other, locale))
               : QString();
}

QString tooManyDecimals(double amount, const QString& currency)
{
    if (!hasTooManyDecimals(amount, currency))
        return {};
    const QLocale locale;
    const QString written = locale.toString(amount, 'f', QLocale::FloatingPointShortest);
    const QString rounded = locale.toString(amount, 'f', currency.isEmpty() ? 2 : decimalsOf(currency));
    return currency.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Validation",
                                       "“%1” has more decimals than any currency: write %2, for example."))
                     .arg(written, rounded)
               : say(QT_TRANSLATE_NOOP("Validation", "“%1” has more decimals than amounts in %2 have: write %3, for "
                                                     "example."))
                     .arg(written, currency, rounded);
}

QString unclearMoney(const QString& text, const Money& money)
{
    const QString two = unclearNumber(text, money.amount, QLocale::c());
    return two.isEmpty() ? tooManyDecimals(money.amount.number, money.currency) : two;
}

} // namespace dtp
