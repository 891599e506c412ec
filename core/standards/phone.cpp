// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/phone.h>

#include <QRegularExpression>
#include <optional>
#include <phonenumbers/phonenumberutil.h>

namespace dtp
{

namespace
{
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil& util()
{
    return *PhoneNumberUtil::GetInstance();
}

// region "ZZ": none; then only international forms can be read.
std::optional<PhoneNumber> validNumber(const QString& text, const std::string& region)
{
    PhoneNumber number;
    if (util().Parse(text.toStdString(), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util().IsValidNumber(number))
        return std::nullopt;
    return number;
}

QString e164(const PhoneNumber& number)
{
    std::string text;
    util().Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

bool isMobile(const PhoneNumber& number)
{
    const auto type = util().GetNumberType(number);
    return type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE;
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits += QChar(u'0' + value);
    }
    return digits;
}

// "00855…" is understood everywhere, beside the prefix that the country itself dials ("0011", "001", "009").
QString fromDoubleZero(const QString& typed, const QString& digits, const std::string& region)
{
    const auto general = validNumber(QString(QLatin1Char('+') + digits.mid(2)), "ZZ");
    const auto local = validNumber(typed, region);
    if (!general)
        return local ? e164(*local) : QString();
    // "001 65 9234 5678" from Thailand is a number in Singapore, though it could be read as one in Alabama.
    const bool northAmerican = general->country_code() == 1;
    return e164(northAmerican && local ? *local : *general);
}

// Digits without any prefix: a national number, or an international one whose "+" was lost.
QString fromBareDigits(const QString& typed, const QString& digits, const std::string& region)
{
    const auto international = validNumber(QString(QLatin1Char('+') + digits), "ZZ");
    const auto national = validNumber(typed, region);
    if (!international || !national)
        return international ? e164(*international) : national ? e164(*national) : QString();
    const bool ownCode = international->country_code() == util().GetCountryCodeForRegion(region);
    // Most people write the mobile number of their own country without any prefix; any other clash is a lost "+".
    return e164(!ownCode && isMobile(*national) ? *national : *international);
}
} // namespace

QString phoneToE164(const QString& typed, const QString& country)
{
    QString text = typed.simplified();
    static const QRegularExpression spreadsheetPower(QStringLiteral("^[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+$"));
    if (text.isEmpty() || text.size() > 64 ||
        (text.contains(QLatin1Char('e'), Qt::CaseInsensitive) && spreadsheetPower.match(text).hasMatch()))
        return {};
    static const QRegularExpression spreadsheetNumber(QStringLiteral("^([0-9]{6,})\\.0+$"));
    if (text.contains(QLatin1Char('.')))
        text.replace(spreadsheetNumber, QStringLiteral("\\1"));

    const std::string region = country.isEmpty() ? std::string("ZZ") : country.toUpper().toStdString();
    const QString digits = digitsOf(text);
    if (text.contains(QLatin1Char('+')) || text.contains(QChar(0xFF0B))) {
        const auto number = validNumber(text, "ZZ");
        return number ? e164(*number) : QString();
    }
    if (digits.startsWith(QLatin1String("00")))
        return fromDoubleZero(text, digits, region);
    if (digits.startsWith(QLatin1Char('0'))) {
        const auto number = validNumber(text, region);
        return number ? e164(*number) : QString();
    }
    return fromBareDigits(text, digits, region);
}

} // namespace dtp
