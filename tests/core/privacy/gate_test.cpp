// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts_of_test.h"

#include <privacy/threshold.h>
#include <search/person_search.h>
#include <support/rows_of_table.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Outside the secretariat only those are named who agreed to that purpose", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, dara, "funders", "agreed");
    consent(*store, dara, "directory", "refused");

    CHECK(Gate(*store, Audience::Internal).mayName(mali.id));
    CHECK(Gate(*store, Audience::Funder).mayName(dara.id));
    CHECK_FALSE(Gate(*store, Audience::Funder).mayName(mali.id));
    CHECK_FALSE(Gate(*store, Audience::Alumni).mayName(dara.id));
    CHECK_FALSE(Gate(*store, Audience::Partner).mayName(dara.id));
    CHECK_FALSE(Gate(*store, Audience::Public).mayName(dara.id));
    CHECK_FALSE(Gate(*store, Audience::Funder).mayName(Id<Person>{42}));
    CHECK_FALSE(Gate(*store, Audience::Funder).mayName(Id<Person>{}));
}

TEST_CASE("The newest answer counts, and an agreement that has ended is none", "[privacy]")
{
    FreshStore store; // it is 1 June 2026
    const auto named = [&](const Person& person) { return Gate(*store, Audience::Public).mayName(person.id); };
    const Person person = addPerson(*store, text("Dara"), text("Sok"));
    consent(*store, person, "publicity", "agreed", QDate(2025, 1, 1));
    CHECK(named(person));
    consent(*store, person, "publicity", "withdrawn", QDate(2025, 3, 1));
    CHECK_FALSE(named(person));
    consent(*store, person, "publicity", "agreed", QDate(2025, 2, 1)); // older than the withdrawal, entered later
    CHECK_FALSE(named(person));
    consent(*store, person, "publicity", "agreed", QDate(2026, 1, 1), QDate(2026, 6, 1));
    CHECK(named(person)); // its last day
    store.clock.set(store.clock.now().addDays(1));
    CHECK_FALSE(named(person));
    consent(*store, person, "publicity", "agreed", QDate(2027, 1, 1));
    CHECK_FALSE(named(person)); // from next year on

    const Person undated = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, undated, "publicity", "agreed");
    CHECK(named(undated));
    consent(*store, undated, "publicity", "withdrawn");
    consent(*store, undated, "publicity", "agreed", QDate(2026, 5, 1));
    CHECK_FALSE(named(undated)); // nobody knows when it was withdrawn
}

TEST_CASE("A search for consent finds those whom the gate names, an undated refusal included", "[privacy][search]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    consent(*store, dara, "funders", "agreed", QDate(2025, 1, 1));
    consent(*store, dara, "funders", "refused");
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, mali, "funders", "agreed", QDate(2025, 1, 1));
    const Person later = addPerson(*store, text("Mere"), text("Tuilagi"));
    consent(*store, later, "funders", "agreed", QDate(2027, 1, 1));

    const auto query = PersonQuery::parse(text("consent:funders"), *store);
    REQUIRE_OK(query);
    const auto found = findPeople(*store, *query);
    REQUIRE_OK(found);
    CHECK(*found == std::vector<qint64>{mali.id.value});
    const Gate gate(*store, Audience::Funder);
    for (const Person& person : {dara, mali, later})
        CHECK(gate.mayName(person.id) == (person.id == mali.id));
}

TEST_CASE("Someone at risk is never named outside, whatever was agreed", "[privacy]")
{
    FreshStore store;
    for (const char* level : {"at_risk", "careful"}) {
        Person person = addPerson(*store, text("Dara"), text(level));
        consent(*store, person, "publicity", "agreed");
        consent(*store, person, "contact_details", "agreed");
        CHECK(Gate(*store, Audience::Public).mayName(person.id));
        person.safetyLevel = text(level);
        update(*store, person);
        CHECK_FALSE(Gate(*store, Audience::Public).mayName(person.id));
        CHECK_FALSE(Gate(*store, Audience::Public).mayShow(Sensitivity::Public, person.id));
        CHECK(Gate(*store, Audience::Internal).mayShow(Sensitivity::Restricted, person.id));
    }
}

TEST_CASE("Columns above the audience go, and contact details show only where the person agreed", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    const Person hidden = addPerson(*store, text("Hidden"), text("Person"));
    for (const char* purpose : {"partners", "funders", "contact_details"})
        consent(*store, dara, purpose, "agreed");
    for (const char* purpose : {"partners", "funders"})
        consent(*store, mali, purpose, "agreed");
    const Table draft = peopleTable({dara, mali, hidden});

    auto inside = Gate(*store, Audience::Internal).disclose(draft);
    REQUIRE_OK(inside);
    CHECK(shown(**inside) ==
          text("Name;E-mail;Identity / Dara Sok;mail@example.org;Hill people / Mali Chai;mail@example.org;Hill people"
               " / Hidden Person;mail@example.org;Hill people"));
    CHECK(inside->summary().named.size() == 3);

    auto partner = Gate(*store, Audience::Partner).disclose(draft);
    REQUIRE_OK(partner);
    CHECK(shown(**partner) == text("Name;E-mail / Dara Sok;mail@example.org / Mali Chai;"));
    CHECK(partner->summary().sentence() == text("3 people: 2 named, 1 left out."));
    CHECK(titlesOf(partner->summary().fields) == QStringList{text("Name"), text("E-mail")});
    CHECK(titlesOf(partner->summary().withheld) == QStringList{text("Identity")});

    auto funder = Gate(*store, Audience::Funder).disclose(draft);
    REQUIRE_OK(funder);
    CHECK(shown(**funder) == text("Name / Dara Sok / Mali Chai"));
    CHECK(titlesOf(funder->summary().withheld) == QStringList{text("E-mail"), text("Identity")});
}

TEST_CASE("A document says below a table of many that others are counted but not named", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    const Person hidden = addPerson(*store, text("Hidden"), text("Person"));
    consent(*store, dara, "funders", "agreed");
    REQUIRE_OK(store->setSetting(text("smallCell"), text("2")));
    const Gate gate(*store, Audience::Funder);

    Document draft = draftWith({TableBlock{peopleTable({dara, mali, hidden, mali})}, PageBreakBlock{}});
    draft.attachments.push_back({text("participants.csv"), peopleTable({dara, mali, hidden})});
    auto disclosed = gate.disclose(draft);
    REQUIRE_OK(disclosed);
    const Document& document = **disclosed;
    REQUIRE(document.blocks.size() == 3);
    CHECK(shown(std::get<TableBlock>(document.blocks[0]).table) == text("Name / Dara Sok"));
    CHECK(textOf(std::get<TextBlock>(document.blocks[1]).text.paragraphs.front()) ==
          text("and others who are counted but not named"));
    CHECK(std::holds_alternative<PageBreakBlock>(document.blocks[2]));
    CHECK(shown(document.attachments.front().table) == text("Name / Dara Sok"));
    CHECK(document.footer == text("For: Funders · 14 June 2026 · Only people are named or shown who agreed to it."));
    CHECK(disclosed->summary().sentence() == text("3 people: 1 named, 2 counted only.")); // to staff

    auto nobody = gate.disclose(draftWith({TableBlock{peopleTable({mali})}}));
    REQUIRE_OK(nobody);
    REQUIRE((*nobody)->blocks.size() == 1); // as a table that had no rows
    CHECK(std::get<TableBlock>((*nobody)->blocks[0]).table.rows.empty());
    CHECK((*nobody)->footer.endsWith(text("Nobody is named.")));
    auto many = gate.disclose(draftWith({TableBlock{peopleTable({mali, hidden})}}));
    REQUIRE_OK(many);
    CHECK(textOf(std::get<TextBlock>((*many)->blocks.at(0)).text.paragraphs.front()) ==
          text("Participants: people who are counted but not named"));
}

TEST_CASE("No sentence in a document for outsiders tells a few people who are not named", "[privacy][cells]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, dara, "funders", "agreed");
    const Gate gate(*store, Audience::Funder, 10);
    const auto made = [&](const std::vector<Person>& people) {
        auto disclosed = gate.disclose(draftWith({TableBlock{peopleTable(people)}}));
        REQUIRE_OK(disclosed);
        return std::move(*disclosed);
    };
    const auto few = made({dara, mali});
    const auto none = made({dara});
    CHECK(few->footer == none->footer);
    CHECK(few->blocks.size() == none->blocks.size());
    CHECK(few.summary().sentence() == text("2 people: 1 named, 1 counted only."));
    CHECK(few.summary().printedSentence() == text("Only people are named or shown who agreed to it."));
}

TEST_CASE("The smallest number that is shown can be set in the file", "[privacy][cells]")
{
    FreshStore store;
    CHECK(Gate(*store, Audience::Funder).smallCell() == 5);
    REQUIRE_OK(store->setSetting(text("smallCell"), text("10")));
    CHECK(Gate(*store, Audience::Funder).smallCell() == 10);
    REQUIRE_OK(store->setSetting(text("smallCell"), text("none")));
    CHECK(Gate(*store, Audience::Funder).smallCell() == 5);

    CountsBlock counts;
    counts.items = {{text("Women"), {}, {}, 14, false, {}},
                    {text("Men"), {}, {}, 9, false, {}},
                    {text("Other"), {}, {}, 2, false, {}}};
    counts.total = 25;
    auto outside = Gate(*store, Audience::Funder).disclose(draftWith({counts}));
    REQUIRE_OK(outside);
    CHECK(outside->summary().hiddenCells == 2);
    auto inside = Gate(*store, Audience::Internal).disclose(draftWith({counts}));
    REQUIRE_OK(inside);
    CHECK(std::get<CountsBlock>((*inside)->blocks.front()).items.back().count == 2);
}

TEST_CASE("Rows one at a time pass the same gate", "[privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, dara, "partners", "agreed");
    const Table draft = peopleTable({mali, dara, mali});
    const Gate partner(*store, Audience::Partner);
    auto rows = partner.disclose(std::make_unique<RowsOfTable>(draft));
    REQUIRE_OK(rows);
    Table out;
    out.columns = (*rows)->columns();
    TableRow row;
    for (;;) {
        auto more = (*rows)->next(row);
        REQUIRE_OK(more);
        if (!*more)
            break;
        out.rows.push_back(row);
    }
    CHECK(shown(out) == text("Name;E-mail / Dara Sok;"));
    CHECK((*rows)->summary().sentence() == text("2 people: 1 named, 1 left out."));

    auto inside = Gate(*store, Audience::Internal).disclose(draft);
    REQUIRE_OK(inside);
    CHECK(inside->summary().sentence() == text("2 people: 2 named."));
}

TEST_CASE("A row about several people leaves only when all of them may be named", "[privacy][gate]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    const Person sina = addPerson(*store, text("Sina"), text("Ly"));
    for (const Person& agrees : {dara, sina})
        consent(*store, agrees, "partners", "agreed");
    consent(*store, dara, "contact_details", "agreed");
    Table draft = peopleTable({dara});
    draft.rows.push_back({{text("one"), text("a@example.org")}, {dara.id, sina.id}});
    draft.rows.push_back({{text("two"), text("b@example.org")}, {dara.id, mali.id}});
    const auto partner = Gate(*store, Audience::Partner).disclose(draft);
    REQUIRE_OK(partner);
    // The e-mail of the second row is both theirs, and one of them did not agree to that.
    CHECK(shown(**partner) == text("Name;E-mail / Dara Sok;mail@example.org / one;"));
    CHECK(partner->summary().named == QSet<qint64>{dara.id.value, sina.id.value});
    CHECK(partner->summary().leftOut == QSet<qint64>{mali.id.value});
}

TEST_CASE("Columns are known by their keys: two of one title are two, one in two tables is one", "[privacy][gate]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    Table draft = peopleTable({dara});
    draft.columns[1].title = text("Name");
    Document document = draftWith({TableBlock{draft}, TableBlock{peopleTable({dara})}});
    const auto inside = Gate(*store, Audience::Internal).disclose(document);
    REQUIRE_OK(inside);
    REQUIRE(inside->summary().fields.size() == 3);
    CHECK(inside->summary().fields[1].key == text("email"));
    CHECK(titlesOf(inside->summary().fields) == QStringList{text("Name"), text("Identity")});
}

TEST_CASE("A figure beside a list by the same column does not tell who was left out of the list", "[privacy][cells]")
{
    FreshStore store;
    CountsBlock byCountry;
    byCountry.column = text("country");
    byCountry.items = {{text("Nepal"), {}, {}, 0, false, {}}, {text("Fiji"), {}, {}, 0, false, {}}};
    std::vector<Person> people;
    for (int i = 0; i < 12; ++i) {
        people.push_back(addPerson(*store, text("Given%1").arg(i), text("Family%1").arg(i)));
        if (i < 11) // the twelfth is not named
            consent(*store, people.back(), "funders", "agreed");
        CountItem& item = byCountry.items[static_cast<size_t>(i % 2)];
        item.people.add(people.back().id);
        ++item.count;
    }
    byCountry.total = 12;
    CountsBlock byGender = byCountry;
    byGender.column = text("gender"); // of which the list says nothing
    const Table list = peopleTable(people);
    Table withCountry = list;
    withCountry.columns[0].key = text("country");
    const Gate gate(*store, Audience::Funder);
    auto made = gate.disclose(draftWith({byCountry, byGender, TableBlock{withCountry}}));
    REQUIRE_OK(made);
    const auto& first = std::get<CountsBlock>((*made)->blocks[0]);
    CHECK(first.total == 11);
    REQUIRE(first.items.size() == 2);
    CHECK(first.items[0].count == 5);
    CHECK(first.items[1].count == 6);
    CHECK(first.items[0].people.isEmpty());
    CHECK(first.note == text("Only those who are named are counted here."));
    // The list does not tell who is a woman, but who knows the eleven does.
    const auto& second = std::get<CountsBlock>((*made)->blocks[1]);
    CHECK(second.total == 11);
    CHECK(second.items[0].count == 5);
    CHECK(second.note == text("Only those who are named are counted here."));
    auto unnamed = gate.disclose(draftWith({byGender}));
    REQUIRE_OK(unnamed);
    CHECK(std::get<CountsBlock>((*unnamed)->blocks[0]).total == 12);
    auto inside = Gate(*store, Audience::Internal).disclose(draftWith({byCountry, TableBlock{withCountry}}));
    REQUIRE_OK(inside);
    CHECK(std::get<CountsBlock>((*inside)->blocks[0]).total == 12);
}

TEST_CASE("A table of some people beside the table of all is left out where the two would tell small numbers",
          "[privacy][cells]")
{
    FreshStore store;
    CountsBlock all;
    all.title = text("By gender");
    all.column = text("gender");
    all.items = {{text("Women"), {}, {}, 0, false, {}}, {text("Men"), {}, {}, 0, false, {}}};
    for (int i = 0; i < 16; ++i) {
        CountItem& item = all.items[static_cast<size_t>(i % 2)];
        item.people.add(addPerson(*store, text("Given%1").arg(i), text("Family%1").arg(i)).id);
        ++item.count;
    }
    all.total = 16;
    CountsBlock day = all; // one woman was not there
    day.title = text("By gender on the second day");
    Subjects came;
    for (const Id<Person> person : all.items[0].people) {
        if (came.size() < 7)
            came.add(person);
    }
    day.items[0].people = came;
    day.items[0].count = 7;
    day.total = 15;
    const Gate gate(*store, Audience::Funder);
    auto made = gate.disclose(draftWith({day, all}));
    REQUIRE_OK(made);
    CHECK(textOf(std::get<TextBlock>((*made)->blocks[0]).text.paragraphs.front()) ==
          text("“By gender on the second day” is left out: beside another table small numbers could be worked out of "
               "it."));
    CHECK(std::get<CountsBlock>((*made)->blocks[1]).items.front().count == 8);
    CHECK((*made)->attachments.front().table.rows.size() == 3); // the figures of the one that stays
    auto alone = gate.disclose(draftWith({day}));
    REQUIRE_OK(alone);
    CHECK(std::get<CountsBlock>((*alone)->blocks[0]).items.front().count == 7);
    auto inside = Gate(*store, Audience::Internal).disclose(draftWith({day, all}));
    REQUIRE_OK(inside);
    CHECK(std::get<CountsBlock>((*inside)->blocks[0]).total == 15);
}

TEST_CASE("An export may hide larger numbers than the file, and never smaller ones alone", "[privacy][cells]")
{
    FreshStore store;
    CHECK(Gate(*store, Audience::Funder, 9).smallCell() == 9);
    CHECK(Gate(*store, Audience::Funder, 3).smallCell() == 5);
    CHECK(askedSmallCell(*store, text(" 9 ")).value() == 9);
    CHECK(askedSmallCell(*store, text("5")).value() == 5);
    CHECK_FALSE(askedSmallCell(*store, text("4")));
    CHECK_FALSE(askedSmallCell(*store, text("1001")));
    CHECK_FALSE(askedSmallCell(*store, text("many")));
    REQUIRE_OK(store->setSetting(text("smallCell"), text("1"))); // which would hide nothing
    CHECK(smallCellOf(*store) == 5);
}

TEST_CASE("Rows are numbered behind the gate, so that no gap tells where somebody stood", "[privacy][gate]")
{
    FreshStore store;
    Table sheet;
    sheet.columns = {columnOfTable(rowNumberKey, text("No."), CellKind::Integer),
                     {text("name"), text("Name"), Sensitivity::Public}};
    for (int i = 0; i < 4; ++i) {
        const Person person = addPerson(*store, text("Given%1").arg(i), text("Family%1").arg(i));
        if (i != 1)
            consent(*store, person, "funders", "agreed");
        sheet.rows.push_back({{Cell::integer(i + 1), fullName(person)}, person.id});
    }
    auto made = Gate(*store, Audience::Funder).disclose(draftWith({TableBlock{sheet}}));
    REQUIRE_OK(made);
    CHECK(shown(std::get<TableBlock>((*made)->blocks[0]).table) ==
          text("No.;Name / 1;Given0 Family0 / 2;Given2 Family2 / 3;Given3 Family3"));
    auto inside = Gate(*store, Audience::Internal).disclose(draftWith({TableBlock{sheet}}));
    REQUIRE_OK(inside);
    CHECK(std::get<TableBlock>((*inside)->blocks[0]).table.rows.back().cells.front().text == text("4"));
}
