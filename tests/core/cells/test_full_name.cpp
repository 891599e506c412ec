// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/full_name.h>
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
    if (!parts.letters.isEmpty())
        all += QStringLiteral(" letters:") + parts.letters;
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

TEST_CASE("What stands in brackets beside a name in its own script does not take the place of the name",
          "[import][names]")
{
    CHECK(split("王伟(已故)") == expected("| own:王伟")); // that he has died is read apart
    CHECK(split("김철수(대표)") == expected("| own:김철수 other:대표"));
    CHECK(split("สมชาย ใจดี (ครู)") == expected("| own:สมชาย ใจดี other:ครู"));
    CHECK(split("Wang Wei (王伟)") == expected("Wang|Wei own:王伟"));
}

TEST_CASE("A comma or capitals say which is the family name", "[import][names]")
{
    CHECK(split("Santos, Maria Clara") == expected("Maria Clara|Santos"));
    CHECK(split("Santos , Dr. Maria") == expected("Maria|Santos title:Dr."));
    CHECK(split("SANTOS Maria") == expected("Maria|SANTOS"));
    CHECK(split("DELA CRUZ Juan") == expected("Juan|DELA CRUZ"));
    CHECK(split("MARIA SANTOS") == expected("MARIA|SANTOS")); // all in capitals says nothing
    CHECK(split("Maria Santos, PhD") == expected("Maria|Santos letters:PhD"));
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

TEST_CASE("Letters behind a name are degrees and orders, not a given name", "[import][names]")
{
    CHECK(split("Maria Lim, RN", "PH") == expected("Maria|Lim letters:RN"));
    CHECK(split("Tomas Go, SJ", "PH") == expected("Tomas|Go letters:SJ"));
    CHECK(split("Lea Ramos, MA, PhD", "PH") == expected("Lea|Ramos letters:MA, PhD"));
    CHECK(split("Siti Aminah, S.H., M.H.", "ID") == expected("Siti|Aminah letters:S.H., M.H."));
    CHECK(split("Joko Susilo, S.Sos", "ID") == expected("Joko|Susilo letters:S.Sos"));
    CHECK(split("Prof. Dr. Dewi Kartika, M.Hum.", "ID") == expected("Dewi|Kartika title:Prof. Dr. letters:M.Hum."));
    CHECK(split("Dela Cruz, Juan, PhD", "PH") == expected("Juan|Dela Cruz letters:PhD"));
    CHECK(split("Reyes, Jr., Benigno", "PH") == expected("Benigno|Reyes Jr."));
    CHECK(split("Garcia III, Antonio", "PH") == expected("Antonio|Garcia III"));
    CHECK(split("Ana Cruz PhD") == expected("Ana|Cruz letters:PhD"));
    CHECK(split("Sr. Teresa Uy, RGS", "PH") == expected("Teresa|Uy title:Sr. letters:RGS"));
    // What could be a given name stays one.
    CHECK(split("SANTOS, MA", "PH") == expected("MA|SANTOS"));
    CHECK(split("Santos, Ma. Lourdes", "PH") == expected("Ma. Lourdes|Santos"));
    CHECK(split("Santos, J.P.", "PH") == expected("J.P.|Santos"));
    CHECK(split("Dela Cruz, JM", "PH") == expected("JM|Dela Cruz"));
    CHECK(split("Yo-Yo Ma") == expected("Yo-Yo|Ma"));
}

TEST_CASE("Honorifics of the region are no part of the name", "[import][names]")
{
    CHECK(split("Ven. Sok Savann", "KH") == expected("Savann|Sok title:Ven."));
    CHECK(split("Hj. Siti Aminah binti Yusof", "MY") == expected("Siti Aminah|binti Yusof title:Hj."));
    CHECK(split("Smt. Radha Nair", "IN") == expected("Radha|Nair title:Smt."));
    CHECK(split("Tan Sri Ahmad bin Omar", "MY") == expected("Ahmad|bin Omar title:Tan Sri"));
    CHECK(split("Late Ram Gurung", "NP") == expected("Ram|Gurung title:Late"));
    CHECK(split("Adv. Md. Abdul Karim", "BD") == expected("Md. Abdul|Karim title:Adv."));
    CHECK(split("นางสาวมาลี ไชยา", "TH") == expected("| own:มาลี ไชยา title:นางสาว"));
    CHECK(split("Sri Wahyuni", "ID") == expected("Sri|Wahyuni"));
    CHECK(split("Gen Suzuki", "JP") == expected("Gen|Suzuki"));
    CHECK(split("Hasan b. Ali", "MY") == expected("Hasan|b. Ali"));
    CHECK(split("Maria B. Santos", "PH") == expected("Maria B.|Santos"));
    CHECK(split("Thiri Win (aka Ko Win)", "MM") == expected("Thiri Win| other:Ko Win"));
    CHECK(split("Moana TAMA FAATAU") == expected("Moana|TAMA FAATAU"));
    CHECK(split("12. Rui Belo") == expected("Rui|Belo"));
    CHECK(split("3 Rui Belo*") == expected("Rui|Belo"));
}
