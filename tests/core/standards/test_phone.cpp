// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/contact_kinds.h>
#include <records/vocabulary.h>
#include <standards/phone.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
QString number(const char* typed, const char* country)
{
    return phoneToE164(QString::fromUtf8(typed), QString::fromLatin1(country));
}
} // namespace

#define DIALS(typed, country, expected) CHECK(number(typed, country) == QStringLiteral(expected))

TEST_CASE("a national number belongs to the country of the person", "[phones]")
{
    DIALS("012 345 678", "KH", "+85512345678");
    DIALS("0812-3456-7890", "ID", "+6281234567890");
    DIALS("(02) 9385 1000", "AU", "+61293851000");
    DIALS("081 234 5678", "TH", "+66812345678");
    DIALS("9812345678", "IN", "+919812345678");
    DIALS("701 2345", "FJ", "+6797012345");
    DIALS("tel: 0917 123 4567", "PH", "+639171234567");
    DIALS("012 345 678", "kh", "+85512345678");
}

TEST_CASE("an international number stays what it is, wherever the person lives", "[phones]")
{
    for (const char* country : {"", "TH", "AU", "ID", "US", "XX"}) {
        DIALS("+855 12 345 678", country, "+85512345678");
        DIALS("00855 12 345 678", country, "+85512345678");
        DIALS("00679 701 2345", country, "+6797012345");
        DIALS("+62 812-3456-7890", country, "+6281234567890");
        DIALS("\uFF0B62 812 3456 7890", country, "+6281234567890");
    }
    DIALS("+44 (0)20 7946 0958", "TH", "+442079460958");
    DIALS("+61 2 9385 1000 ext. 12", "", "+61293851000");
}

TEST_CASE("the prefix that a country dials abroad with is understood there", "[phones]")
{
    DIALS("0011 855 12 345 678", "AU", "+85512345678");
    DIALS("0011 62 812 3456 7890", "AU", "+6281234567890");
    DIALS("011 855 12 345 678", "US", "+85512345678");
    DIALS("001 65 9234 5678", "TH", "+6592345678");
    DIALS("010 855 12 345 678", "JP", "+85512345678");
}

TEST_CASE("an international number that lost its plus does not become a wrong number of the own country", "[phones]")
{
    DIALS("6281234567890", "ID", "+6281234567890");
    DIALS("62812345678", "ID", "+62812345678");
    for (const char* country : {"", "TH", "KH", "AU", "PH", "JP", "US"}) {
        DIALS("6281234567890", country, "+6281234567890");
        DIALS("62812345678", country, "+62812345678");
    }
    DIALS("85512345678", "TH", "+85512345678");
    DIALS("66812345678", "TH", "+66812345678");
    DIALS("919812345678", "NP", "+919812345678");
}

TEST_CASE("the mobile number of the own country goes before a foreign one that it could be", "[phones]")
{
    // With a plus this would be a mobile number in the Maldives.
    DIALS("9607712345", "IN", "+919607712345");
    DIALS("9607712345", "MV", "+9607712345");
    DIALS("+960 771 2345", "IN", "+9607712345");
}

TEST_CASE("a number that a spreadsheet changed is mended or refused, never guessed", "[phones]")
{
    DIALS("85512345678.0", "KH", "+85512345678");
    DIALS("8.5512E+10", "KH", "");
    DIALS("8,55E10", "KH", "");
}

TEST_CASE("what is no number has no international form", "[phones]")
{
    for (const char* text : {"", " ", "none", "n/a", "12", "000", "+", "+0", "00", "+855", "12345678901234567890123",
                             "see notes", "dara@example.org", "012 345 678 / 011 222 333 / 099 888 777"})
        CHECK(number(text, "KH").isEmpty());
    DIALS("012 345 678", "", "");
    DIALS("012 345 678", "XX", "");
    CHECK(phoneToE164(QString(100000, QLatin1Char('1')), QStringLiteral("KH")).isEmpty());
}

TEST_CASE("phones are dialled, a name or a number stands at Telegram, and both are known to the vocabulary",
          "[phones]")
{
    QStringList dialled;
    QStringList numbers;
    const Vocabulary kinds = builtInVocabulary(QStringLiteral("contact_kinds")).value();
    for (const VocabularyTerm& kind : kinds.terms()) {
        if (isPhoneKind(kind.code))
            dialled.append(kind.code);
        if (mayBePhoneNumber(kind.code))
            numbers.append(kind.code);
    }
    CHECK(dialled == phoneKinds());
    CHECK(numbers == phoneKinds() + QStringList{QStringLiteral("telegram")});
    CHECK(emailKinds() == QStringList{QStringLiteral("email")});
    CHECK_FALSE(mayBePhoneNumber(QString()));
    CHECK_FALSE(mayBePhoneNumber(QStringLiteral("pigeon post")));
}
