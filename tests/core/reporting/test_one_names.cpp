// SPDX-License-Identifier: GPL-3.0-or-later
// People with a name of one word, in the text of a report: asked about, and withheld by what they agreed to.
#include "review_world.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
const Traits atRisk{{}, {}, {}, {}, {}, 0, QStringLiteral("active"), QStringLiteral("at_risk")};

struct OneNames : ReportWorld {
    OneNames()
    {
        for (const char* name : {"Ayu", "Suparman", "Htoo", "Li", "Xi", "Hope", "Paris", "Kenya", "May", "Made", "An",
                                 "In", "Has", "Guinea", "吴", "Chad Smith", "Lestari Dewi"})
            person(utf8(name), {});
    }
    QStringList in(const char* text, bool isHeading = false) const { return candidatesIn(*store, text, isHeading); }
};

QStringList list(std::initializer_list<const char*> words)
{
    QStringList all;
    for (const char* word : words)
        all.append(utf8(word));
    return all;
}
} // namespace

TEST_CASE("A name of one word that is a word or a place as well is asked", "[reporting][names][one name]")
{
    OneNames world;
    CHECK(world.in("Hope spoke first, and we met in Kenya and Paris.") == list({"Hope", "Kenya", "Paris"}));
    CHECK(world.in("Notes on Kenya", true) == list({"Kenya"}));
    CHECK(world.in("Then May left, and An told us more.") == list({"May", "An"}));
    CHECK(world.in("We met Made again.") == list({"Made"}));
    CHECK(world.in("An apple. In May 2026, in early May and since May we met in Papua New Guinea.").isEmpty());
    CHECK(world.in("Then we spoke with Hope Zorvan.") == list({"Hope Zorvan"}));
}

TEST_CASE("A given name that is a place as well is asked where somebody is meant", "[reporting][names][one name]")
{
    OneNames world;
    CHECK(world.in("Chad spoke on trade.") == list({"Chad"}));
    CHECK(world.in("We thanked Chad for it.") == list({"Chad"}));
    CHECK(world.in("Farmers in Chad spoke on trade with Libya.").isEmpty());
    CHECK(world.in("Libya and Chad are far.").isEmpty());
}

TEST_CASE("A name that goes on behind that of somebody in the file is asked as a whole", "[reporting][names]")
{
    OneNames world;
    world.person(utf8("Kunthea Chan"), {});
    CHECK(world.in("Then Dr Kunthea Chan Borey spoke.") == list({"Kunthea Chan Borey"}));
    CHECK(world.in("Then Maly Kunthea Chan spoke.") == list({"Maly Kunthea Chan"}));
    // What hangs on a whole name and is none stays the gate's.
    for (const char* words : {"Then Dr Kunthea Chan spoke.", "Then Kunthea Chan's house burnt.",
                              "The Kunthea Chan Foundation gave much.", "On Monday Kunthea Chan left Fiji."}) {
        INFO(words);
        CHECK(world.in(words).isEmpty());
    }
}

TEST_CASE("A name of one word is asked in small letters, but for words of the language",
          "[reporting][names][one name]")
{
    OneNames world;
    CHECK(world.in("Then later ayu left with htoo, li and xi.") == list({"ayu", "htoo", "li", "xi"}));
    CHECK(world.in("Then later hope left; ms hope told us.") == list({"hope", "hope"}));
    CHECK(world
              .in("We hope that it may be. The hope lives; calls were made, an apple a day; "
                  "nobody has asked who is named in it, for justice in Peru.")
              .isEmpty());
    CHECK(world.in("We saw that lestari is far.") == list({"lestari"})); // of a name of two words
}

TEST_CASE("A name of one word is asked as initials, and as one sign", "[reporting][names][one name]")
{
    OneNames world;
    CHECK(world.in("Later L.I. came, and X-I, and H.T.O.O.") == list({"L.I", "X-I", "H.T.O.O"}));
    CHECK(world.in("Later 吴 left.") == list({"吴"}));
    CHECK(world.in("后来老吴走了。") == list({"吴"}));
    CHECK(world.in("Later ayunya left.") == list({"ayunya"}));
    CHECK(world.in("See i.e. Z.B. and A. B.").isEmpty());
}

TEST_CASE("A name of one word is asked in the title of a body or a place", "[reporting][names][one name]")
{
    OneNames world;
    Organisation body;
    body.name = utf8("House of Ayu");
    body.shortName = utf8("Htoo Foundation");
    world.add(body);
    CHECK(world.in("We went to the House of Ayu.") == list({"Ayu"}));
    CHECK(world.in("We thank the Htoo Foundation.") == list({"Htoo"}));
    CHECK(world.in("House of Ayu", true) == list({"Ayu"}));
}

TEST_CASE("The place of a workshop is asked about on the cover of its report", "[reporting][names][one name]")
{
    ReviewWorld world("Nothing was told.");
    auto workshop = world.store->get(world.workshop);
    REQUIRE_OK(workshop);
    workshop->place = utf8("House of Ayu, Bali");
    world.change(*workshop);
    CHECK(world.undecided().isEmpty());
    world.person(utf8("Ayu"), {});
    CHECK(world.undecided() == list({"Ayu"}));
}

TEST_CASE("The whole name of somebody who may be named nowhere cannot be kept", "[reporting][names][one name]")
{
    ReviewWorld world("Later Suparman hid. Then Suparman's house burnt, Ayu/Suparman left and SUPARMAN told us.");
    world.person(utf8("Suparman"), atRisk);
    world.person(utf8("Ayu"), {}); // nobody asked her
    CHECK(world.undecided() == list({"Suparman", "Ayu"}));
    CHECK(world.names()[0].times == 4);
    for (const NameInText& name : world.names()) {
        const auto kept = decideName(*world.store, name, What::Keep);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().sentence ==
              utf8("“%1” cannot be kept: somebody in the file is called that and may be named to nobody outside. "
                   "Withhold it, or put other words in its place.")
                  .arg(name.name));
    }
    CHECK(world.undecided() == list({"Suparman", "Ayu"}));
    world.decide("Suparman", What::Replace, "a farmer");
    world.decide("Ayu", What::Withhold);
    CHECK(world.written(Audience::Public)
              .contains(utf8("Later a farmer hid. Then a farmer's house burnt, [name withheld]/a farmer left and a "
                             "farmer told us.")));
}

TEST_CASE("The whole name of somebody who may be named nowhere cannot be kept by what hangs on it",
          "[reporting][names][one name]")
{
    ReviewWorld world("Later Tante Melati hid, SuparmanAyu wrote, Suparmanku and 2Suparman left, and 吴先生 wept.");
    for (const char* name : {"Melati", "Suparman", "Ayu", "吴"})
        world.person(utf8(name), atRisk);
    CHECK(world.undecided() == list({"Tante Melati", "SuparmanAyu", "Suparmanku", "Suparman", "吴"}));
    for (const NameInText& name : world.names()) {
        INFO(name.name.toStdString());
        CHECK_FALSE(decideName(*world.store, name, What::Keep));
    }
}

TEST_CASE("Degrees and titles behind a name are no names", "[reporting][names]")
{
    OneNames world;
    world.person(utf8("Kunthea Chan"), {});
    for (const char* words :
         {"We heard Kunthea Chan, PhD.", "We heard Kunthea Chan PhD on it.", "Kunthea Chan, Ph.D., spoke.",
          "We heard Kunthea Chan, MA, LLM.", "We heard Kunthea Chan LLM.", "We heard Kunthea Chan, S.H., M.Hum.",
          "Kunthea Chan, M.Si., spoke.", "We heard Kunthea Chan, B.Sc. (Hons).", "We heard Kunthea Chan Jr.",
          "She has a PhD in law, an MSc and an LL.M."}) {
        INFO(words);
        CHECK(world.in(words).isEmpty());
    }
    CHECK(world.in("We heard Zebulon Quaxley, PhD, and Zorvin Blorp MBA.") ==
          list({"Zebulon Quaxley", "Zorvin Blorp"}));
    CHECK(world.in("We heard Zebulon Quaxley, M. Ed Zorvin and Phil Zorvin.") ==
          list({"Zebulon Quaxley", "Ed Zorvin", "Phil Zorvin"}));
}

TEST_CASE("A word that stands in every text is not two names written as one", "[reporting][names][one name]")
{
    OneNames world;
    world.person(utf8("Train"), {});
    world.person(utf8("Ing"), {});
    CHECK(world.in("Training began. We heard of the Training.").isEmpty());
    CHECK(world.in("We heard TrainIng.") == list({"TrainIng"}));
}

TEST_CASE("What was kept before it was somebody's name is withheld", "[reporting][names][one name]")
{
    ReviewWorld world("Later Zorvin hid.");
    world.decide("Zorvin", What::Keep);
    CHECK(world.written(Audience::Public).contains(utf8("Later Zorvin hid.")));
    world.person(utf8("Zorvin"), atRisk);
    REQUIRE(world.names().size() == 1);
    CHECK(world.names()[0].decision == What::Withhold);
    CHECK(world.written(Audience::Public).contains(utf8("Later [name withheld] hid.")));
}

TEST_CASE("A name of one word that was kept is read by those whom its people agreed to",
          "[reporting][names][one name]")
{
    ReviewWorld world("Later Suparman hid.");
    world.agree(world.person(utf8("Suparman"), {})); // to funders
    world.decide("Suparman", What::Keep);
    CHECK(world.written(Audience::Funder).contains(utf8("Later Suparman hid.")));
    CHECK(world.written(Audience::Public).contains(utf8("Later [name withheld] hid.")));
}

TEST_CASE("A word that is also somebody's name can be kept, in small letters apart", "[reporting][names][one name]")
{
    ReviewWorld world("Then Hope came to Kenya, and ayu is a word for Ayu. We met in Peru, Kenya and Chad.");
    for (const char* name : {"Hope", "Kenya", "Ayu"})
        world.person(utf8(name), atRisk);
    CHECK(world.undecided() == list({"Hope", "Kenya", "ayu", "Ayu"}));
    world.decide("Kenya", What::Keep);
    world.decide("ayu", What::Keep);
    CHECK(world.written(Audience::Public, UndecidedNames::Withhold)
              .contains(utf8("Then [name withheld] came to Kenya, and ayu is a word for [name withheld]. We met in "
                             "Peru, Kenya and Chad.")));
}

TEST_CASE("A name of one word is no replacement, however it is written", "[reporting][names][one name]")
{
    ReviewWorld world("Later Zorvin hid.");
    for (const char* name : {"Ayu", "Xi", "Li", "Hope", "Kenya", "吴", "Lestari Dewi"})
        world.person(utf8(name), {});
    const auto name = world.names().front();
    const auto replace = [&](const char* words) { return decideName(*world.store, name, What::Replace, utf8(words)); };
    for (const char* words : {"Ayu", "ayu", "AYU", "ms ayu", "a friend of xi", "L.I.", "hope", "Hope", "kenya", "吴",
                              "lestari", "lestari dewi", "Ms Hope"}) {
        INFO(words);
        CHECK_FALSE(replace(words));
    }
    for (const char* words : {"a farmer from Kenya", "a woman of hope", "a participant"}) {
        INFO(words);
        CHECK(replace(words));
    }
}

TEST_CASE("A name of one word is asked in the title of a body of which the other words are of no language",
          "[reporting][names][one name]")
{
    OneNames world;
    for (const char* name : {"PT Suparman Tbk", "UD Suparman Jaya", "Zorvan Blorp Tbk", "Suparman Ltd"}) {
        Organisation body;
        body.name = utf8(name);
        world.add(body);
    }
    CHECK(world.in("We heard that PT Suparman Tbk paid.") == list({"Suparman"}));
    CHECK(world.in("We heard that UD Suparman Jaya paid.") == list({"Suparman"}));
    CHECK(world.in("We heard of a manager at Suparman Ltd.") == list({"Suparman Ltd"}));
    CHECK(world.in("We heard that Zorvan Blorp Tbk paid.").isEmpty());
    CHECK(world.in("We heard that Lestari Zorvan paid.") == list({"Lestari Zorvan"}));
}

TEST_CASE("A whole name that is written as one word or in pieces cannot be kept", "[reporting][names][one name]")
{
    ReviewWorld world("Later DaraSok hid, darasok too. Then Supar-man left with Su par man. We met zawlinhtet; "
                      "HtetZawLin and Minji came.");
    world.person(utf8("Dara Sok"), atRisk);
    world.person(utf8("Suparman"), atRisk);
    world.person(utf8("Zaw Lin Htet"), atRisk);
    world.person(utf8("Kim Min-ji"), atRisk);
    CHECK(world.undecided() ==
          list({"DaraSok", "darasok", "Supar-man", "Su par man", "zawlinhtet", "HtetZawLin", "Minji"}));
    for (const NameInText& name : world.names()) {
        INFO(name.name.toStdString());
        CHECK_FALSE(decideName(*world.store, name, What::Keep));
    }
    CHECK(world.written(Audience::Public, UndecidedNames::Withhold)
              .contains(utf8("Later [name withheld] hid, [name withheld] too. Then [name withheld] left with [name "
                             "withheld]. We met [names withheld] came.")));
}
