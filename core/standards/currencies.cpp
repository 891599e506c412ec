// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/currencies.h>

#include <base/text.h>

#include <QHash>
#include <QSet>
#include <QStringList>

namespace dtp
{

bool isCurrencyCode(const QString& text)
{
    static const QSet<QString> codes = [] {
        const QString all = QStringLiteral(
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
            "CDF CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF "
            "GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK "
            "LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR "
            "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC "
            "SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF "
            "YER ZAR ZMW ZWG ZWL");
        const QStringList list = all.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return codes.contains(text);
}

QString currencyFromText(const QString& text)
{
    static const QHash<QString, QString> signs = [] {
        const QString all =
            QStringLiteral("EUR € euro euros|GBP £ £stg sterling|USD us$ $us usd$|AUD a$ au$ aud$|NZD nz$|"
                           "CAD c$ ca$ can$|SGD s$ sg$|HKD hk$|FJD fj$|BRL r$|INR ₹|BDT ৳ taka|THB ฿ baht|"
                           "KHR ៛ riel riels|MMK kyat kyats|VND ₫ đ dong|IDR rp rupiah|MYR rm ringgit|"
                           "LAK ₭ kip|PHP ₱|KRW ₩|JPY yen|CNY rmb renminbi|MNT ₮ tugrik|NGN ₦ naira|"
                           "KES ksh kshs|UGX ush|GHS gh₵ cedi|UAH ₴ hryvnia|TRY ₺|ILS ₪|GEL ₾ lari|"
                           "KZT ₸ tenge|PGK kina|TOP pa'anga|ZAR rand");
        QHash<QString, QString> made;
        for (const QString& one : all.split(QLatin1Char('|'))) {
            const QStringList words = one.split(QLatin1Char(' '));
            for (const QString& word : words)
                made.insert(foldText(word), words.front());
        }
        return made;
    }();
    const QString plain = text.simplified();
    if (const QString upper = plain.toUpper(); isCurrencyCode(upper))
        return upper;
    return signs.value(foldText(QString(plain).remove(QLatin1Char(' '))));
}

} // namespace dtp
