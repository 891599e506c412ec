// SPDX-License-Identifier: GPL-3.0-or-later
// Names in free text that are not written as names usually are.
#include "name_helpers.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Names of people in the file are asked however they are written", "[reporting][names]")
{
    ReportWorld world;
    for (const char* name : {"Zebulon Quaxley", "Umberto Vantrill", "Wilhelmina McDonald", "Văn An Nguyễn",
                             "Kim Do Tran", "Kwabena Osei"})
        world.person(utf8(name), {});
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Then we met Ms zebulon again.") == QStringList{utf8("zebulon")});
    CHECK(in("Then mr umberto and Dr quaxley came.") == QStringList{utf8("umberto"), utf8("quaxley")});
    CHECK(in("Then ZebulonQuaxley came.") == QStringList{utf8("ZebulonQuaxley")});
    CHECK(in("Ask zebulonQuaxley.") == QStringList{utf8("zebulonQuaxley")});
    CHECK(in("Ask z.quaxley.") == QStringList{utf8("quaxley")});
    CHECK(in("They say that quaxley is back.") == QStringList{utf8("quaxley")});
    CHECK(in("Then Quаxley came.") == QStringList{utf8("Quаxley")});
    CHECK(in("Then [name withheld]хley came.") == QStringList{utf8("хley")});
    CHECK(in("See `Zebulon` there.") == QStringList{utf8("Zebulon")});
    CHECK(in("Then McDonald came.") == QStringList{utf8("McDonald")});
    CHECK(in("Heard Island and McDonald Islands").isEmpty());
    CHECK(in("Ask Mr Grant, Mr Will and Mr Speaker.") == QStringList{utf8("Grant"), utf8("Will")});
    CHECK(in("Then [name withheld] An came with [name withheld] Do.") == QStringList{utf8("An"), utf8("Do")});
    CHECK(in("Osei") == QStringList{utf8("Osei")});
    CHECK(candidatesIn(*world.store, "Osei", true) == QStringList{utf8("Osei")});
    CHECK(in("Then [name withheld] said that roses grow.").isEmpty());
}

TEST_CASE("A name in an address of the web is asked with the whole address", "[reporting][names]")
{
    ReportWorld world;
    for (const char* name : {"Zebulon Quaxley", "Wilhelmina Vantrill"})
        world.person(utf8(name), {});
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    const QStringList address{utf8("https://zebulonquaxley.org/wilhelmina")};
    CHECK(in("https://zebulonquaxley.org/wilhelmina") == address);
    CHECK(in("Then see https://zebulonquaxley.org/wilhelmina, and more.") == address);
    CHECK(in("www.zebulonquaxley.org") == QStringList{utf8("www.zebulonquaxley.org")});
    CHECK(in("https://blorp.example/human-rights/reports").isEmpty());
}

TEST_CASE("A place that is called like somebody exempts no name where somebody is met, thanked or speaks",
          "[reporting][names]")
{
    ReportWorld world;
    REQUIRE_OK(world.store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        auto workshop = world.store->get(world.workshop);
        if (!workshop)
            return {};
        workshop->place = QStringLiteral("Krumbo Haddleby");
        return writer.update(*workshop);
    }));
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    const QStringList name{utf8("Krumbo Haddleby")};
    for (const char* text : {"Then we met Krumbo Haddleby at the river.", "We thank Krumbo Haddleby for the rice.",
                             "Later Krumbo Haddleby told us more.", "The walk was led by Krumbo Haddleby.",
                             "We spoke with Krumbo Haddleby, who sang."}) {
        INFO(text);
        CHECK(in(text) == name);
    }
    for (const char* text : {"The workshop was held in Krumbo Haddleby.", "We worked with Krumbo Haddleby farmers.",
                             "The road to Krumbo Haddleby is long."}) {
        INFO(text);
        CHECK(in(text).isEmpty());
    }
}

TEST_CASE("A short word with a capital within a sentence may be a name", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Then we met Wei at the office.") == QStringList{utf8("Wei")});
    CHECK(in("Then we met Li at the office.") == QStringList{utf8("Li")});
    CHECK(in("Then we met Vy and Bo there.") == QStringList{utf8("Vy"), utf8("Bo")});
}

TEST_CASE("A place that says whose it is exempts nobody", "[reporting][names]")
{
    ReportWorld world;
    REQUIRE_OK(world.store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        auto workshop = world.store->get(world.workshop);
        if (!workshop)
            return {};
        workshop->place = QStringLiteral("House of Ms Krumbo Haddleby, Zorvan Plain");
        return writer.update(*workshop);
    }));
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text, true); };
    CHECK(in("House of Ms Krumbo Haddleby, Zorvan Plain") == QStringList{utf8("Krumbo Haddleby")});
    CHECK(in("Zorvan Plain").isEmpty());
}
