// SPDX-License-Identifier: GPL-3.0-or-later
// Names and contacts with something between their letters, which whoever reads them does not see.
#include "drafts_of_test.h"

#include <words/contact_scanner.h>
#include <words/text_reading.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A text is read without what stands between its letters", "[privacy][names]")
{
    const auto read = [](const char* typed) { return TextReading(text(typed)).text(); };
    CHECK(read("Sok Dara spoke; 5 < 6, AT&T, 50% of all.") == text("Sok Dara spoke; 5 < 6, AT&T, 50% of all."));
    CHECK(read("S\\ok D\\ara") == text("Sok Dara"));
    CHECK(read("S&oacute;k &#83;ok &#x53;ok &Ntilde;u &#83ok S&oacutek") == text("Sók Sok Sok Ñu Sok Sók"));
    CHECK(read("S&amp;oacute;k %44ara\\u0053") == text("Sók DaraS"));
    CHECK(read("S<b>ok</b> <i class=\"x\">D</i>ara<br>S<!-- x -->ok") == text("Sok Dara Sok"));
    CHECK(read("Sok<sup>1</sup> Sok² Dara") == text("Sok Sok Dara"));
    CHECK(read("*S*ok D_a_ra S[o]k") == text("*Sok Dara Sok"));
    CHECK(read("S\u200Bo\u00ADk\u3164 D\uFE0Fara") == text("Sok Dara"));
    CHECK(read("S\u0336o\u20DDk Núñez") == text("Sok Núñez"));
    CHECK(read("Ｓｏｋ 𝐒𝐨𝐤 Ⓢⓞⓚ 🅂🄾🄺 🇸🇴🇰") == text("Sok Sok Sok SOK SOK"));
    CHECK(read("S o k, D-a-r-a; U.S. and e.g. I") == text("Sok, Dara; U.S. and e.g. I"));
    CHECK(read("สมชาย សុខ 김철수 नीरा") == text("สมชาย សុខ 김철수 नीरा"));
    CHECK_FALSE(TextReading(text("Sok Dara, 3.5 (x)")).differs());
}

TEST_CASE("What is found in what is read is brought back to where it stands", "[privacy][names]")
{
    const QString typed = text("We saw S<b>o</b>k &amp; all");
    const TextReading reading(typed);
    const auto [from, length] = reading.inSource(reading.text().indexOf(text("Sok")), 3);
    CHECK(typed.mid(from, length) == text("S<b>o</b>k"));
    const auto [sign, signs] = reading.inSource(reading.text().indexOf(text("&")), 1);
    CHECK(typed.mid(sign, signs) == text("&amp;"));
}

TEST_CASE("Text that is made to be slow is read within a moment", "[privacy][names]")
{
    for (const char* piece : {"<a", "<!--", "&a", "\\", "a\u0301\u0302", "*a", "a ", "%4", "\u0301"}) {
        const QString hostile = text(piece).repeated(100000);
        CHECK(TextReading(hostile).text().size() <= hostile.size());
    }
}

TEST_CASE("Names are withheld with anything within them that is not read", "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sók"));
    addPerson(*store, text("Mali"), text("Chai"));
    const Person bopha = addPerson(*store, text("Bopha"), text("Keo"));
    consent(*store, bopha, "publicity", "agreed");
    const Gate gate(*store, Audience::Public);
    for (const char* typed : {"S\\ok D\\ara",
                              "S&oacute;k D&aacute;ra",
                              "&#83;ok &#68;ara",
                              "&#x53;ok&nbsp;Dara",
                              "S&amp;oacute;k Dara",
                              "S\u200Bok Da\u00ADra",
                              "So\u2060k\u200D Dara",
                              "S\u3164ok Dara",
                              "S<b>ok</b> Dara",
                              "<i>S</i>ok <u>Da</u>ra",
                              "Dara<br/>Sok",
                              "S<!-- -->ok Dara",
                              "*S*ok Dara",
                              "**D**ara **S**ok",
                              "D_a_ra Sok",
                              "S`o`k D~~a~~ra",
                              "D[a]ra S(o)k",
                              "Ｓｏｋ Ｄａｒａ",
                              "𝐒𝐨𝐤 𝐃𝐚𝐫𝐚",
                              "Ⓢⓞⓚ Ⓓⓐⓡⓐ",
                              "S\u0336o\u0336k\u0336 Dara",
                              "S\u20DDok Dara",
                              "\u0301Sok Dara",
                              "Sok² Dara",
                              "Sok<sup>2</sup> Dara",
                              "S o k  D a r a",
                              "S-o-k D-a-r-a",
                              "S.o.k D.a.r.a",
                              "%53ok%20Dara",
                              "\\u0053ok Dara"}) {
        INFO(typed);
        const QString shown = proseFor(gate, text("Then ") + text(typed) + text(" hid."));
        CHECK(shown.startsWith(text("Then ")));
        CHECK(shown.contains(text("[name withheld]")));
        for (const char* left : {"ok", "ara", "oacute", "Ｄ", "Ⓓ", "𝐃", "a r a"}) {
            INFO(shown.toStdString());
            CHECK_FALSE(shown.contains(text(left)));
        }
    }
    CHECK(proseFor(gate, text("Then B\\opha K&eacute;o spoke.")) == text("Then B\\opha K&eacute;o spoke."));
}

TEST_CASE("A family name that stands once for several withholds each of them", "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    addPerson(*store, text("Mali"), text("Sok"));
    const Person bopha = addPerson(*store, text("Bopha"), text("Sok"));
    addPerson(*store, text("Rithy"), text("Chan"));
    consent(*store, bopha, "publicity", "agreed");
    const Gate gate(*store, Audience::Public);
    const auto shown = [&](const char* typed) { return proseFor(gate, text(typed)); };
    CHECK(shown("Then Dara and Mali Sok hid.") == text("Then [names withheld] hid."));
    CHECK(shown("Then Dara & Mali Sok hid.") == text("Then [names withheld] hid."));
    CHECK(shown("Then Dara, Bopha, and Mali Sok hid.") ==
          text("Then [name withheld], Bopha, and [name withheld] hid."));
    CHECK(shown("Then Sok Dara/Mali hid.") == text("Then [names withheld] hid."));
    CHECK(shown("Then Rithy and Mali Sok hid.") == text("Then Rithy and [name withheld] hid.")); // of another family
    CHECK(shown("Dara of Mali Sok hid.") == text("Dara of [name withheld] hid."));
}

TEST_CASE("Contacts are withheld with anything within them that is not read", "[privacy][contacts]")
{
    const auto shown = [](const char* typed) { return withoutContacts(text(typed)); };
    for (const char* typed :
         {"012_987_654", "012*987*654", "+855_12_987_654", "012,987,654", "0\\12 987 6\\54", "012<b>987</b>654",
          "012\u200B987\u200B654", "&#48;12 987 654", "０１２ ９８７ ６５４", "⁰¹² ⁹⁸⁷ ⁶⁵⁴", "dara&#64;example.org",
          "dara\u200B@exa\u00ADmple.org", "dara\\@example.org", "d<i>ara</i>@example.org",
          "dara&commat;example&period;org", "ｄａｒａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "https&colon;//example.org/dara",
          "dara%40example.org"}) {
        INFO(typed);
        CHECK(shown(("Call " + std::string(typed) + " now").c_str()) == text("Call [contact withheld] now"));
    }
    for (const char* kept : {"In 2019_2020_2021 and on 2026_06_14", "1,234,567 people", "Items 01, 02, 03, 04 and 05",
                             "AT&T, R&D", "from 09:30 to 10:45"}) {
        CHECK(shown(kept) == text(kept));
    }
}

TEST_CASE("Several names that are withheld one after the other cannot be counted", "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    addPerson(*store, text("Bopha"), text("Keo"));
    addPerson(*store, text("Mali"), text("Chai"));
    const Gate gate(*store, Audience::Public);
    const auto shown = [&](const char* words) { return proseFor(gate, text(words)); };
    CHECK(shown("We thank Dara Sok and Bopha Keo.") == text("We thank [names withheld]."));
    CHECK(shown("Dara Sok, Bopha Keo, and Mali Chai came.") == text("[names withheld] came."));
    CHECK(shown("Ms Dara Sok's and Mr. Bopha Keo's houses") == text("Ms [names withheld]'s houses"));
    CHECK(shown("Dara Sok dan Bopha Keo pergi") == text("[names withheld] pergi"));
    CHECK(shown("[name withheld] & Dara Sok") == text("[names withheld]"));
    CHECK(shown("Dara Sok met Bopha Keo. Mali Chai left.") ==
          text("[name withheld] met [name withheld]. [name withheld] left."));
    Paragraph paragraph;
    paragraph.runs = {run(text("With Dara Sok")), run(text(" and ")), run(text("Bopha Keo"))};
    paragraph.runs[0].bold = true;
    auto disclosed = gate.disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
    REQUIRE_OK(disclosed);
    CHECK(textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front()) ==
          text("With [names withheld]"));
}
