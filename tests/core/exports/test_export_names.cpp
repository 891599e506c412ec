// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the texts of whatever leaves: listed, decided, kept with the text, and in the way until they are.
#include "../reporting/report_world.h"

#include <exports/export_catalogue.h>
#include <reporting/report_names.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

namespace
{
using What = NameDecision::What;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct NamesWorld : ReportWorld {
    NamesWorld()
    {
        call.answers.insert(s("workshop"), workshop.value);
        Session session;
        session.workshop = workshop;
        session.title = s("Then we hear Sitha Vongsak and Zerubina");
        session.start = QDateTime(QDate(2026, 6, 10), QTime(9, 0));
        session.end = QDateTime(QDate(2026, 6, 10), QTime(10, 0));
        add(session);
        wish = addWish("We ask that Sitha Vongsak and Zerubina are heard.");
    }
    Recommendation addWish(const char* text, const char* addressedTo = "")
    {
        Recommendation made;
        made.workshop = workshop;
        made.text = s(text);
        made.addressedTo = s(addressedTo);
        made.id = add(made);
        return made;
    }
    static const Exportable& called(const char* key)
    {
        const Exportable* found = exportableOf(s(key));
        REQUIRE(found);
        return *found;
    }
    std::vector<NameInText> names(const char* key) const
    {
        auto found = namesInExport(*store, called(key), call, nullptr);
        REQUIRE_OK(found);
        return *found;
    }
    QStringList undecided(const char* key) const
    {
        QStringList all;
        for (const NameInText& name : names(key)) {
            if (!name.decision)
                all.append(name.name);
        }
        return all;
    }
    void decide(const char* key, const char* name, What what, const char* words = "")
    {
        const auto all = names(key);
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const NameInText& one) { return one.name == s(name); });
        REQUIRE(found != all.end());
        REQUIRE_OK(decideName(*store, *found, what, s(words)));
    }
    // What was written, or the sentence that says why nothing was.
    QString written(const char* key, const char* ending, Audience audience = Audience::Public)
    {
        const QString file = path(s("out.%1").arg(s(ending)));
        QFile::remove(file);
        const auto summary = writeExport(*store, called(key), call, file, audience);
        if (!summary) {
            CHECK_FALSE(QFile::exists(file));
            return summary.error().sentence;
        }
        QFile out(file);
        REQUIRE(out.open(QIODevice::ReadOnly));
        return QString::fromUtf8(out.readAll()).remove(s("\r\n "));
    }
    ExportCall call;
    Recommendation wish;
};

const QString refusal = s("Nothing was written for “The public”: it has not been decided whether 2 names in the text "
                          "may be read: Sitha Vongsak; Zerubina. Decide them, or withhold what is not decided.");
} // namespace

TEST_CASE("no agenda, calendar, list or recommendation leaves with a name that nobody decided upon",
          "[export catalogue][names]")
{
    NamesWorld world;
    for (const auto& [key, ending] :
         {std::pair("agenda", "pdf"), std::pair("calendar", "ics"), std::pair("recommendations-by-workshop", "html"),
          std::pair("recommendation", "csv"), std::pair("recommendation", "xlsx"), std::pair("session", "csv"),
          std::pair("recommendation", "pdf")}) {
        INFO(key << " " << ending);
        CHECK(world.written(key, ending) == refusal);
        const auto preview = previewExport(*world.store, world.called(key), world.call, Audience::Public);
        REQUIRE_OK(preview);
        CHECK(preview->problem == refusal);
        CHECK_FALSE(world.written(key, ending, Audience::Internal).startsWith(s("Nothing was written")));
        CHECK(world.undecided(key) == QStringList{s("Sitha Vongsak"), s("Zerubina")});
    }
}

TEST_CASE("what was decided about a name is kept with its text, wherever that leaves", "[export catalogue][names]")
{
    NamesWorld world;
    world.decide("recommendation", "Sitha Vongsak", What::Replace, "a fisher");
    world.decide("recommendation", "Zerubina", What::Keep);
    CHECK(world.undecided("recommendation").isEmpty());
    CHECK(world.written("recommendation", "csv").contains(s("We ask that a fisher and Zerubina are heard.")));
    CHECK(
        previewExport(*world.store, world.called("recommendation"), world.call, Audience::Public)->problem.isEmpty());
    const QString page = world.written("recommendations-by-workshop", "html");
    CHECK(page.contains(s("We ask that a fisher and Zerubina are heard.")));
    CHECK(page.contains(s("Nobody from the records is named; 2 other names were reviewed.")));
    CHECK(world.undecided("agenda") == QStringList{s("Sitha Vongsak"), s("Zerubina")}); // another text
    // A list says what is true of it as well.
    const auto printed = [&world] {
        const auto summary = writeExport(*world.store, NamesWorld::called("recommendation"), world.call,
                                         world.path(s("list.pdf")), Audience::Public);
        REQUIRE_OK(summary);
        return summary->printedSentence();
    };
    CHECK(printed() == s("Nobody from the records is named."));
    world.person(s("Zerubina Blorp"), {});
    CHECK(printed() == s("Its makers decided which names may be read in it."));

    world.wish.text = s("We ask that Sitha Vongsak and Zerubina are heard now.");
    world.change(world.wish);
    CHECK(world.written("recommendation", "csv") == refusal);
}

TEST_CASE("a page on which a name was kept that somebody in the file has does not say that nobody is named",
          "[export catalogue][names]")
{
    NamesWorld world;
    addPerson(*world.store, s("Zerubina"), s("Okonjo"));
    world.decide("recommendation", "Sitha Vongsak", What::Replace, "a fisher");
    world.decide("recommendation", "Zerubina", What::Keep);
    const QString page = world.written("recommendations-by-workshop", "html");
    CHECK(page.contains(s("We ask that a fisher and Zerubina are heard.")));
    CHECK_FALSE(page.contains(s("Nobody from the records is named")));
    CHECK(page.contains(s("Its makers decided which names may be read in it. · 2 other names were reviewed.")));
}

TEST_CASE("what is undecided is withheld where that is asked", "[export catalogue][names]")
{
    NamesWorld world;
    world.decide("recommendation", "Zerubina", What::Keep);
    world.call.undecided = UndecidedNames::Withhold;
    for (const auto& [key, ending] : {std::pair("calendar", "ics"), std::pair("session", "csv")})
        CHECK(world.written(key, ending).contains(s("Then we hear [names withheld]")));
    CHECK(world.written("recommendation", "csv").contains(s("We ask that [name withheld] and Zerubina are heard.")));
    CHECK(world.undecided("agenda") == QStringList{s("Sitha Vongsak"), s("Zerubina")}); // that was for once
}

TEST_CASE("who decided about a name that stands alone has not decided about the next of that name",
          "[export catalogue][names]")
{
    NamesWorld world;
    world.call.records = std::vector<qint64>{world.addWish("We ask for a bridge.", "Ms Krumbo").id.value};
    world.decide("recommendation", "Krumbo", What::Keep);
    CHECK(world.written("recommendation", "csv").contains(s("Ms Krumbo")));
    world.call.columns = {s("addressed_to")}; // whatever is chosen beside it
    CHECK(world.undecided("recommendation").isEmpty());
    world.call.records = std::vector<qint64>{world.addWish("We ask for a road.", "Ms Krumbo").id.value};
    CHECK(world.undecided("recommendation") == QStringList{s("Krumbo")});
}

TEST_CASE("what is decided in a report holds for the same text in a list, and the other way round",
          "[export catalogue][names]")
{
    NamesWorld world;
    const Id<Report> report = world.report();
    ReportSection section;
    section.report = report;
    section.kind = s("text");
    section.title = s("What was told");
    section.position = 100;
    section.body = s("Later we met Yoblina Krantzer at the river.");
    world.call.records = std::vector<qint64>{world.add(section).value};
    const auto inReport = namesInReport(*world.store, report);
    REQUIRE_OK(inReport);
    for (const NameInText& name : *inReport)
        REQUIRE_OK(decideName(*world.store, name, What::Keep));
    CHECK(world.undecided("report_section") == QStringList());
    CHECK(world.written("report_section", "csv").contains(s("Later we met Yoblina Krantzer at the river.")));
}

TEST_CASE("rows about people whom the gate takes out are not asked about", "[export catalogue][names]")
{
    NamesWorld world;
    CHECK(world.undecided("person").isEmpty());
    CHECK(world.undecided("participation").isEmpty());
    CHECK(world.undecided("workshop-list").isEmpty());
    CHECK(world.undecided("directory").isEmpty());
}

TEST_CASE("a file for outsiders is not called by a name that may be somebody's", "[export catalogue][names]")
{
    NamesWorld world;
    world.call.undecided = UndecidedNames::Withhold;
    world.person(s("Zebulon Quaxley"), {});
    const auto write = [&](const char* name, Audience audience) {
        const auto done =
            writeExport(*world.store, world.called("recommendation"), world.call, world.path(s(name)), audience);
        return done ? QString() : done.error().sentence;
    };
    for (const char* name : {"Wishes of Krumbo Haddleby.csv", "wishes_Asha.csv", "Asha_Rai.csv", "For-Ms-Krumbo.csv",
                             "ZebulonQuaxley.csv", "zebulonQuaxley.csv", "quaxley.csv"}) {
        INFO(name);
        CHECK(write(name, Audience::Public).startsWith(s("“%1” was not written: whoever gets").arg(s(name))));
        CHECK_FALSE(QFile::exists(world.path(s(name))));
        CHECK(write(name, Audience::Internal).isEmpty());
    }
    for (const char* name : {"recommendations.csv", "Recommendations 2026-11.csv", "recall-public-2026-06-01.csv",
                             "River Watch.csv", "Cambodia.csv"}) {
        INFO(name);
        CHECK(write(name, Audience::Public).isEmpty());
    }
    world.addWish("Then we thank Krumbo Haddleby for all.");
    world.decide("recommendation", "Krumbo Haddleby", What::Keep);
    CHECK(write("Krumbo Haddleby.csv", Audience::Public).isEmpty());
}

TEST_CASE("an organisation does not leave unasked that is called after somebody of one name",
          "[export catalogue][names][one name]")
{
    NamesWorld world;
    world.person(s("Ayu"), {});
    world.person(s("Htoo"), {});
    world.person(s("Kenya"), {});
    for (const char* name : {"House of Ayu", "Htoo Foundation", "Legal Aid"}) {
        Organisation body;
        body.name = s(name);
        body.country = s("KE");
        world.add(body);
    }
    CHECK(world.undecided("organisation") == QStringList{s("Ayu"), s("Kenya"), s("Htoo")});
    CHECK(world.written("organisation", "csv") ==
          s("Nothing was written for “The public”: it has not been decided whether 3 names in the text may be read: "
            "Ayu; Kenya; Htoo. Decide them, or withhold what is not decided."));
    world.decide("organisation", "Ayu", What::Keep); // the house says so itself
    world.decide("organisation", "Kenya", What::Keep);
    world.decide("organisation", "Htoo", What::Withhold);
    const QString written = world.written("organisation", "csv");
    CHECK(written.contains(s("House of Ayu,,,Kenya,")));
    CHECK(written.contains(s("[name withheld] Foundation,,,Kenya,")));
}
