// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/full_name.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
// "given|family", and behind it what else was found: "own:…", "title:…", "other:…".
QString text(const NameParts& parts)
{
    QString all = parts.given + QLatin1Char('|') + parts.family;
    if (!parts.ownScript.isEmpty())
        all += QStringLiteral(" own:") + parts.ownScript;
    if (!parts.title.isEmpty())
        all += QStringLiteral(" title:") + parts.title;
    for (const QString& other : parts.others)
        all += QStringLiteral(" other:") + other;
    return all;
}

QString split(const char* name, const char* country = "")
{
    return text(splitFullName(QString::fromUtf8(name), QString::fromLatin1(country)));
}

QString turned(const char* name)
{
    return text(splitFamilyGiven(QString::fromUtf8(name), QString()));
}

QString expected(const char* utf8)
{
    return QString::fromUtf8(utf8);
}
} // namespace

TEST_CASE("The last word of a name is the family name, with the small words before it", "[import][names]")
{
    CHECK(split("Maria Santos") == expected("Maria|Santos"));
    CHECK(split("  Maria   Clara  Santos ") == expected("Maria Clara|Santos"));
    CHECK(split("Juan dela Cruz", "PH") == expected("Juan|dela Cruz"));
    CHECK(split("Ahmad bin Ismail", "MY") == expected("Ahmad|bin Ismail"));
    CHECK(split("Jose Rizal Jr.", "PH") == expected("Jose|Rizal Jr."));
    CHECK(split("Suharto", "ID") == expected("Suharto|"));
    CHECK(split("") == expected("|"));
    CHECK(split("   ") == expected("|"));
}

TEST_CASE("A comma or capitals say which is the family name", "[import][names]")
{
    CHECK(split("Santos, Maria Clara") == expected("Maria Clara|Santos"));
    CHECK(split("Santos , Dr. Maria") == expected("Maria|Santos title:Dr."));
    CHECK(split("SANTOS Maria") == expected("Maria|SANTOS"));
    CHECK(split("DELA CRUZ Juan") == expected("Juan|DELA CRUZ"));
    CHECK(split("MARIA SANTOS") == expected("MARIA|SANTOS")); // all in capitals says nothing
    CHECK(split("Maria Santos, PhD") == expected("Maria|Santos PhD"));
    CHECK(split("Santos,") == expected("Santos|"));
}

TEST_CASE("Where the family name comes first, a common one turns the order", "[import][names]")
{
    CHECK(split("Nguyen Thi Mai", "VN") == expected("Thi Mai|Nguyen"));
    CHECK(split("Nguyễn Thị Mai", "VN") == expected("Thị Mai|Nguyễn"));
    CHECK(split("Mai Nguyen", "VN") == expected("Mai|Nguyen"));
    CHECK(split("Nguyen Thi Mai", "AU") == expected("Nguyen Thi|Mai"));
    CHECK(split("Kim Minjun", "KR") == expected("Minjun|Kim"));
    CHECK(split("Sok Dara", "KH") == expected("Dara|Sok"));
    CHECK(split("Chen Wei", "TW") == expected("Wei|Chen"));
    CHECK(split("Daw Khin Khin Win", "MM") == expected("Daw Khin Khin Win|")); // no family names there
}

TEST_CASE("Titles, nicknames and the name in its own script are taken out of a name", "[import][names]")
{
    CHECK(split("Dr Maria Santos") == expected("Maria|Santos title:Dr"));
    CHECK(split("Prof. Dr. Maria Santos") == expected("Maria|Santos title:Prof. Dr."));
    CHECK(split("Ms.Maria Santos") == expected("Maria|Santos title:Ms."));
    CHECK(split("Dr") == expected("Dr|")); // somebody may be called so
    CHECK(split("Maria (Baby) Santos") == expected("Maria|Santos other:Baby"));
    CHECK(split("Maria \"Baby\" Santos") == expected("Maria|Santos other:Baby"));
    CHECK(split("Maria Santos (Ms)") == expected("Maria|Santos title:Ms"));
    CHECK(split("Maria Santos aka Baby Santos") == expected("Maria|Santos other:Baby Santos"));
    CHECK(split("Sok Dara (សុខ ដារ៉ា)", "KH") == expected("Dara|Sok own:សុខ ដារ៉ា"));
    CHECK(split("Sok Dara សុខ ដារ៉ា", "KH") == expected("Dara|Sok own:សុខ ដារ៉ា"));
    CHECK(split("Kim Minjun / 김민준", "KR") == expected("Minjun|Kim own:김민준"));
    CHECK(split("김민준", "KR") == expected("| own:김민준"));
    CHECK(split("Maria ( Santos") == expected("Maria (|Santos")); // an open bracket is no nickname
}

TEST_CASE("A column of family and given name is read in that order without a comma", "[import][names]")
{
    CHECK(turned("Santos Maria Clara") == expected("Maria Clara|Santos"));
    CHECK(turned("Santos, Maria") == expected("Maria|Santos"));
    CHECK(turned("Suharto") == expected("Suharto|"));
    CHECK(turned("Dr. Santos Maria") == expected("Maria|Santos title:Dr."));
    CHECK(turned("") == expected("|"));
}
