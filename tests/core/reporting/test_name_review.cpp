// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the text of a report: found, decided, and asked again where the text changed.
#include "review_world.h"

#include <database/connection.h>
#include <reporting/report_names.h>

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("What may be a name is found, and what a report is full of is not", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Yesterday Sitha Vongsak spoke.") == QStringList{utf8("Sitha Vongsak")});
    CHECK(in("We thank Khun Somporn and Ms Aroha Te Kanawa-Reid.") ==
          QStringList{utf8("Somporn"), utf8("Aroha Te Kanawa-Reid")});
    CHECK(in("The story of Ahmad bin Zulkarnain, J. Vongsak and Sitha.") ==
          QStringList{utf8("Ahmad bin Zulkarnain"), utf8("J. Vongsak"), utf8("Sitha")});
    CHECK(
        in("Fishers came. Fishing is work. Recommendations were made on Monday in March 2026 in Thailand.").isEmpty());
    CHECK(
        in("The Mekong Zorvan Forum, ASEAN, the UN Human Rights Council and the Cambodian government met.").isEmpty());
    CHECK(in("Zorvanis grow here.").isEmpty()); // the first word of a sentence
    CHECK(in("Sitha told us. Noi and others sang. We heard Noi.") ==
          QStringList{utf8("Sitha"), utf8("Noi"), utf8("Noi")});
    CHECK(candidatesIn(*world.store, "Building Alumni Networks Across Asia and the Pacific", true).isEmpty());
    CHECK(candidatesIn(*world.store, "The Case of Sitha Vongsak", true) == QStringList{utf8("Sitha Vongsak")});
}

TEST_CASE("A small word exempts nobody in the file, and none in an address exempts anybody", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    const QStringList zerubina{utf8("Zerubina")};
    CHECK(in("Then Zerubina hid in Takeo; write to zerubina@blorp.example").contains(utf8("Zerubina")));
    CHECK(in("Then Zerubina hid; see blorp.example/zerubina.") == zerubina);
    CHECK(in("Then Zerubina hid; see https://blorp.example/p/zerubina") == zerubina);
    CHECK(in("Then Zerubina hid (zerubina.jpg, @zerubina, #zerubina).") == zerubina);
    CHECK(in("There we planted Zerubina; zerubina grows fast.").isEmpty()); // a word
    CHECK(in("Later Asha cooked; the asha was good.") == QStringList{utf8("Asha")});
}

TEST_CASE("A name that stands in small letters as well is asked, and its small letters with it", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Ms Aminya Dialloh fled. Write: aminya dialloh, Bamako.").mid(0, 2) ==
          QStringList{utf8("Aminya Dialloh"), utf8("aminya dialloh")});
    CHECK(in("Protect Kwabenar Oseih, whom friends call kwabenar oseih.").contains(utf8("kwabenar oseih")));
    CHECK(in("Ms Aminya fled. The aminya is a fish.") == QStringList{utf8("Aminya")});
    CHECK(in("Then Aminya fled, as Aminya Dialloh (aminya dialloh) does.").contains(utf8("Aminya")));
    CHECK(in("There we planted Zerubina; zerubina grows fast.").isEmpty()); // a word
    CHECK(candidatesIn(*world.store, "Aminya Dialloh, called aminya dialloh", true).contains(utf8("Aminya Dialloh")));
}

TEST_CASE("The text of a link exempts nobody", "[reporting][names]")
{
    ReviewWorld world("Then Zerubina hid. See [the page of zerubina](https://blorp.example/p).");
    CHECK(world.undecided() == QStringList{utf8("Zerubina")});
}

TEST_CASE("Titles exempt only where they stand as a whole, and those of workshops nothing", "[reporting][names]")
{
    ReportWorld world;
    REQUIRE_OK(world.store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        Organisation fund;
        fund.name = utf8("Sombath Vantok Memorial Fund");
        fund.shortName = utf8("Vantok");
        DTP_CHECK(writer.insert(fund));
        Organisation other;
        other.name = utf8("Mekong Zorvan of Blorpia");
        other.shortName = utf8("MZB Zorv");
        DTP_CHECK(writer.insert(other));
        Workshop dinner;
        dinner.title = utf8("Dinner with Krumbo Haddleby");
        dinner.place = utf8("Snorvik Bay, Cambodia");
        DTP_CHECK(writer.insert(dinner));
        return {};
    }));
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("We heard that Sombath Vantok hid.") == QStringList{utf8("Sombath Vantok")});
    CHECK(in("We heard that Sombath hid.") == QStringList{utf8("Sombath")});
    CHECK(in("We met Krumbo Haddleby.") == QStringList{utf8("Krumbo Haddleby")});
    CHECK(in("We met Haddleby at Dinner with Krumbo Haddleby.") ==
          QStringList{utf8("Haddleby"), utf8("Krumbo Haddleby")});
    CHECK(in("We thank the Sombath Vantok Memorial Fund, the Mekong Zorvan of Blorpia and MZB Zorv.").isEmpty());
    CHECK(in("We went with Vantok to Snorvik Bay.").isEmpty());
    CHECK(in("We went to Snorvik with Zorvan.") == QStringList{utf8("Snorvik"), utf8("Zorvan")});
    CHECK(in("We met Ms Vantok.") == QStringList{utf8("Vantok")});
}

TEST_CASE("An organisation that is called like somebody in the file exempts no name", "[reporting][names]")
{
    ReportWorld world;
    REQUIRE_OK(world.store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
        for (const char* name : {"Asha", "Asha Vantok", "Asha Foundation for Rivers"}) {
            Organisation body;
            body.name = utf8(name);
            DTP_CHECK(writer.insert(body));
        }
        return {};
    }));
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Later Asha hid.") == QStringList{utf8("Asha")});
    CHECK(in("Later ASHA hid.") == QStringList{utf8("ASHA")});
    CHECK(in("Later Asha Vantok hid.") == QStringList{utf8("Asha Vantok")});
    CHECK(in("Later the Ashas hid.") == QStringList{utf8("Ashas")});
    // Nor what is called by one word of a name and by words of the language alone.
    CHECK(in("We thank the Asha Foundation for Rivers.") == QStringList{utf8("Asha")});
}

TEST_CASE("A name is asked whatever stands between its letters, and is the same name", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Later Z\\erubina hid.") == QStringList{utf8("Z\\erubina")});
    CHECK(in("Later &#90;erubina hid.") == QStringList{utf8("&#90;erubina")});
    CHECK(in("Later Z<b>erubina</b> hid.") == QStringList{utf8("Z<b>erubina")});
    CHECK(in("Later z\\erubina hid, and Zerubina sang.") == QStringList{utf8("Zerubina")});
    ReviewWorld review("Later Z<b>erub</b>ina hid.\n\nZerubina told us, and Z_erub_ina told us again.");
    CHECK(review.undecided() == QStringList{utf8("Zerubina")});
    CHECK(review.names().front().times == 3);
    review.decide("Zerubina", What::Replace, "a fisher");
    CHECK(review.written(Audience::Public).contains(utf8("Later a fisher hid.")));
}

TEST_CASE("What is put in the place of a name names nobody", "[reporting][names]")
{
    ReviewWorld world("Later Sitha Vongsak hid.");
    const auto name = world.names().front();
    const auto replace = [&](const char* words) { return decideName(*world.store, name, What::Replace, utf8(words)); };
    for (const char* words : {"Asha", "A\\sha", "a friend of Asha", "Ms Vongsak", "S. V<b>ongsak</b>",
                              "call 012 987 654", "a_fisher@example.org", "[a fisher](person:1)"}) {
        INFO(words);
        CHECK_FALSE(replace(words));
    }
    CHECK(
        replace("Asha").error().sentence ==
        utf8("“Asha” cannot stand in the place of “Sitha Vongsak”: “Asha” names somebody or tells how to reach them. "
             "Say something that many could be, such as “a participant”."));
    CHECK(world.undecided() == QStringList{utf8("Sitha Vongsak")});
    REQUIRE_OK(replace("Zorvina")); // a name made up
    CHECK(world.undecided().isEmpty());
    addPerson(*world.store, utf8("Zorvina"), utf8("Keo"));
    CHECK(world.undecided() == QStringList{utf8("Sitha Vongsak")}); // now it is somebody's
}

TEST_CASE("The first word of a line belongs to the name that it begins", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Krantz, Yoblin") == QStringList{utf8("Krantz"), utf8("Yoblin")});
    CHECK(in("- Yelnitz and Korbin") == QStringList{utf8("Yelnitz"), utf8("Korbin")});
    CHECK(in("Yelnitz and Korbin") == QStringList{utf8("Yelnitz"), utf8("Korbin")});
    CHECK(in("All left.\nYelnitz or Ms Korbin") == QStringList{utf8("Yelnitz"), utf8("Korbin")});
    CHECK(in("Krantz, Yoblin & Korbin hid.") == QStringList{utf8("Krantz"), utf8("Yoblin"), utf8("Korbin")});
    CHECK(in("| Drimbol Vantshaw |") == QStringList{utf8("Drimbol Vantshaw")});
    CHECK(in("Drimbol Vantshaw hid; drimbol grows here.") == QStringList{utf8("Drimbol Vantshaw")});
    CHECK(in("Unknown Personly fled.") == QStringList{utf8("Unknown Personly")});
    CHECK(in("We met Frank Yoblin and Sitha Green.") == QStringList{utf8("Frank Yoblin"), utf8("Sitha Green")});
    CHECK(in("Yesterday Yoblin sang. Protect Sitha Vongsak.") == QStringList{utf8("Yoblin"), utf8("Sitha Vongsak")});
    CHECK(in("Unfortunately, Yoblin sang. Fishers, Yoblin and others came.") ==
          QStringList{utf8("Yoblin"), utf8("Yoblin")});
    CHECK(in("Zorvanis and farmers came. Zorvanis, farmers and others left.").isEmpty());
}

TEST_CASE("Names in capitals are found behind a title and beside another", "[reporting][names]")
{
    ReportWorld world;
    const auto in = [&](const char* text) { return candidatesIn(*world.store, text); };
    CHECK(in("Then MS PLOMBER hid.") == QStringList{utf8("PLOMBER")});
    CHECK(in("Then MS PLOMB hid.") == QStringList{utf8("PLOMB")});
    CHECK(in("Then JANE PLOMB hid.") == QStringList{utf8("JANE PLOMB")});
    CHECK(in("Then Jane PLOMB hid.") == QStringList{utf8("Jane PLOMB")});
    CHECK(in("Then ASEAN AICHR, UN OHCHR and the NGO CEDAW met ZORV.").isEmpty());
    CHECK(candidatesIn(*world.store, "ZORV MEETING", true).isEmpty());
}

TEST_CASE("Nothing leaves for outsiders with a name that nobody decided upon", "[reporting][names]")
{
    ReviewWorld world("Sitha Vongsak told us of her village. Later Sitha Vongsak sang with Noi.");
    CHECK(world.undecided() == QStringList{utf8("Sitha Vongsak"), utf8("Noi")});
    CHECK(world.names()[0].times == 2);
    CHECK(world.names()[0].proposal == What::Withhold);
    CHECK(world.names()[1].proposal == What::Withhold); // who is not known can be in danger
    CHECK(world.names()[0].where.contains(utf8("What was told: Sitha Vongsak told us")));
    const QString refusal = world.written(Audience::Public);
    CHECK(refusal ==
          utf8("Nothing was written for “The public”: it has not been decided whether 2 names in the text may "
               "be read: Sitha Vongsak; Noi. Decide them, or withhold what is not decided."));
    CHECK_FALSE(QFile::exists(world.path(QStringLiteral("r.html"))));
    CHECK(world.store->count(Entity::Disclosure).value_or(1) == 0);
    CHECK(world.written(Audience::Internal).contains(utf8("Sitha Vongsak told us")));
    const QString withheld = world.written(Audience::Public, UndecidedNames::Withhold);
    CHECK(withheld.contains(utf8("[name withheld] told us of her village. Later [name withheld] sang with [name "
                                 "withheld].")));
    CHECK(withheld.contains(utf8("2 other names were reviewed")));
}

TEST_CASE("What was decided about a name holds until its text changes", "[reporting][names]")
{
    ReviewWorld world("Sitha Vongsak told us of her village. Later she sang with Noi and Boun.");
    world.decide("Sitha Vongsak", What::Replace, "a fisher");
    world.decide("Noi", What::Keep);
    world.decide("Boun", What::Withhold);
    CHECK(world.undecided().isEmpty());
    CHECK(world.written(Audience::Public)
              .contains(utf8("a fisher told us of her village. Later she sang with Noi and [name withheld].")));
    world.write("Another day Noi came back.");
    CHECK(world.undecided() == QStringList{utf8("Noi")});
    world.decide("Noi", What::Keep);
    world.last.body = utf8("Another day Noi came back, angry.");
    REQUIRE_OK(world.store->change(QStringLiteral("Test"),
                                   [&](ChangeWriter& writer) -> Result<> { return writer.update(world.last); }));
    CHECK(world.undecided() == QStringList{utf8("Noi")});
    const auto name = world.names().front();
    CHECK_FALSE(decideName(*world.store, name, What::Replace, QStringLiteral(" ")));
}

TEST_CASE("What was decided in an earlier layout holds for that report, also of a name that stands alone",
          "[reporting][names]")
{
    ReviewWorld world("Ms Krumbo");
    CHECK(world.undecided() == QStringList{utf8("Krumbo")});
    const auto digest = [](const char* text) {
        return QCryptographicHash::hash(QByteArray(text), QCryptographicHash::Sha256).toHex().left(32);
    };
    const auto connection = Connection::open(world.store->path(), Connection::Mode::ReadWrite);
    REQUIRE_OK(connection);
    REQUIRE_OK((*connection)
                   ->run("INSERT INTO name_decision (report_id, text_key, name_key, decision) VALUES (" +
                         QByteArray::number(world.id.value) + ", '" + digest("Ms Krumbo") + "', '" + digest("krumbo") +
                         "', 'keep')"));
    CHECK(world.undecided().isEmpty());
    CHECK(world.written(Audience::Public).contains(utf8("Ms Krumbo")));
    world.decide("Krumbo", What::Withhold); // what is decided later counts
    CHECK(world.written(Audience::Public).contains(utf8("Ms [name withheld]")));
}

TEST_CASE("Titles of tables and figures in a report are looked through as well", "[reporting][names]")
{
    ReviewWorld world("Nothing was told.");
    auto draft = buildReport(*world.store, world.id);
    REQUIRE_OK(draft);
    Table table;
    table.title = utf8("Houses of Krumbo Haddleby");
    table.columns = {columnOfTable("house", utf8("House"))};
    table.rows.push_back({{utf8("The blue one")}, {}});
    draft->blocks.push_back(TableBlock{table});
    CountsBlock counts;
    counts.title = utf8("Friends of Yoblina Krantzer");
    CountItem item;
    item.label = utf8("Ms Drimbol");
    item.count = 7;
    counts.items.push_back(item);
    draft->blocks.push_back(counts);
    draft->attachments.push_back({utf8("Sitha Vongsak.csv"), table});
    const auto names = namesInDraft(*world.store, &*draft);
    REQUIRE_OK(names);
    QStringList found;
    for (const NameInText& name : *names)
        found.append(name.name);
    CHECK(found ==
          QStringList{utf8("Krumbo Haddleby"), utf8("Yoblina Krantzer"), utf8("Drimbol"), utf8("Sitha Vongsak")});
}

TEST_CASE("A name of somebody in the file alone is asked, and what is kept is still the gate's to withhold",
          "[reporting][names]")
{
    ReviewWorld world("Later Asha cooked for us."); // in the file, and may not be named
    REQUIRE(world.names().size() == 1);
    CHECK(world.names()[0].proposal == What::Withhold);
    world.decide("Asha", What::Keep);
    const QString written = world.written(Audience::Public);
    CHECK(written.contains(utf8("Later [name withheld] cooked for us.")));
    CHECK(written.contains(utf8("1 other name was reviewed")));
}

TEST_CASE("The names of a report of fifty pages are found within a second", "[reporting][names]")
{
    QString text;
    for (int i = 0; i < 1500; ++i) // some 50 pages of 400 words
        text += QStringLiteral("Sitha%1 Vongsak told the Regional Forum of %2 villages in Cambodia, and Ms Noi%1 said "
                               "that nothing had changed since.\n\n")
                    .arg(QChar('a' + i % 26))
                    .arg(i);
    ReviewWorld world(text.toUtf8().constData());
    QElapsedTimer time;
    time.start();
    CHECK(world.names().size() == 52);
    CHECK(time.elapsed() < 5000); // a second on a quiet machine; the tests run on any
}
