// SPDX-License-Identifier: GPL-3.0-or-later
// What is underlined or a link in a report that was brought in may be somebody's name, whatever its letters.
#include "review_world.h"

#include <reporting/text_import.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct ImportedWorld : ReviewWorld {
    explicit ImportedWorld(const char* text) : ReviewWorld("Nothing was told.")
    {
        const auto made = importReport(*store, text, utf8("Imported"));
        REQUIRE_OK(made);
        id = *made;
    }
};
} // namespace

TEST_CASE("What is underlined in a report that was brought in is asked, whatever its letters", "[reporting][names]")
{
    ImportedWorld world("# Rivers\n\nThen <u>brightmoon</u> hid with <u>silver river fox</u> and <u>Hope</u>.\n\n"
                        "- later brightmoon and Brightmoon wept\n- the hope is ours\n");
    CHECK(world.undecided() == QStringList{utf8("brightmoon"), utf8("silver river fox"), utf8("Hope")});
    CHECK(world.names()[0].times == 2);
    CHECK(world.written(Audience::Public).contains(utf8("3 names in the text may be read")));
    world.decide("brightmoon", What::Withhold);
    world.decide("silver river fox", What::Replace, "a friend");
    world.decide("Hope", What::Keep);
    const QString page = world.written(Audience::Public);
    CHECK(page.contains(utf8("Then [name withheld] hid with a friend and Hope.")));
    CHECK(page.contains(utf8("later [name withheld] and Brightmoon wept")));
    // Where the text changes it is asked again, and in other texts as well.
    world.write("Nobody saw brightmoon again.");
    CHECK(world.undecided() == QStringList{utf8("brightmoon")});
}

TEST_CASE("The words of a link in a report that was brought in are asked", "[reporting][names]")
{
    ImportedWorld world(
        "# Rivers\n\nThen [brightmoon](https://rivers.example/b) hid; see [here](https://a.example) and "
        "https://rivers.example/c.\n");
    CHECK(world.undecided() == QStringList{utf8("brightmoon")});
}

TEST_CASE("What is underlined to be read as a heading or loudly is not asked", "[reporting][names]")
{
    ImportedWorld world(
        "# Rivers\n\n<u>next steps:</u> We <u>must not</u> wait, and this is <u>very important</u>.\n\n"
        "<u>how we go on</u>: by boat. <u>this is a whole sentence that somebody found weighty</u>\n");
    CHECK(world.undecided().isEmpty());
}

TEST_CASE("Whoever is in the file and underlined stays with the gate", "[reporting][names]")
{
    ImportedWorld world("# Rivers\n\nThen <u>Dara Sok</u> spoke and <u>Mali Suk</u> hid.\n");
    CHECK(world.undecided().isEmpty());
    CHECK(world.written(Audience::Funder).contains(utf8("Then Dara Sok spoke and [name withheld] hid.")));
}
