// SPDX-License-Identifier: GPL-3.0-or-later
// Single words of the names of people who may not be named, in whatever stands round them.
#include "leaving_text.h"

#include <span>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct WordNames : ReportWorld {
    WordNames()
    {
        for (const auto& [given, family] :
             {std::pair("Dara", "Sokun"), std::pair("Win", "Min"), std::pair("Mark", "Dela Cruz"),
              std::pair("Grace Hope", "Ndlovu"), std::pair("May", "Thant Zin"), std::pair("Will", "Smithers"),
              std::pair("Hoa", "Nguyen"), std::pair("Budi", "Santoso")})
            addPerson(*store, utf8(given), utf8(family));
    }
};
using Pairs = std::initializer_list<std::pair<const char*, const char*>>;

void checkLeaving(const Store& store, const Pairs& pairs)
{
    for (const auto& [text, left] : pairs) {
        INFO(text);
        CHECK(leavingText(store, utf8(text)) == utf8(left));
        CHECK(leavingText(store, utf8(text), As::Cell) == utf8(left));
    }
}

void checkStays(const Store& store, std::initializer_list<const char*> texts)
{
    for (const char* text : texts)
        checkLeaving(store, {{text, text}});
}
} // namespace

TEST_CASE("What is withheld of a name leaves no word of it beside another form of it", "[reporting][names]")
{
    const WordNames world;
    checkLeaving(*world.store,
                 {{"Present: D. Sokun, Sokun D., Sokun", "Present: [names withheld]., [name withheld]"},
                  {"Present: Sokun, D. Sokun", "Present: [names withheld]"},
                  {"Present: Sokun D., Sokun, D. Sokun; Dara", "Present: [name withheld]., [names withheld]"},
                  {"Then D. Sokun came. Later Sokun left.", "Then [name withheld] came. Later [name withheld] left."},
                  {"Ms Hoa, Hoa's laptop", "Ms [names withheld]'s laptop"}});
}

TEST_CASE("A given name that is a word as well is withheld where it stands as a name does", "[reporting][names]")
{
    const WordNames world;
    checkLeaving(*world.store, {{"Min", "[name withheld]"},
                                {"Grace", "[name withheld]"},
                                {"“Hope”", "“[name withheld]”"},
                                {"Grace, Mark and Hoa", "[names withheld]"},
                                {"Present: Mark, Will, Min", "Present: [names withheld]"},
                                {"We went with Grace to town.", "We went with [name withheld] to town."},
                                {"Grace was arrested. Then Mark's house burnt.",
                                 "[name withheld] was arrested. Then [name withheld]'s house burnt."},
                                {"Will told us.", "[name withheld] told us."},
                                {"We called May again on 12 May.", "We called [name withheld] again on 12 May."},
                                {"The Story of Grace", "The Story of [name withheld]"}});
}

TEST_CASE("A word that is somebody's name as well stays where it is a word", "[reporting][names]")
{
    const WordNames world;
    checkStays(*world.store,
               {"We mark the day and win it with grace and hope, as we may and will.", "May we all win?",
                "Will they come?", "Mark the date in May. Win the fight.", "He said, \"Will they come?\"",
                "In May 2026 and on 12 May we met.", "The Hope Village and the Grace Foundation came.",
                "WE WIN WITH GRACE", "Hope for All", "It takes 5 min."});
}

TEST_CASE("A body of the file that is called by one word of somebody's name is asked", "[reporting][names]")
{
    WordNames world;
    const char* const called[] = {"Sokun Foundation", "Sokun's workshop", "Sokun Law Office", "Fondation Sokun",
                                  "PT Sokun Tbk",     "Friends of Sokun", "sokun foundation"};
    const char* const others[] = {"Sokun Zorvan Forum", "Chan Sokun Forum", "Hope Village", "Zorvan Centre"};
    for (const auto& names : {std::span<const char* const>(called), std::span<const char* const>(others)}) {
        for (const char* name : names) {
            Organisation body;
            body.name = utf8(name);
            world.add(body);
        }
    }
    for (const char* name : called) {
        QString left = utf8(name);
        left.replace(utf8("Sokun"), utf8("[name withheld]"), Qt::CaseInsensitive);
        checkLeaving(*world.store, {{name, qPrintable(left)}});
        const QString told = utf8("We thank the %1 for it.");
        checkLeaving(*world.store, {{qPrintable(told.arg(utf8(name))), qPrintable(told.arg(left))}});
    }
    Organisation body;
    body.name = utf8("Yayasan Sokun");
    world.add(body);
    checkLeaving(*world.store, {{"Yayasan Sokun", "[name withheld]"}});
    for (const char* name : others) {
        checkStays(*world.store, {name});
        checkStays(*world.store, {qPrintable(utf8("We thank the %1 for it.").arg(utf8(name)))});
    }
}

TEST_CASE("A short name in small letters is withheld where no noun stands", "[reporting][names]")
{
    const WordNames world;
    checkLeaving(*world.store, {{"Later budi left with hoa.", "Later [name withheld] left with [name withheld]."}});
    checkStays(*world.store, {"The budi is a fish, and so is a hoa."});
}

TEST_CASE("A body in capitals is nobody who is called like it", "[reporting][names]")
{
    const ReportWorld world;
    addPerson(*world.store, utf8("Van Tai"), utf8("Ngô"));
    checkStays(*world.store,
               {"The NGO said so.", "NGO", "By sector: NGO 5, University 1.", "It is an NGO. NGO staff"});
    checkLeaving(*world.store, {{"Ngo said so.", "[name withheld] said so."}});
}

TEST_CASE("A Chinese name is the same in simplified and traditional characters, in one piece or two",
          "[reporting][names]")
{
    const ReportWorld world;
    addPerson(*world.store, utf8("吳敏"), {});
    addPerson(*world.store, utf8("丽娟"), utf8("陈"));
    checkLeaving(*world.store, {{"后来吴敏走了。", "后来[name withheld]走了。"},
                                {"後來吳敏走了。", "後來[name withheld]走了。"},
                                {"陳麗娟", "[name withheld]"},
                                {"后来陈丽娟说。", "后来[name withheld]说。"},
                                {"陳 麗娟", "[name withheld]"},
                                {"麗娟說。", "[name withheld]說。"}});
    checkStays(*world.store, {"我们在上海见面，讨论人权。"});
}

TEST_CASE("A way to reach somebody is withheld whole however it is spelled out, and nothing behind it",
          "[reporting][names]")
{
    const WordNames world;
    checkLeaving(*world.store, {{"Write da[at]example[dot]org", "Write [contact withheld]"},
                                {"Write da (at) example (dot) org.", "Write [contact withheld]."},
                                {"Write da {at} example {dot} org.", "Write [contact withheld]."},
                                {"Write da [at] example dot org now.", "Write [contact withheld] now."},
                                {"Write da at example dot org now.", "Write [contact withheld] now."},
                                {"Mail Hoa dot Nguyen at example dot co dot uk", "Mail [contact withheld]"},
                                {"Mail hoa (dot) nguyen (at) example (dot) org", "Mail [contact withheld]"},
                                {"Mail hoa@example (dot) org", "Mail [contact withheld]"},
                                {"Mail da@haddad.org. We agreed.", "Mail [contact withheld]. We agreed."},
                                {"Mail da@haddad. org, in May.", "Mail [contact withheld], in May."}});
    checkStays(*world.store, {"We met at the red dot party and look at polka dot skirts.",
                              "We met at noon. In the end (at home) we left."});
}

TEST_CASE("What everybody speaks of is no name, unless somebody in the file has a word of it for one",
          "[reporting][names]")
{
    const ReportWorld world;
    const auto in = [&](const char* words) { return candidatesIn(*world.store, words); };
    for (const char* words : {"We thank Amnesty International and Human Rights Watch.",
                              "We read the Rome Statute and the Geneva Conventions.",
                              "We use Google Docs, Facebook Messenger and Microsoft Teams.",
                              "The United Nations, the Universal Periodic Review and the Special Rapporteur came up.",
                              "We met people of the Asia Pacific Forum, of Oxfam and the High Commissioner.",
                              "The Prime Minister and the Khmer Rouge were named in Ramadan."}) {
        INFO(words);
        CHECK(in(words).isEmpty());
    }
    addPerson(*world.store, utf8("Amnesty"), utf8("Moyo"));
    addPerson(*world.store, utf8("Rome"), utf8("Vidal"));
    CHECK(in("We thank Amnesty International.") == QStringList{utf8("Amnesty International")});
    CHECK(in("We read the Rome Statute.") == QStringList{utf8("Rome Statute")});
    CHECK(in("We met Zerubina Google.") == QStringList{utf8("Zerubina Google")});
}
