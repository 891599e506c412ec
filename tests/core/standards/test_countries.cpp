// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/countries.h>
#include <support/catch.h>

#include <QMap>
#include <QSet>

using namespace dtp;

namespace
{
QString code(const char* text)
{
    return countryFromText(QString::fromUtf8(text)).value_or(QStringLiteral("none"));
}
} // namespace

#define MEANS(text, expected) CHECK(code(text) == QStringLiteral(expected))

TEST_CASE("all 249 countries and territories of ISO 3166-1 are known", "[countries]")
{
    CHECK(countries().size() == 249);
    QSet<QString> codes;
    QSet<QString> threeLetters;
    for (const Country& country : countries()) {
        CHECK(country.code.size() == 2);
        CHECK_FALSE(country.name.isEmpty());
        CHECK_FALSE(country.region.isEmpty());
        REQUIRE_FALSE(country.spellings.isEmpty());
        CHECK(country.spellings.constFirst().size() == 3);
        codes.insert(country.code);
        threeLetters.insert(country.spellings.constFirst());
    }
    CHECK(codes.size() == 249);
    CHECK(threeLetters.size() == 249);
}

TEST_CASE("no spelling means two countries", "[countries]")
{
    for (const Country& country : countries()) {
        INFO(country.code.toStdString());
        CHECK(countryFromText(country.code) == country.code);
        if (country.code != QStringLiteral("NA")) // "na": not available
            CHECK(countryFromText(country.code.toLower()) == country.code);
        CHECK(countryFromText(country.name) == country.code);
        for (const QString& spelling : country.spellings) {
            INFO(spelling.toStdString());
            CHECK(countryFromText(spelling) == country.code);
        }
    }
}

TEST_CASE("every usual spelling of our countries is understood", "[countries]")
{
    for (const char* text : {"Viet Nam", "Vietnam", "vietnam", "VIET NAM", "Việt Nam", "Viet-Nam", "VNM", "VN",
                             "Socialist Republic of Viet Nam", "Vietnamese"})
        CHECK(code(text) == QStringLiteral("VN"));
    for (const char* text : {"Lao PDR", "Laos", "Lao P.D.R.", "Lao People's Democratic Republic",
                             "Lao People’s Democratic Republic", "LAO"})
        CHECK(code(text) == QStringLiteral("LA"));
    for (const char* text :
         {"Burma", "Myanmar", "Burma/Myanmar", "Myanmar (Burma)", "Republic of the Union of Myanmar", "Burmese"})
        CHECK(code(text) == QStringLiteral("MM"));
    for (const char* text :
         {"ROK", "South Korea", "Korea (Republic of)", "Korea, Republic of", "Republic of Korea", "S. Korea", "한국"})
        CHECK(code(text) == QStringLiteral("KR"));
    for (const char* text : {"DPRK", "North Korea", "Korea, North", "Korea (Democratic People's Republic of)"})
        CHECK(code(text) == QStringLiteral("KP"));
    for (const char* text : {"PNG", "P.N.G.", "Papua New Guinea", "Bougainville", "Papua-New Guinea"})
        CHECK(code(text) == QStringLiteral("PG"));
    for (const char* text : {"Timor-Leste", "East Timor", "Timor Leste", "TLS", "Timorese"})
        CHECK(code(text) == QStringLiteral("TL"));
    for (const char* text : {"Taiwan", "Chinese Taipei", "Taiwan, Province of China", "TWN"})
        CHECK(code(text) == QStringLiteral("TW"));
    for (const char* text : {"USA", "US", "U.S.A.", "U. S. A.", "United States", "the United States of America"})
        CHECK(code(text) == QStringLiteral("US"));
    MEANS("Aotearoa", "NZ");
    MEANS("Brunei Darussalam", "BN");
    MEANS("FSM", "FM");
    MEANS("Micronesia (Federated States of)", "FM");
    MEANS("Solomons", "SB");
    MEANS("UAE", "AE");
    MEANS("UK", "GB");
    MEANS("Cote d'Ivoire", "CI");
    MEANS("Côte d’Ivoire", "CI");
    MEANS("Turkey", "TR");
    MEANS("Fiji Islands", "FJ");
    MEANS("  The   Philippines ", "PH");
    MEANS("Trinidad & Tobago", "TT");
    MEANS("St. Lucia", "LC");
    MEANS("Hong Kong, China", "HK");
    MEANS("PR China", "CN");
}

TEST_CASE("people of Asia and the Pacific are understood by what they call themselves", "[countries]")
{
    const QMap<QString, QString> demonyms = {{QStringLiteral("Filipino"), QStringLiteral("PH")},
                                             {QStringLiteral("filipina"), QStringLiteral("PH")},
                                             {QStringLiteral("Thai"), QStringLiteral("TH")},
                                             {QStringLiteral("Cambodian"), QStringLiteral("KH")},
                                             {QStringLiteral("Nepalese"), QStringLiteral("NP")},
                                             {QStringLiteral("Sri Lankan"), QStringLiteral("LK")},
                                             {QStringLiteral("Bangladeshi"), QStringLiteral("BD")},
                                             {QStringLiteral("Ni-Vanuatu"), QStringLiteral("VU")},
                                             {QStringLiteral("Fijian"), QStringLiteral("FJ")},
                                             {QStringLiteral("I-Kiribati"), QStringLiteral("KI")},
                                             {QStringLiteral("Tongan"), QStringLiteral("TO")},
                                             {QStringLiteral("Mongolian"), QStringLiteral("MN")},
                                             {QStringLiteral("Papua New Guinean"), QStringLiteral("PG")},
                                             {QStringLiteral("Australian"), QStringLiteral("AU")}};
    for (auto it = demonyms.begin(); it != demonyms.end(); ++it)
        CHECK(countryFromText(it.key()) == it.value());
}

TEST_CASE("a country that is none is not guessed", "[countries]")
{
    for (const char* text : {"", " ", "Atlantis", "XX", "Kore", "Bangkok", "Asia", "-", "?", "n/a", "N/A", "na",
                             "N.A.", "()", "'; DROP TABLE person; --"})
        CHECK(code(text) == QStringLiteral("none"));
}

TEST_CASE("a code has a name and a region", "[countries]")
{
    CHECK(countryName(QStringLiteral("KH")) == QStringLiteral("Cambodia"));
    CHECK(countryName(QStringLiteral("XX")) == QStringLiteral("XX"));
    CHECK(countryByCode(QStringLiteral("XX")) == nullptr);
    const auto region = [](const char* c) { return countryByCode(QString::fromLatin1(c))->region; };
    CHECK(region("KH") == QStringLiteral("South-East Asia"));
    CHECK(region("NP") == QStringLiteral("South Asia"));
    CHECK(region("KR") == QStringLiteral("East Asia"));
    CHECK(region("KZ") == QStringLiteral("Central Asia"));
    CHECK(region("FJ") == QStringLiteral("Pacific"));
    CHECK(region("AU") == QStringLiteral("Pacific"));
    CHECK(region("PS") == QStringLiteral("West Asia"));
    CHECK(region("KE") == QStringLiteral("Africa"));
    QSet<QString> regions;
    for (const Country& country : countries())
        regions.insert(country.region);
    CHECK(regions.size() == 11);
}

TEST_CASE("countries are listed by name", "[countries]")
{
    CHECK(countries().front().name == QStringLiteral("Afghanistan"));
    CHECK(countries().back().name == QStringLiteral("Zimbabwe"));
    CHECK(countries()[1].name == QStringLiteral("\u00C5land Islands")); // sorted without its ring
}

TEST_CASE("states are understood by their full and official names", "[countries]")
{
    for (const char* text : {"Rep. of Fiji", "Republic of Fiji", "Fiji, Republic of", "Fiji (Rep. of)",
                             "the Republic of the Fiji Islands", "Republik Fiji", "Fiji, Rep."})
        CHECK(code(text) == QStringLiteral("FJ"));
    MEANS("Islamic Rep. of Iran", "IR");
    MEANS("Islamic Republic of Pakistan", "PK");
    MEANS("Islamic Republic of Afghanistan", "AF");
    MEANS("the Kingdom of Tonga", "TO");
    MEANS("Kingdom of Cambodia", "KH");
    MEANS("Kingdom of Nepal", "NP");
    MEANS("Dem. Rep. of Timor-Leste", "TL");
    MEANS("República Democrática de Timor-Leste", "TL");
    MEANS("Repúblika Demokrátika Timor-Leste", "TL");
    MEANS("République de Vanuatu", "VU");
    MEANS("Republik Indonesia", "ID");
    MEANS("People's Republic of Bangladesh", "BD");
    MEANS("Democratic Socialist Republic of Sri Lanka", "LK");
    MEANS("Federal Democratic Republic of Nepal", "NP");
    MEANS("Socialist Rep. of Vietnam", "VN");
    MEANS("Egypt, Arab Rep.", "EG");
    MEANS("Rep. of Korea", "KR");
    MEANS("Dem. People's Rep. of Korea", "KP");
    MEANS("Republic of China", "TW");
    MEANS("People's Republic of China", "CN");
    MEANS("Dem. Rep. of the Congo", "CD");
    MEANS("Democratic Republic of Congo", "CD");
    MEANS("Republic of Congo", "CG");
    MEANS("Guinea", "GN");
    MEANS("Rep. of Guinea-Bissau", "GW");
    MEANS("Commonwealth of Australia", "AU");
    for (const char* text :
         {"State of Georgia", "Republic", "Kingdom", "Republic of", "the Republic of Letters", "Rep."})
        CHECK(code(text) == QStringLiteral("none"));
}

TEST_CASE("what more than one country is called is not decided", "[countries]")
{
    for (const char* text : {"Congo", "the Congo", "CONGO", "Korea", "Virgin Islands", "Papua"}) {
        CHECK(code(text) == QStringLiteral("none"));
        CHECK(countriesMeantBy(QString::fromLatin1(text)).size() == 2);
    }
    for (const char* text : {"Guinea", "Samoa", "Sudan", "Niger", "Dominica", "South Korea", ""})
        CHECK(countriesMeantBy(QString::fromLatin1(text)).isEmpty());
}
