// SPDX-License-Identifier: GPL-3.0-or-later
// People with a name of one word, whatever staff let stand.
#include "drafts_of_test.h"

#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("The gate withholds a name of one word that is no other word", "[privacy][names][one name]")
{
    FreshStore store;
    addPerson(*store, text("Suparman"), {});
    addPerson(*store, {}, text("Ayu"));
    addPerson(*store, text("Hope"), {});
    Person own = addPerson(*store, text("Htoo"), text("Aung"));
    own.ownScriptName = text("ထူး");
    update(*store, own);
    alternateName(*store, own, text("Zorvy"));
    addPerson(*store, text("吴"), {});
    const Person named = addPerson(*store, text("Mali"), {});
    consent(*store, named, "funders", "agreed");
    const Gate gate(*store, Audience::Funder);
    const auto shown = [&](const char* words) { return proseFor(gate, text(words)); };

    CHECK(shown("Later Suparman left.") == text("Later [name withheld] left."));
    CHECK(shown("Suparman's house saw SUPARMAN, as Suparman-led.") ==
          text("[name withheld]'s house saw [name withheld], as [name withheld]-led."));
    CHECK(shown("The Ayus came to Ibu Ayu.") == text("The [name withheld] came to Ibu [name withheld]."));
    CHECK(shown("Later Zorvy met ထူး at 吴.") == text("Later [name withheld] met [name withheld] at [name withheld]."));
    CHECK(shown("吴") == text("[name withheld]"));
    CHECK(shown("Kemarin Suparman pergi dengan Sdr. Ayu. Kyai Suparman tidak. Suparmans' house") ==
          text("Kemarin [name withheld] pergi dengan Sdr. [name withheld]. Kyai [name withheld] tidak. [name "
               "withheld]' house"));
    CHECK(shown("Later Suparman2 left. (Suparman) Suparman came.") ==
          text("Later [name withheld]2 left. ([name withheld]) [name withheld] came."));
    CHECK(shown("Later Mali left.") == text("Later Mali left."));
    // What may be any other word is for staff to say, and what is a part of a longer name is another one.
    for (const char* words : {"Hope is what we need.", "Later suparman left.", "Later Suparman Zorvan left.",
                              "The Ayu Foundation gave much."}) {
        INFO(words);
        CHECK(shown(words) == text(words));
    }
}

TEST_CASE("What is said of somebody has their own name in it, and no other of one word", "[privacy][names][one name]")
{
    FreshStore store;
    const Person lestari = addPerson(*store, text("Ayu"), text("Lestari"));
    consent(*store, lestari, "funders", "agreed");
    addPerson(*store, text("Ayu"), {});
    addPerson(*store, text("Suparman"), {});
    Table table;
    table.columns = {{text("given"), text("Given name"), Sensitivity::Public},
                     {text("said"), text("Said"), Sensitivity::Public}};
    table.rows = {{{text("Ayu"), text("Ayu came with Suparman by boat")}, {lestari.id}}};
    const auto disclosed = Gate(*store, Audience::Funder).disclose(table);
    REQUIRE_OK(disclosed);
    CHECK(shown(**disclosed) == text("Given name;Said / Ayu;Ayu came with [name withheld] by boat"));
}

TEST_CASE("The gate withholds a name of one word whatever hangs on it, and by whatever people are addressed",
          "[privacy][names][one name]")
{
    FreshStore store;
    for (const char* name : {"Suparman", "Ayu", "Melati", "Htoo", "Hope", "吴", "มะลิ"})
        addPerson(*store, text(name), {});
    addPerson(*store, text("Ming"), text("Wu"));
    Person korean = addPerson(*store, text("Chul-soo"), text("Kim"));
    korean.ownScriptName = text("김철수");
    update(*store, korean);
    Organisation care;
    care.name = text("AyuCare");
    insert(*store, care);
    const Gate gate(*store, Audience::Funder);
    const auto shown = [&](const char* words) { return proseFor(gate, text(words)); };
    const QString withheld = text("[name withheld]");

    for (const char* words :
         {"Tante Melati", "Om Melati", "Mbah Melati", "Saw Melati", "Naw Melati", "Bong Melati", "Anh Melati",
          "Didi Melati", "Tita Melati", "Drs. Melati", "Ir. Melati", "tante Melati"}) {
        INFO(words);
        CHECK(shown(words) == text(words).replace(text("Melati"), withheld));
    }
    for (const char* words :
         {"Melati-san", "Melati Sahib", "Melati Didi", "Melati Ji", "Melati SH", "Melati, S.Sos."}) {
        INFO(words);
        CHECK(shown(words) == text(words).replace(text("Melati"), withheld));
    }
    for (const char* word : {"Suparmanku", "Ayunya", "Ayulah", "Ayunyalah", "Melatiji", "Melatijan", "SuparmanAyu",
                             "AyuSuparman", "Suparmanayu", "Suparman2Ayu", "SuparmanZorvan", "FreeSuparman"}) {
        INFO(word);
        CHECK(shown(qPrintable(text("Later %1 hid.").arg(text(word)))) == text("Later [name withheld] hid."));
    }
    CHECK(shown("Later 2Suparman hid, 24Ayu7 too.") == text("Later 2[name withheld] hid, 24[name withheld]7 too."));
    CHECK(shown("后来吴先生和吴女士走了。") == text("后来[name withheld]先生和[name withheld]女士走了。"));
    CHECK(shown("그때 김 선생님과 김씨가") == text("그때 [name withheld] 선생님과 [name withheld]씨가"));
    CHECK(shown("แล้วคุณมะลิก็ไป") == text("แล้วคุณ[name withheld]ก็ไป"));
    // What only looks like it, and another name.
    for (const char* words :
         {"Later Supar hid.", "Later AyuCare and McMelati grew.", "Ayurveda and Melatonin help.", "The hopeful.",
          "HopeHouse grew.", "Later Melati Zorvan left.", "先生们走了。", "มะลิหอม", "In 2Kenya."}) {
        INFO(words);
        CHECK(shown(words) == text(words));
    }
}

TEST_CASE("Where somebody works and what they do there withholds the names of one word of others",
          "[privacy][names][one name]")
{
    FreshStore store;
    const Person wati = addPerson(*store, text("Wati"), text("Lestari"));
    consent(*store, wati, "publicity", "agreed");
    addPerson(*store, text("Suparman"), {});
    addPerson(*store, text("Hope"), {});
    Organisation body;
    body.name = text("Yayasan Suparman");
    insert(*store, body);
    Table table;
    table.columns = {{text("organisation"), text("Organisation"), Sensitivity::Public},
                     {text("role"), text("Role"), Sensitivity::Public}};
    table.rows = {{{text("Yayasan Suparman"), text("Suparman's driver")}, {wati.id}},
                  {{text("Suparman Foundation"), text("Driver")}, {wati.id}},
                  {{text("Perkumpulan SUPARMAN"), text("Lawyer")}, {wati.id}},
                  {{text("Hope House"), text("Hope builder")}, {wati.id}},
                  {{text("Yayasan Lestari"), text("Wati")}, {wati.id}},
                  {{text("Suparman Zorvan Forum"), text("")}, {wati.id}}};
    const auto disclosed = Gate(*store, Audience::Public).disclose(table);
    REQUIRE_OK(disclosed);
    CHECK(shown(**disclosed) ==
          text("Organisation;Role / Yayasan [name withheld];[name withheld]'s driver / [name withheld] "
               "Foundation;Driver / Perkumpulan [name withheld];Lawyer / Hope House;Hope builder / "
               "Yayasan Lestari;Wati / Suparman Zorvan Forum;"));
}

TEST_CASE("What a row about somebody says of others withholds their names of one word, and leaves places whole",
          "[privacy][names][one name]")
{
    FreshStore store;
    const Person wati = addPerson(*store, text("Wati"), text("Lestari"));
    consent(*store, wati, "publicity", "agreed");
    addPerson(*store, text("Suparman"), {});
    addPerson(*store, text("Ayu"), {});
    Table table;
    table.columns = {{text("role"), text("Role"), Sensitivity::Public},
                     {text("place"), text("Place"), Sensitivity::Public}};
    table.rows = {{{text("assistant to Suparman"), text("Kota Ayu Baru")}, {wati.id}},
                  {{text("driver of Suparman and Ayu"), text("Suparman Hills")}, {wati.id}}};
    const auto disclosed = Gate(*store, Audience::Public).disclose(table);
    REQUIRE_OK(disclosed);
    CHECK(shown(**disclosed) == text("Role;Place / assistant to [name withheld];Kota Ayu Baru / driver of [names "
                                     "withheld];Suparman Hills"));
}

TEST_CASE("The gate withholds a name of one word in pieces, and one of two words without the blank",
          "[privacy][names][one name]")
{
    FreshStore store;
    for (const char* name : {"Suparman", "Sunday", "Coop"})
        addPerson(*store, text(name), {});
    addPerson(*store, text("Dara"), text("Sok"));
    addPerson(*store, text("Li"), text("Na"));
    const Gate gate(*store, Audience::Funder);
    const auto shown = [&](const char* words) { return proseFor(gate, text(words)); };
    for (const char* word : {"Supar-man",      "Su-par-man",     "Su par man",           "Supar man",     "Su Par Man",
                             "SUPAR-MAN",      "Supar\u2011man", "Supar\u2013man",       "Supar-\nman",   "Supar\nman",
                             "Supar\u00ADman", "Supar\u200Bman", "Su\u2060par\uFEFFman", "DaraSok",       "SokDara",
                             "Darasok",        "DARASOK",        "D a r a S o k",        "Dara\u200BSok", "LiNa"}) {
        INFO(word);
        CHECK(shown(qPrintable(text("Later %1 hid.").arg(text(word)))) == text("Later [name withheld] hid."));
    }
    // Words of the language, a word that only looks like it, and another name.
    for (const char* words : {"On a sun day we co-op. Sun day it was.", "Later a super man hid.",
                              "Later Darasoka hid.", "Later lina hid.", "Later Lina hid.", "Suparto\u2013manual"}) {
        INFO(words);
        CHECK(shown(words) == text(words));
    }
}

TEST_CASE("A body that is called by a name and words of no language leaves without the name",
          "[privacy][names][one name]")
{
    FreshStore store;
    for (const char* name : {"Suparman", "Mali"})
        addPerson(*store, text(name), {});
    addPerson(*store, text("Dara"), text("Sok"));
    addPerson(*store, text("Anan"), text("Chai"));
    const Person wati = addPerson(*store, text("Wati"), text("Lestari"));
    consent(*store, wati, "publicity", "agreed");
    Table table;
    table.columns = {{text("organisation"), text("Organisation"), Sensitivity::Public}};
    for (const char* name : {"PT Suparman Tbk", "Suparman Jaya Zorvan", "DaraSok Centre", "Mali Chai Forum"}) {
        Organisation body;
        body.name = text(name);
        insert(*store, body);
        table.rows.push_back({{text(name)}, {wati.id}});
    }
    const auto disclosed = Gate(*store, Audience::Public).disclose(table);
    REQUIRE_OK(disclosed);
    // Chai is somebody's name: that is another Mali.
    CHECK(shown(**disclosed) == text("Organisation / PT [name withheld] Tbk / [name withheld] Jaya Zorvan / "
                                     "[name withheld] Centre / Mali Chai Forum"));
}
