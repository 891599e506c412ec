// SPDX-License-Identifier: GPL-3.0-or-later
#include "printed_document.h"
#include "report_world.h"

#include <privacy/gate.h>
#include <reporting/report_actions.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString outline(const Store& store, Id<Report> report)
{
    const auto entries = outlineOfReport(store, report);
    REQUIRE_OK(entries);
    QString out;
    for (const OutlineEntry& entry : *entries)
        out += QString((entry.depth - 1) * 2, u' ') + (entry.number.isEmpty() ? QStringLiteral("-") : entry.number) +
               QLatin1Char(' ') + entry.section.title + QStringLiteral(" (") + entry.section.kind +
               QStringLiteral(")\n");
    return out;
}

QString printedReport(const Store& store, Id<Report> report)
{
    const auto document = buildReport(store, report);
    REQUIRE_OK(document);
    return printed(document->blocks);
}
} // namespace

TEST_CASE("a new report has the secretariat's outline with a section for each session", "[report]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    CHECK(outline(*world.store, report) == QStringLiteral("1 Summary and main recommendations (text)\n"
                                                          "  1.1 What the workshop set out to do (objectives)\n"
                                                          "  - What participants recommend (recommendations)\n"
                                                          "2 Who took part (participants)\n"
                                                          "3 The program, session by session (program)\n"
                                                          "  3.1 Looking back (session)\n"
                                                          "  3.2 Looking ahead (session)\n"
                                                          "- What alumni gain from the network (text)\n"
                                                          "- Gaps in knowledge and skills (gaps)\n"
                                                          "- Whom to train next (text)\n"
                                                          "- Networks of alumni (text)\n"
                                                          "  - The networks today (text)\n"
                                                          "  - The networks to come (text)\n"
                                                          "  - Openings and obstacles (text)\n"
                                                          "- Conclusions (text)\n"
                                                          "  - What participants ask of the program (text)\n"
                                                          "- Next steps (text)\n"));
    CHECK(world.store->nextUndo()->sentence == QStringLiteral("Begin the report of “Alumni meeting”"));
}

TEST_CASE("a report is filled in from its workshop", "[report]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    const ReportSection list = world.section(report, QStringLiteral("What participants recommend"));
    const auto first = addRecommendation(*world.store, list.id, {}, QStringLiteral("Keep meeting:\nIt helps."));
    REQUIRE_OK(first);
    const auto second = addRecommendation(*world.store, list.id, *first, QStringLiteral("every year"));
    REQUIRE_OK(second);
    CHECK(moveRecommendation(*world.store, *second, MoveSection::In).value_or(false));
    CapacityGap gap;
    gap.report = report;
    gap.category = QStringLiteral("technology");
    gap.text = QStringLiteral("Maps");
    gap.region = QStringLiteral("Pacific");
    world.add(gap);
    CHECK(printedReport(*world.store, report) ==
          QString::fromUtf8("# 1 Summary and main recommendations\n"
                            "The workshop “Alumni meeting” was held in Bangkok, Thailand, 14–15 September 2026.\n"
                            "## 1.1 What the workshop set out to do\n"
                            "- to look back\n"
                            "- to plan ahead\n"
                            "## 1.2 What participants recommend\n"
                            "1. Keep meeting: It helps.\n"
                            "  - every year\n"
                            "# 2 Who took part\n"
                            "6 people from 3 countries took part.\n"
                            "Partners proposed names.\n"
                            "Among the human rights issues that they work on are:\n"
                            "- Labour rights\n"
                            "- Land rights\n"
                            "[Participants: Name | Organisation | Country]\n"
                            "  Asha Rai | Asha Rai's organisation | Nepal @\n"
                            "  Bina Rai | Bina Rai's organisation | Nepal @\n"
                            "  Chan Rith | Chan Rith's organisation | Cambodia @\n"
                            "  Dara Sok | Dara Sok's organisation | Cambodia @\n"
                            "  Mali Suk | Mali Suk's organisation | Thailand @\n"
                            "  Niran Dee | Niran Dee's organisation | Thailand @\n"
                            "[Trainers, partners and guests: Name | Took part as | Organisation | Country]\n"
                            "  Tom Field | Trainer |  | Australia @\n"
                            "{Where participants come from: Cambodia 2, Nepal 2, Thailand 2 of 6}\n"
                            "{Participants by country: Cambodia 2, Nepal 2, Thailand 2 of 6}\n"
                            "{Participants by gender: Women 4, Men 2 of 6}\n"
                            "{Participants by sector: NGO 5, University 1 of 6}\n"
                            "# 3 The program, session by session\n"
                            "[Monday 14 September: Time | Session]\n"
                            "  09:00–10:30 | Looking back\n"
                            "  10:30–11:00 | Tea\n"
                            "[Tuesday 15 September: Time | Session]\n"
                            "  09:00–10:30 | Looking ahead\n"
                            "## 3.1 Looking back\n"
                            "Monday 14 September, 09:00–10:30. Led by @Dara Sok and @Mali Suk.\n"
                            "Much was learnt.\n"
                            "## 3.2 Looking ahead\n"
                            "Tuesday 15 September, 09:00–10:30.\n"
                            "# 4 Gaps in knowledge and skills\n"
                            "Technology skills\n"
                            "- Maps (Pacific)\n"
                            "[Gaps by category: Category | Gaps named]\n"
                            "  Technology skills | 1\n"));
}

TEST_CASE("a funder reads only the names of those who agreed, and no small number", "[report][privacy]")
{
    ReportWorld world;
    const auto draft = buildReport(*world.store, world.report());
    REQUIRE_OK(draft);
    const auto disclosed = Gate(*world.store, Audience::Funder).disclose(*draft);
    REQUIRE_OK(disclosed);
    const QString text = printed((*disclosed)->blocks);
    CHECK(text.contains(QStringLiteral("Dara Sok | ")));
    CHECK(!text.contains(QStringLiteral("Asha Rai")));
    CHECK(!text.contains(QStringLiteral("Mali Suk")));
    CHECK(!text.contains(QStringLiteral("secret")));
    CHECK(text.contains(QStringLiteral("Led by @Dara Sok and a participant.")));
    CHECK(!text.contains(QStringLiteral("Thailand 2")));
    QStringList attached;
    for (const Attachment& attachment : (*disclosed)->attachments) {
        attached << attachment.fileName;
        const QString table = printedTable(attachment.table);
        CHECK(!table.contains(QStringLiteral("Mali Suk")));
        CHECK(!table.contains(QStringLiteral("Thailand | 2")));
    }
    CHECK(attached == QStringList{QStringLiteral("participants.csv"), QStringLiteral("figures.csv")});
}

TEST_CASE("the figures of a report go with it as a table", "[report]")
{
    ReportWorld world;
    const auto disclosed = Gate(*world.store, Audience::Internal).disclose(*buildReport(*world.store, world.report()));
    REQUIRE_OK(disclosed);
    REQUIRE((*disclosed)->attachments.size() == 2);
    CHECK(printedTable((*disclosed)->attachments[1].table) ==
          QStringLiteral("[Figures: Figure | Of | Number | Remark]\n"
                         "  Participants by country | Cambodia | 2 | \n"
                         "  Participants by country | Nepal | 2 | \n"
                         "  Participants by country | Thailand | 2 | \n"
                         "  Participants by country | Total | 6 | \n"
                         "  Participants by gender | Women | 4 | \n"
                         "  Participants by gender | Men | 2 | \n"
                         "  Participants by gender | Total | 6 | \n"
                         "  Participants by sector | NGO | 5 | \n"
                         "  Participants by sector | University | 1 | \n"
                         "  Participants by sector | Total | 6 | \n"));
}

TEST_CASE("what the secretariat writes comes before and behind what is filled in, pictures last", "[report]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    const ReportSection goals = world.section(report, QStringLiteral("What the workshop set out to do"));
    REQUIRE_OK(setSectionText(*world.store, goals.id, QStringLiteral("We wanted:"), QStringLiteral("And we did it.")));
    REQUIRE_OK(addPhoto(*world.store, goals.id, picture(), QStringLiteral("All of us")));
    CHECK(printedReport(*world.store, report)
              .contains(QStringLiteral("## 1.1 What the workshop set out to do\nWe wanted:\n- to look back\n- to plan "
                                       "ahead\nAnd we did it.\n(picture: All of us)\n")));
    // A list of their own takes the place of the workshop's.
    REQUIRE_OK(setSectionText(*world.store, goals.id, QStringLiteral("- to sing"), {}));
    CHECK(printedReport(*world.store, report).contains(QStringLiteral("set out to do\n- to sing\n(picture")));
}

TEST_CASE("a report without a workshop is its text, and cover and place come from the workshop where there is one",
          "[report]")
{
    ReportWorld world;
    const auto with = buildReport(*world.store, world.report());
    REQUIRE_OK(with);
    CHECK(with->title == QStringLiteral("Alumni meeting"));
    CHECK(with->subtitle == QString::fromUtf8("Report of the workshop of 14–15 September 2026"));
    CHECK(with->place == QStringLiteral("Bangkok, Thailand"));
    Report bare;
    bare.title = QStringLiteral("Bare");
    const Id<Report> id = world.add(bare);
    for (const char* kind :
         {"text", "objectives", "recommendations", "participants", "program", "session", "gaps", "figures"}) {
        const auto section = addSection(*world.store, id, {}, QString::fromLatin1(kind), QString::fromLatin1(kind));
        REQUIRE_OK(section);
        REQUIRE_OK(setSectionText(*world.store, *section, QStringLiteral("x"), {}));
    }
    CHECK(printedReport(*world.store, id) ==
          QStringLiteral("# 1 text\nx\n# 2 objectives\nx\n# 3 recommendations\nx\n# 4 participants\nx\n# 5 "
                         "program\nx\n# 6 session\nx\n# 7 gaps\nx\n# 8 figures\nx\n"));
}

TEST_CASE("sections move up, down, in and out, with what is below them, and all is undone", "[report]")
{
    ReportWorld world;
    Report bare;
    bare.title = QStringLiteral("R");
    const Id<Report> report = world.add(bare);
    Store& store = *world.store;
    std::vector<Id<ReportSection>> ids;
    for (const char* title : {"A", "B", "C"})
        ids.push_back(*addSection(store, report, {}, QString::fromLatin1(title)));
    const auto tree = [&] {
        return outline(store, report)
            .remove(QStringLiteral(" (text)"))
            .remove(QStringLiteral("- "))
            .replace(QStringLiteral("\n"), QStringLiteral(";"));
    };
    const QString before = contentOf(store);
    const auto undo = store.nextUndo();
    CHECK(tree() == QStringLiteral("A;B;C;"));
    CHECK(moveSection(store, ids[2], MoveSection::Up).value_or(false));
    CHECK(tree() == QStringLiteral("A;C;B;"));
    CHECK(moveSection(store, ids[2], MoveSection::In).value_or(false));
    CHECK(tree() == QStringLiteral("A;  C;B;"));
    CHECK_FALSE(moveSection(store, ids[2], MoveSection::Down).value_or(true));
    CHECK_FALSE(moveSection(store, ids[0], MoveSection::Up).value_or(true));
    CHECK_FALSE(moveSection(store, ids[0], MoveSection::In).value_or(true));
    CHECK_FALSE(moveSection(store, ids[0], MoveSection::Out).value_or(true));
    CHECK(moveSection(store, ids[0], MoveSection::Down).value_or(false));
    CHECK(tree() == QStringLiteral("B;A;  C;"));
    CHECK_FALSE(placeSection(store, ids[0], ids[2], 0).has_value()); // below itself
    REQUIRE_OK(placeSection(store, ids[1], ids[0], 1));
    CHECK(tree() == QStringLiteral("A;  C;  B;"));
    REQUIRE_OK(placeSection(store, ids[2], ids[0], 2));
    CHECK(tree() == QStringLiteral("A;  B;  C;"));
    CHECK(moveSection(store, ids[1], MoveSection::Out).value_or(false));
    CHECK(tree() == QStringLiteral("A;  C;B;"));
    const auto added = addSection(store, report, ids[0], QString());
    REQUIRE_OK(added);
    CHECK(tree() == QStringLiteral("A;  C;New section;B;"));
    REQUIRE_OK(renameSection(store, *added, QStringLiteral(" D ")));
    CHECK_FALSE(renameSection(store, *added, QStringLiteral(" ")).has_value());
    REQUIRE_OK(removeSection(store, ids[0]));
    CHECK(tree() == QStringLiteral("D;B;"));
    while (store.nextUndo()->id != undo->id)
        REQUIRE_OK(store.undo());
    CHECK(contentOf(store) == before);
}

TEST_CASE("recommendations move with their parts and say where they stand", "[report]")
{
    ReportWorld world;
    Store& store = *world.store;
    const Id<Report> report = world.report();
    const Id<ReportSection> section = world.section(report, QStringLiteral("What participants recommend")).id;
    std::vector<Id<Recommendation>> ids;
    for (const char* text : {"a", "b", "c", "d"})
        ids.push_back(*addRecommendation(store, section, {}, QString::fromLatin1(text)));
    const auto list = [&] {
        QString out;
        const auto all = store.find<Recommendation>(Where("report_id", report).orderBy("position"));
        for (const Recommendation& one : *all)
            out += QString(one.level, u'>') + one.text;
        return out;
    };
    CHECK(moveRecommendation(store, ids[1], MoveSection::In).value_or(false));
    CHECK(list() == QStringLiteral("a>bcd"));
    CHECK(moveRecommendation(store, ids[0], MoveSection::Down).value_or(false));
    CHECK(list() == QStringLiteral("ca>bd"));
    CHECK_FALSE(moveRecommendation(store, ids[2], MoveSection::In).value_or(true));
    CHECK(moveRecommendation(store, ids[3], MoveSection::Up).value_or(false));
    CHECK(list() == QStringLiteral("cda>b"));
    CHECK(moveRecommendation(store, ids[0], MoveSection::In).value_or(false));
    CHECK(list() == QStringLiteral("cd>a>>b"));
    REQUIRE_OK(addRecommendation(store, section, ids[3], QStringLiteral("e")));
    CHECK(list() == QStringLiteral("cd>a>>be"));
    REQUIRE_OK(removeRecommendation(store, ids[3]));
    CHECK(list() == QStringLiteral("ce"));
    REQUIRE_OK(setRecommendationText(store, ids[2], QStringLiteral("new ")));
    CHECK(list() == QStringLiteral("newe"));
}

TEST_CASE("recommendations are written down as lines and keep what else is known of them", "[report]")
{
    ReportWorld world;
    Store& store = *world.store;
    const Id<Report> report = world.report();
    const Id<ReportSection> section = world.section(report, QStringLiteral("What participants recommend")).id;
    const auto other = addSection(store, report, {}, QStringLiteral("More"), QStringLiteral("recommendations"));
    REQUIRE_OK(other);
    REQUIRE_OK(writeRecommendations(store, *other, {{{}, 3, QStringLiteral("far")}}));
    REQUIRE_OK(writeRecommendations(
        store, section, {{{}, 0, QStringLiteral("a")}, {{}, 1, QStringLiteral("b")}, {{}, 3, QStringLiteral("c")}}));
    auto before = *recommendationsIn(store, section);
    REQUIRE(before.size() == 3);
    CHECK(before[2].level == 2);
    before[1].owner = QStringLiteral("Office");
    before[1].text = QStringLiteral("b\nwith a reason");
    world.change(before[1]);
    // b moves up and is copied, a goes, c changes.
    REQUIRE_OK(writeRecommendations(store, section,
                                    {{before[1].id, 0, QStringLiteral("b with a reason")},
                                     {before[1].id, 0, QStringLiteral("b again")},
                                     {before[2].id, 1, QStringLiteral("c2")}}));
    const auto after = *recommendationsIn(store, section);
    REQUIRE(after.size() == 3);
    CHECK(after[0].id == before[1].id);
    CHECK(after[0].owner == QStringLiteral("Office"));
    CHECK(after[0].text == QStringLiteral("b\nwith a reason"));
    CHECK(after[1].owner.isEmpty());
    CHECK(after[2].id == before[2].id);
    CHECK(after[2].text == QStringLiteral("c2"));
    CHECK(recommendationsIn(store, *other)->front().text == QStringLiteral("far"));
    CHECK(store.count(Entity::Recommendation).value_or(0) == 4);
}

TEST_CASE("photos are pictures, in an order, and gone with their bytes when nothing shows them", "[report]")
{
    ReportWorld world;
    Store& store = *world.store;
    const Id<Report> report = world.report();
    const Id<ReportSection> section = world.section(report, QStringLiteral("Conclusions")).id;
    CHECK_FALSE(addPhoto(store, section, "no picture").has_value());
    CHECK_FALSE(addPhoto(store, section, "GIF89a").has_value());
    const auto one = addPhoto(store, section, picture(), QStringLiteral("one"));
    const auto two = addPhoto(store, section, picture(), QStringLiteral("two"));
    REQUIRE_OK(two);
    CHECK(movePhoto(store, *two, -1).value_or(false));
    CHECK_FALSE(movePhoto(store, *two, -1).value_or(true));
    REQUIRE_OK(captionPhoto(store, *one, QStringLiteral("first")));
    CHECK(
        printedReport(store, report).contains(QStringLiteral("# 4 Conclusions\n(picture: two)\n(picture: first)\n")));
    REQUIRE_OK(removePhoto(store, *one));
    CHECK(store.count(Entity::Image).value_or(0) == 1);
}
