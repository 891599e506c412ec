// SPDX-License-Identifier: GPL-3.0-or-later
#include <figures/figures.h>
#include <meaning/consent_requests.h>
#include <records/cases.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <support/add_records.h>
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

Network network(Store& store, const char* name)
{
    Network one;
    one.name = s(name);
    addRecords(store, one);
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
    addRecords(store, one);
}

QString shape(const DueList& list)
{
    QString all = QString::number(list.total) + u':';
    for (const DueItem& item : list.items)
        all += QLatin1Char(' ') + item.title + u'|' + item.detail + u'|' + item.due.toString(Qt::ISODate);
    return all;
}
} // namespace

TEST_CASE("Consents that end soon are counted by people, as the list behind them finds them", "[figures][consent]")
{
    FreshStore store;
    const QDate today(2026, 6, 1);
    const QDate until = today.addDays(90);
    const auto agreed = [&](const Person& person, const char* purpose, QDate ends, const char* answer = "agreed") {
        Consent one;
        one.person = person.id;
        one.purpose = s(purpose);
        one.answer = s(answer);
        one.answeredOn = QDate(2025, 1, 1);
        one.expiresOn = ends;
        addRecords(*store, one);
    };
    const Person dara = addPerson(*store, s("Sok"), s("Dara"));
    const Person mere = addPerson(*store, s("Mere"), s("Tuilagi"));
    const Person nok = addPerson(*store, s("Nok"), s("Suwan"));
    agreed(dara, "newsletter", today.addDays(60));
    agreed(dara, "directory", today.addDays(20));
    agreed(mere, "photo", today);
    agreed(nok, "photo", until.addDays(1));
    agreed(nok, "directory", today.addDays(-1));
    agreed(nok, "newsletter", today.addDays(5));
    agreed(nok, "newsletter", {}, "withdrawn");
    const auto list = consentsEnding(*store, today, until, 10);
    REQUIRE_OK(list);
    CHECK(shape(*list) == s("2: Mere Tuilagi|Photos in which they can be recognised|2026-06-01"
                            " Sok Dara|Alumni directory and 1 more|2026-06-21"));
    const auto query = PersonQuery::parse(s("consent_ending:90d"), *store);
    REQUIRE_OK(query);
    CHECK(countPeople(*store, *query).value() == list->total);
    CHECK(shape(*consentsEnding(*store, today, until, 1)).startsWith(s("2: Mere")));
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
    addRecords(*store, open, soon, late, later, done);
    CHECK(shape(*tasksDue(*store, today.addDays(7), 9)) ==
          s("3: Book the hall|Ana|2026-05-30 Call the hotel||2026-06-04 Look for funders||"));
    CHECK(shape(*tasksDue(*store, today.addDays(7), 1)) == s("3: Book the hall|Ana|2026-05-30"));

    ContactNote first, answered, after;
    first.person = dara.id, first.date = today.addDays(-40), first.nextAction = s("ask for her new address"),
    first.nextActionOn = today.addDays(-10);
    answered.person = mere.id, answered.date = today.addDays(-40), answered.nextAction = s("call"),
    answered.nextActionOn = today.addDays(-10);
    after.person = mere.id, after.date = today.addDays(-5);
    addRecords(*store, first, answered, after);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|ask for her new address|2026-05-22"));

    // A person with two things to do is one person to contact, as in the list behind the number.
    ContactNote second = first, third = first;
    second.id = {}, second.nextAction = s("send the reader"), second.nextActionOn = today.addDays(-20);
    third.id = {}, third.nextAction = s("thank her"), third.nextActionOn = today.addDays(-10);
    addRecords(*store, second, third);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|send the reader|2026-05-12"));
    const auto due = PersonQuery::parse(s("contact:due"), *store);
    REQUIRE_OK(due);
    CHECK(*countPeople(*store, *due) == 1);

    // An answer about consent does what its reminder asked for, and nothing else that is to be done.
    first.id = {}, first.nextAction = consentReminder(), first.nextActionOn = today.addDays(-30);
    addRecords(*store, first);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|Enter the answer about consent|2026-05-02"));
    Consent answer;
    answer.person = first.person, answer.purpose = s("photo"), answer.answer = s("agreed");
    addRecords(*store, answer);
    CHECK(shape(*contactsDue(*store, today, 9)) == s("1: Sok Dara|send the reader|2026-05-12"));

    Recommendation overdue, dropped;
    overdue.text = s("Name focal points"), overdue.due = today.addDays(-1), overdue.owner = s("Secretariat");
    dropped.text = s("Print a book"), dropped.due = today.addDays(-1), dropped.status = s("dropped");
    addRecords(*store, overdue, dropped);
    CHECK(shape(*recommendationsOverdue(*store, today, 9)) == s("1: Name focal points|Secretariat|2026-05-31"));

    Report draft, sent;
    draft.title = s("Report on Suva");
    sent.title = s("Report on Bangkok"), sent.status = s("sent");
    addRecords(*store, draft, sent);
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
    addRecords(*store, asleep);
    focalPoint(*store, over, dara, "2020", "2025");
    focalPoint(*store, ending, dara, "2024", "2026-07");
    focalPoint(*store, followed, dara, "2024", "2026-07");
    focalPoint(*store, followed, dara, "2026-05", "2028");
    focalPoint(*store, endless, dara, "", "");
    focalPoint(*store, future, dara, "2026-09", "");
    CHECK(shape(*focalPointsMissing(*store, today, today.addDays(90), 9)) ==
          s("4: Future|| Over|| Vacant|| Ending||2026-07-31"));
}

TEST_CASE("the reviews of open cases are due two weeks before, and name nobody", "[figures][cases]")
{
    FreshStore store;
    const Person person = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const QDate today(2026, 6, 1);
    const auto open = [&](QDate review, QDate closed) {
        RiskCase one;
        one.person = person.id;
        one.opened = QDate(2026, 5, 1);
        one.nextReview = review;
        one.closed = closed;
        one.responsible = QStringLiteral("Mali");
        REQUIRE_OK(store->change(QStringLiteral("Open a case"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(one));
            return {};
        }));
        return one.id.value;
    };
    const qint64 undated = open({}, {});
    const qint64 soon = open(today.addDays(DaysBeforeReview), {});
    open(today.addDays(DaysBeforeReview + 1), {});
    open(today.addDays(-3), today.addDays(-1));
    const qint64 late = open(today.addDays(-3), {});
    const auto due = caseReviewsDue(*store, today.addDays(DaysBeforeReview), -1);
    REQUIRE_OK(due);
    CHECK(due->total == 3);
    REQUIRE(due->items.size() == 3);
    CHECK(due->items[0].id == late);
    CHECK(due->items[1].id == soon);
    CHECK(due->items[2].id == undated);
    for (const DueItem& item : due->items) {
        CHECK(item.title == QStringLiteral("2026-05-01"));
        CHECK(item.detail == QStringLiteral("serious"));
    }
    const auto counted = caseReviewsDue(*store, today.addDays(DaysBeforeReview), 0);
    REQUIRE_OK(counted);
    CHECK(counted->total == 3);
    CHECK(counted->items.empty());
}
