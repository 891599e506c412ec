// SPDX-License-Identifier: GPL-3.0-or-later
#include <figures/figures.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

template <class... Records>
void add(Store& store, Records&... records)
{
    REQUIRE_OK(store.change(s("Add"), [&](ChangeWriter& writer) -> Result<> {
        Result<> done;
        ((done = done ? (writer.insert(records) ? Result<>() : fail(s("not added"))) : done), ...);
        return done;
    }));
}

ProgramEdition edition(const char* title, const char* start)
{
    ProgramEdition one;
    one.title = s(title);
    one.start = *PartialDate::fromStorage(s(start));
    return one;
}

Participation took(const Person& person, const ProgramEdition& course)
{
    Participation one;
    one.person = person.id;
    one.edition = course.id;
    return one;
}

Network network(Store& store, const char* name)
{
    Network one;
    one.name = s(name);
    add(store, one);
    return one;
}

void focalPoint(Store& store, const Network& where, const Person& who, const char* from, const char* to)
{
    Membership one;
    one.network = where.id;
    one.person = who.id;
    one.role = s("focal_point");
    one.from = *PartialDate::fromStorage(s(from));
    one.to = *PartialDate::fromStorage(s(to));
    add(store, one);
}

QString shape(const DueList& list)
{
    QString all = QString::number(list.total) + u':';
    for (const DueItem& item : list.items)
        all += QLatin1Char(' ') + item.title + u'|' + item.detail + u'|' + item.due.toString(Qt::ISODate);
    return all;
}
} // namespace

TEST_CASE("People are counted by country, and each number is that of the list behind it", "[figures]")
{
    FreshStore store;
    addPerson(*store, s("Sok"), s("Dara"), s("KH"));
    addPerson(*store, s("Chan"), s("Vanna"), s("KH"));
    addPerson(*store, s("Mere"), s("Tuilagi"), s("FJ"));
    addPerson(*store, s("No"), s("Country"));
    const auto counts = countPeopleBy(*store, PeopleBy::Country);
    REQUIRE_OK(counts);
    REQUIRE(counts->size() == 3);
    CHECK(counts->at(0).key == s("KH"));
    for (const PeopleCount& count : *counts) {
        const auto query = PersonQuery::parse(count.query, *store);
        REQUIRE_OK(query);
        CHECK(*countPeople(*store, *query) == count.count);
    }
}

TEST_CASE("People of several decades count in each, once", "[figures]")
{
    FreshStore store;
    const Person dara = addPerson(*store, s("Sok"), s("Dara"));
    const Person mere = addPerson(*store, s("Mere"), s("Tuilagi"));
    ProgramEdition a = edition("Course of 1997", "~1997");
    ProgramEdition b = edition("Course of 1999", "1999-06");
    ProgramEdition c = edition("Course of 2019", "2019-06-01");
    ProgramEdition undated = edition("Some course", "");
    add(*store, a, b, c, undated);
    Participation one = took(dara, a), two = took(dara, b), three = took(mere, c), four = took(dara, c),
                  five = took(mere, undated);
    add(*store, one, two, three, four, five);
    PersonIssue issue;
    issue.person = dara.id;
    issue.issue = store->vocabulary(s("issues")).terms().front().code;
    add(*store, issue);
    const auto decades = countPeopleBy(*store, PeopleBy::Decade);
    REQUIRE_OK(decades);
    REQUIRE(decades->size() == 2);
    CHECK(decades->at(0).query == s("year:1990-1999"));
    CHECK(decades->at(0).count == 1);
    CHECK(decades->at(1).count == 2);
    const auto issues = countPeopleBy(*store, PeopleBy::Issue);
    REQUIRE_OK(issues);
    REQUIRE(issues->size() == 1);
    CHECK(*countPeopleWith(*store, PeopleBy::Decade) == 2);
    CHECK(*countPeopleWith(*store, PeopleBy::Issue) == 1);
    CHECK(*countPeopleWith(*store, PeopleBy::Country) == 0);
    const std::vector<PeopleCount> counts{decades->at(0), decades->at(1), issues->at(0)};
    for (const PeopleCount& count : counts) {
        const auto query = PersonQuery::parse(count.query, *store);
        REQUIRE_OK(query);
        CHECK(*countPeople(*store, *query) == count.count);
    }
}

TEST_CASE("Tasks due, contacts to make and what is overdue come in order of their day", "[figures]")
{
    FreshStore store;
    const QDate today(2026, 6, 1);
    const Person dara = addPerson(*store, s("Sok"), s("Dara"));
    const Person mere = addPerson(*store, s("Mere"), s("Tuilagi"));
    Task late, soon, later, done, open;
    late.title = s("Book the hall"), late.due = today.addDays(-2), late.assignedTo = s("Ana");
    soon.title = s("Call the hotel"), soon.due = today.addDays(3);
    later.title = s("Write thanks"), later.due = today.addDays(30);
    done.title = s("Print badges"), done.due = today, done.done = true;
    open.title = s("Look for funders");
    add(*store, open, soon, late, later, done);
    CHECK(shape(*tasksDue(*store, today.addDays(7), 9)) ==
          s("3: Book the hall|Ana|2026-05-30 Call the hotel||2026-06-04 Look for funders||"));
    CHECK(shape(*tasksDue(*store, today.addDays(7), 1)) == s("3: Book the hall|Ana|2026-05-30"));

    ContactNote first, answered, after;
    first.person = dara.id, first.date = today.addDays(-40), first.nextAction = s("ask for her new address"),
    first.nextActionOn = today.addDays(-10);
    answered.person = mere.id, answered.date = today.addDays(-40), answered.nextAction = s("call"),
    answered.nextActionOn = today.addDays(-10);
    after.person = mere.id, after.date = today.addDays(-5);
    add(*store, first, answered, after);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|ask for her new address|2026-05-22"));

    // A person with two things to do is one person to contact, as in the list behind the number.
    ContactNote second = first, third = first;
    second.id = {}, second.nextAction = s("send the reader"), second.nextActionOn = today.addDays(-20);
    third.id = {}, third.nextAction = s("thank her"), third.nextActionOn = today.addDays(-10);
    add(*store, second, third);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|send the reader|2026-05-12"));
    const auto due = PersonQuery::parse(s("contact:due"), *store);
    REQUIRE_OK(due);
    CHECK(*countPeople(*store, *due) == 1);

    Recommendation overdue, dropped;
    overdue.text = s("Name focal points"), overdue.due = today.addDays(-1), overdue.owner = s("Secretariat");
    dropped.text = s("Print a book"), dropped.due = today.addDays(-1), dropped.status = s("dropped");
    add(*store, overdue, dropped);
    CHECK(shape(*recommendationsOverdue(*store, today, 9)) == s("1: Name focal points|Secretariat|2026-05-31"));

    Report draft, sent;
    draft.title = s("Report on Suva");
    sent.title = s("Report on Bangkok"), sent.status = s("sent");
    add(*store, draft, sent);
    CHECK(shape(*reportsInWork(*store, 9)) == s("1: Report on Suva|draft|"));
}

TEST_CASE("Networks without a focal point, or with one whose term ends, are found", "[figures]")
{
    FreshStore store;
    const QDate today(2026, 6, 1);
    const Person dara = addPerson(*store, s("Sok"), s("Dara"));
    const Network vacant = network(*store, "Vacant");
    const Network over = network(*store, "Over");
    const Network ending = network(*store, "Ending");
    const Network followed = network(*store, "Followed");
    const Network endless = network(*store, "Endless");
    const Network future = network(*store, "Future");
    Network asleep;
    asleep.name = s("Asleep"), asleep.active = false;
    add(*store, asleep);
    focalPoint(*store, over, dara, "2020", "2025");
    focalPoint(*store, ending, dara, "2024", "2026-07");
    focalPoint(*store, followed, dara, "2024", "2026-07");
    focalPoint(*store, followed, dara, "2026-05", "2028");
    focalPoint(*store, endless, dara, "", "");
    focalPoint(*store, future, dara, "2026-09", "");
    CHECK(shape(*focalPointsMissing(*store, today, today.addDays(90), 9)) ==
          s("4: Future|| Over|| Vacant|| Ending||2026-07-31"));
}
