// SPDX-License-Identifier: GPL-3.0-or-later
// Names in prose, lists and cells.
#include "drafts_of_test.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Names that the program put into prose become a participant", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, dara, "funders", "agreed");
    Paragraph paragraph;
    paragraph.runs = {run(text("Mali Chai"), mali.id), run(text(" and ")), run(text("Dara Sok"), dara.id),
                      run(text(" with ")), run(text("Mali"), mali.id)};
    paragraph.runs.back().link = text("mailto:mali@example.org");
    auto disclosed = Gate(*store, Audience::Funder).disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
    REQUIRE_OK(disclosed);
    const Paragraph& out = std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front();
    CHECK(textOf(out) == text("A participant and Dara Sok with a participant"));
    CHECK(out.runs.back().link.isEmpty());
    CHECK_FALSE(out.runs.back().person);
    CHECK(disclosed->summary().sentence() == text("2 people: 1 named, 1 counted only."));
}

TEST_CASE("Those a report lists and may not name are withheld by their given name alone as well", "[privacy][names]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    const Person aye = addPerson(*store, text("Aye Chan"), text("Win"));
    const Person may = addPerson(*store, text("May"), text("Thu"));
    addPerson(*store, text("Rose"), text("Tan")); // in the file, not in the report
    consent(*store, dara, "funders", "agreed");
    const auto shownTo = [&](Audience audience, const char* typed) {
        Paragraph paragraph;
        paragraph.runs = {run(text(typed))};
        auto disclosed = Gate(*store, audience)
                             .disclose(draftWith(
                                 {TextBlock{RichText{{paragraph}}}, TableBlock{peopleTable({dara, mali, aye, may})}}));
        REQUIRE_OK(disclosed);
        if (audience != Audience::Internal)
            CHECK(disclosed->summary().sentence() == text("4 people: 1 named, 3 counted only."));
        return textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front());
    };
    CHECK(shownTo(Audience::Funder, "Mali's story moved Dara; Aye spoke for Aye Chan.") ==
          text("[name withheld]'s story moved Dara; [name withheld] spoke for [name withheld]."));
    CHECK(shownTo(Audience::Funder, "In May 2026 a Rose was given to mali, not to Malice.") ==
          text("In May 2026 a Rose was given to mali, not to Malice."));
    CHECK(shownTo(Audience::Funder, "Dara Sok and Mali.") == text("Dara Sok and [name withheld]."));
    CHECK(shownTo(Audience::Internal, "Mali and Aye spoke.") == text("Mali and Aye spoke."));
}

TEST_CASE("Several people in a list who may not be named are no number where it is small", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    const Person bopha = addPerson(*store, text("Bopha"), text("Keo"));
    consent(*store, bopha, "funders", "agreed");
    const auto shown = [&](std::vector<Run> runs) {
        Paragraph paragraph;
        paragraph.runs = std::move(runs);
        auto disclosed = Gate(*store, Audience::Funder).disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
        REQUIRE_OK(disclosed);
        return textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front());
    };
    CHECK(shown({run(text("Led by ")), run(text("Dara Sok"), dara.id), run(text(" and ")),
                 run(text("Mali Chai"), mali.id), run(text("."))}) == text("Led by participants."));
    CHECK(shown({run(text("Dara Sok"), dara.id), run(text(", ")), run(text("Mali Chai"), mali.id), run(text(" and ")),
                 run(text("Bopha Keo"), bopha.id)}) == text("Participants and Bopha Keo"));
    std::vector<Run> many;
    for (int i = 0; i < 5; ++i) {
        const Person person = addPerson(*store, text("Person"), QString(QChar(u'A' + i)));
        if (i > 0)
            many.push_back(run(text(", ")));
        many.push_back(run(fullName(person), person.id));
    }
    CHECK(shown(many) == text("5 participants"));
    CHECK(shown({run(text("Dara Sok"), dara.id), run(text(" met ")), run(text("Mali Chai"), mali.id)}) ==
          text("A participant met a participant"));
}

TEST_CASE("Names that people typed are withheld, longest first, in every spelling that folds to them",
          "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    addPerson(*store, text("Dara Vanna"), text("Sok"));
    addPerson(*store, text("José"), text("Núñez"));
    addPerson(*store, text("Ahmad"), text("bin Yusof"));
    const Person named = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, named, "funders", "agreed");
    const Gate gate(*store, Audience::Funder);

    CHECK(proseFor(gate, text("Yesterday Dara Sok spoke.")) == text("Yesterday [name withheld] spoke."));
    CHECK(proseFor(gate, text("We thank Dara Vanna Sok!")) == text("We thank [name withheld]!"));
    CHECK(proseFor(gate, text("SOK DARA and Sok, Dara")) == text("[names withheld]"));
    CHECK(proseFor(gate, text("Jose Nunez, “Jose\u0301 Nu\u0301n\u0303ez”")) ==
          text("[name withheld], “[name withheld]”"));
    CHECK(proseFor(gate, text("Ahmad bin Yusof left")) == text("[name withheld] left"));
    CHECK(proseFor(gate, text("So\u200Bk\u00A0Dara")) == text("[name withheld]"));
    CHECK(proseFor(gate, text("Mali Chai agreed, Dara said")) == text("Mali Chai agreed, Dara said"));
    CHECK(proseFor(gate, text("The Asian Forum of Dara. Sok is a river.")) ==
          text("The Asian Forum of Dara. Sok is a river."));
    CHECK(proseFor(Gate(*store, Audience::Internal), text("Yesterday Dara Sok spoke.")) ==
          text("Yesterday Dara Sok spoke."));
}

TEST_CASE("Names in own script and other names are withheld too", "[privacy][names]")
{
    FreshStore store;
    Person person = addPerson(*store, text("Xiaoming"), text("Wang"));
    person.ownScriptName = text("王小明");
    update(*store, person);
    Person khmer = addPerson(*store, text("Dara"), text("Sok"));
    khmer.ownScriptName = text("សុខ ដារ៉ា");
    update(*store, khmer);
    Person korean = addPerson(*store, text("Cheolsu"), text("Kim"));
    korean.ownScriptName = text("김철수");
    update(*store, korean);
    alternateName(*store, khmer, text("Bopha River"));
    const Gate gate(*store, Audience::Public);

    CHECK(proseFor(gate, text("昨天王小明在会议上发言")) == text("昨天[name withheld]在会议上发言"));
    CHECK(proseFor(gate, text("Mr សុខ ដារ៉ា spoke")) == text("Mr [name withheld] spoke"));
    CHECK(proseFor(gate, text("김철수는 말했다")) == text("[name withheld]는 말했다"));
    CHECK(proseFor(gate, text("known as Bopha River")) == text("known as [name withheld]"));
}

TEST_CASE("Names are found within text that has no spaces between words", "[privacy][names]")
{
    FreshStore store;
    const auto person = [&](const char* given, const char* family, const char* own) {
        Person made = addPerson(*store, text(given), text(family));
        made.ownScriptName = text(own);
        update(*store, made);
        return made;
    };
    person("Somchai", "Jaidee", "สมชาย ใจดี");
    person("Dara", "Sok", "សុខ ដារ៉ា");
    person("Thida", "Win", "သီတာဝင်း");
    person("Kham", "Souvanna", "ຄຳ ສຸວັນນາ");
    const Person agreed = person("Malee", "Rakdee", "มาลี รักดี");
    consent(*store, agreed, "funders", "agreed");
    const Gate gate(*store, Audience::Funder);

    CHECK(proseFor(gate, text("เมื่อวานนายสมชาย ใจดีกล่าวว่าน้ำท่วม")) == text("เมื่อวานนาย[name withheld]กล่าวว่าน้ำท่วม"));
    CHECK(proseFor(gate, text("เมื่อวานนายสมชายใจดีกล่าว")) == text("เมื่อวานนาย[name withheld]กล่าว"));
    CHECK(proseFor(gate, text("លោកសុខ ដារ៉ាបាននិយាយ")) == text("លោក[name withheld]បាននិយាយ"));
    CHECK(proseFor(gate, text("ဒေါ်သီတာဝင်းကပြောသည်")) == text("ဒေါ်[name withheld]ကပြောသည်"));
    CHECK(proseFor(gate, text("ທ່ານຄຳ\u200B ສຸວັນນາເວົ້າ")) == text("ທ່ານ[name withheld]ເວົ້າ"));
    CHECK(proseFor(gate, text("คุณมาลี รักดีมา")) == text("คุณมาลี รักดีมา"));
    // Her name goes on to be another word.
    CHECK(proseFor(gate, text("ဒေါ်သီတာဝင်းို")) == text("ဒေါ်သီတာဝင်းို"));
    CHECK(proseFor(gate, text("สมชายไปตลาด")) == text("สมชายไปตลาด"));
}

TEST_CASE("A name that begins in bold and ends plain is found, and a namesake does not give it away",
          "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    const Person agreed = addPerson(*store, text("Dara"), text("Sok"));
    consent(*store, agreed, "funders", "agreed");
    const Gate gate(*store, Audience::Funder);
    Paragraph paragraph;
    paragraph.runs = {run(text("Then Da")), run(text("ra So")), run(text("k spoke"))};
    paragraph.runs[1].bold = true;
    auto disclosed = gate.disclose(draftWith({TextBlock{RichText{{paragraph}}}}));
    REQUIRE_OK(disclosed);
    CHECK(textOf(std::get<TextBlock>((*disclosed)->blocks.front()).text.paragraphs.front()) ==
          text("Then [name withheld] spoke"));
    // The row of the one who agreed is hers, whoever else is called so.
    auto table = gate.disclose(peopleTable({agreed}));
    REQUIRE_OK(table);
    CHECK(shown(**table) == text("Name / Dara Sok"));
}

TEST_CASE("Headings, captions, labels, titles and cells are looked through as well", "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    CountsBlock counts;
    counts.title = text("By region, after Dara Sok");
    counts.items = {{text("Dara Sok"), {}, {}, 12, false, {}}};
    counts.total = 12;
    Table table;
    table.title = text("Sessions of Dara Sok");
    table.columns = {{text("session"), text("Session"), Sensitivity::Public}};
    table.rows = {{{text("Dara Sok: opening")}, {}}};
    Document draft = draftWith({HeadingBlock{1, text("1"), text("Dara Sok speaks")},
                                FigureBlock{{}, text("Photo: Dara Sok"), {}, true}, counts, TableBlock{table}});
    draft.title = text("Report by Dara Sok");
    draft.author = text("Dara Sok");
    auto disclosed = Gate(*store, Audience::Public).disclose(draft);
    REQUIRE_OK(disclosed);
    const Document& out = **disclosed;
    CHECK(out.title == text("Report by [name withheld]"));
    CHECK(out.author.isEmpty());
    CHECK(std::get<HeadingBlock>(out.blocks[0]).text == text("[name withheld] speaks"));
    CHECK(std::get<FigureBlock>(out.blocks[1]).caption == text("Photo: [name withheld]"));
    CHECK(std::get<CountsBlock>(out.blocks[2]).title == text("By region, after [name withheld]"));
    CHECK(std::get<CountsBlock>(out.blocks[2]).items.front().label == text("[name withheld]"));
    CHECK(std::get<TableBlock>(out.blocks[3]).table.title == text("Sessions of [name withheld]"));
    CHECK(std::get<TableBlock>(out.blocks[3]).table.rows.front().cells.front().text ==
          text("[name withheld]: opening"));
    CHECK(disclosed->summary().sentence() == text("1 person: 0 named, 1 left out."));
}

TEST_CASE("Who has one name only is found where it stands alone", "[privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Tri"), {});
    addPerson(*store, text("Dara"), text("Sok"));
    const Person namesake = addPerson(*store, text("Tri"), text("Wati"));
    consent(*store, namesake, "publicity", "agreed");
    Table table;
    table.columns = {{text("led_by"), text("Led by"), Sensitivity::Public}};
    for (const char* cell : {"Tri", "Tri, Dara Sok", "Mali and Tri", "Tri Hita Karana", "Opening by Tri"})
        table.rows.push_back({{text(cell)}, {}});
    table.rows.push_back({{text("Tri")}, namesake.id});
    const auto disclosed = Gate(*store, Audience::Public).disclose(table);
    REQUIRE_OK(disclosed);
    CHECK(shown(**disclosed) ==
          text("Led by / [name withheld] / [names withheld] / Mali and [name withheld] / Tri Hita Karana"
               " / Opening by [name withheld] / Tri"));
}

TEST_CASE("A name that several people have names each of them, so that none is missing when they withdraw",
          "[privacy][gate][recall]")
{
    FreshStore store;
    const Person one = addPerson(*store, text("Sokha"), text("Vannak"));
    const Person other = addPerson(*store, text("Sokha"), text("Vannak"));
    for (const Person& agrees : {one, other})
        consent(*store, agrees, "funders", "agreed");
    const QSet<qint64> both{one.id.value, other.id.value};
    Table table = peopleTable({});
    table.title = text("With thanks to Sokha Vannak");
    const auto listed = Gate(*store, Audience::Funder).disclose(table);
    REQUIRE_OK(listed);
    CHECK((*listed)->title == table.title);
    CHECK(listed->summary().named == both);
    Document document;
    TextBlock thanks;
    thanks.text.paragraphs.emplace_back();
    thanks.text.paragraphs.back().runs.push_back(Run{text("We thank Sokha Vannak."), false, false, {}, {}});
    document.blocks.emplace_back(thanks);
    const auto written = Gate(*store, Audience::Funder).disclose(document);
    REQUIRE_OK(written);
    CHECK(written->summary().named == both);
    consent(*store, other, "funders", "withdrawn");
    const auto later = Gate(*store, Audience::Funder).disclose(table);
    REQUIRE_OK(later);
    CHECK((*later)->title == text("With thanks to [name withheld]"));
}
