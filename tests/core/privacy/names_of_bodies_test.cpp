// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies, roles, programs and networks that are called by one word of the longer name of somebody, in rows about
// others.
#include "drafts_of_test.h"

#include <records/programs.h>
#include <records/reports.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Bodies {
    Bodies()
    {
        addPerson(*store, text("Dara"), text("Sokun"));
        addPerson(*store, text("Anan"), text("Chai"));
        addPerson(*store, text("Grace"), text("Ndlovu"));
        addPerson(*store, text("Karen"), text("Smithers"));
        addPerson(*store, text("丽娟"), text("陈"));
        Person person = addPerson(*store, text("Mali"), text("Sombat"));
        consent(*store, person, "publicity", "agreed");
        mali = person.id;
    }
    // What stands in a column of a row about Mali, who agreed.
    QString leaving(const char* key, const QString& words)
    {
        Table table;
        table.columns = {{text(key), text("Column"), Sensitivity::Public}};
        table.rows = {{{words}, {mali}}};
        const auto disclosed = Gate(*store, Audience::Public).disclose(table);
        REQUIRE_OK(disclosed);
        return shown(**disclosed).section(text(" / "), 1);
    }
    void addBody(const QString& name)
    {
        Organisation body;
        body.name = name;
        insert(*store, body);
    }

    FreshStore store;
    Id<Person> mali;
};
} // namespace

TEST_CASE("A body that is called by one word of somebody's name leaves without it in rows about others",
          "[privacy][names][bodies]")
{
    Bodies world;
    const QString withheld = text("[name withheld]");
    const bool isInFile = GENERATE(false, true);
    for (const char* words : {"Sokun",
                              "Sokun Foundation",
                              "The Sokun Centre for Human Rights",
                              "Sokun Law Office",
                              "Sokun & Partners",
                              "Sokun's workshop",
                              "Yayasan Sokun",
                              "Yayasan Sokun Indonesia",
                              "Fondation Sokun",
                              "Fundación Sokun",
                              "Fundação Sokun",
                              "PT Sokun Tbk",
                              "Sokun Ltd",
                              "Sokun Sdn Bhd",
                              "Trust Sokun",
                              "SOKUN TRUST",
                              "Friends of Sokun",
                              "Sokun, Advocates",
                              "Cambodian Sokun Institute",
                              "assistant to Sokun",
                              "assistant to sokun",
                              "sokun foundation",
                              "Driver (Sokun)",
                              "Foundation for Sokun and others",
                              "Sokun2 Group",
                              "Dara-Sokun House",
                              "Sokun-led Group",
                              "Foundation “Sokun”",
                              "The Sokuns Trust"}) {
        INFO(words << (isInFile ? ", which is in the file" : ""));
        if (isInFile)
            world.addBody(text(words));
        const QString left = world.leaving("organisation", text(words));
        CHECK_FALSE(left.contains(text("sokun"), Qt::CaseInsensitive));
        CHECK(left.contains(withheld));
    }
    CHECK(world.leaving("organisation", text("Sokun Foundation")) == text("[name withheld] Foundation"));
    CHECK(world.leaving("organisation", text("Sokun Co")) == text("[name withheld] Co"));
    CHECK(world.leaving("role", text("Dara Sokun Law Office")) == text("[name withheld] Law Office"));
    for (const char* key : {"role", "programs", "edition_id", "network_id", "workshop_id", "session_id", "photo_id"}) {
        INFO(key);
        CHECK(world.leaving(key, text("Sokun's workshop")) == text("[name withheld]'s workshop"));
    }
    CHECK(world.leaving("place", text("at the house of Sokun")) == text("at the house of [name withheld]"));
    CHECK(world.leaving("place", text("Sokun Hills")) == text("Sokun Hills"));
    CHECK(world.leaving("organisation", text("丽娟基金会")) == text("[name withheld]基金会"));
}

TEST_CASE("A body that is called by a longer name or by words of the language leaves as it is",
          "[privacy][names][bodies]")
{
    Bodies world;
    const bool isInFile = GENERATE(false, true);
    for (const char* words :
         {"Sokun Zorvan Forum", "Chan Sokun Law Office", "Mali Chai Forum", "Grace Foundation", "Grace House",
          "Karen Human Rights Group", "Sombat Foundation", "Mali Centre", "Mekong Forum", "Land Watch Cambodia",
          "Santa Sokun Centre", "Ministry of Justice", "Sokunthea Foundation", "Driver"}) {
        INFO(words << (isInFile ? ", which is in the file" : ""));
        if (isInFile)
            world.addBody(text(words));
        CHECK(world.leaving("organisation", text(words)) == text(words));
    }
}

TEST_CASE("A body that is called by a word of the names of people who agreed leaves as it is",
          "[privacy][names][bodies]")
{
    Bodies world;
    Person person = addPerson(*world.store, text("Aung"), text("Thein"));
    consent(*world.store, person, "publicity", "agreed");
    CHECK(world.leaving("organisation", text("Thein Foundation")) == text("Thein Foundation"));
    addPerson(*world.store, text("Hla"), text("Thein"));
    CHECK(world.leaving("organisation", text("Thein Foundation")) == text("[name withheld] Foundation"));
    // What is said of somebody is by their own name.
    CHECK(world.leaving("organisation", text("Sombat Law Office")) == text("Sombat Law Office"));
}

TEST_CASE("A name in a word that staff added to a vocabulary is no word of the language", "[privacy][names][bodies]")
{
    Bodies world;
    for (const char* label : {"Sokun case", "Podcasting for Zorvan"}) {
        Term term;
        term.vocabulary = text("issues");
        term.code = text(label).toLower().replace(u' ', u'_');
        term.label = text(label);
        insert(*world.store, term);
    }
    CHECK(world.leaving("organisation", text("Sokun Foundation")) == text("[name withheld] Foundation"));
    CHECK(world.leaving("organisation", text("Sokun Zorvan Forum")) == text("[name withheld] Zorvan Forum"));
}
