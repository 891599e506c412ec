// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/cases.h>
#include <records/people.h>
#include <records/programs.h>
#include <records/record_rules.h>
#include <records/workshops.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
const QDate today(2026, 6, 1);

template <class R>
QStringList problemsOf(const R& record, const R* before = nullptr)
{
    const RecordValues was = before ? toValues(*before) : RecordValues();
    QStringList all;
    for (const FieldProblem& problem : brokenRules(toValues(record), before ? &was : nullptr, today))
        all.append(QLatin1String(recordType<R>().fields[static_cast<size_t>(problem.field)].name) +
                   QStringLiteral(": ") + problem.sentence);
    return all;
}
} // namespace

TEST_CASE("What has a beginning and an end does not end before it begins", "[records][rules]")
{
    Workshop workshop;
    workshop.start = QDate(2026, 5, 11);
    workshop.end = QDate(2026, 5, 9);
    CHECK(problemsOf(workshop).size() == 1);
    CHECK(problemsOf(workshop).value(0).startsWith(QStringLiteral("end_date: What begins on 11 May 2026 cannot end on "
                                                                  "9 May 2026, which is before")));
    workshop.end = workshop.start;
    CHECK(problemsOf(workshop).isEmpty());

    ProgramEdition edition;
    edition.start = PartialDate(2019, 5);
    edition.end = PartialDate(2019); // some day of that year
    CHECK(problemsOf(edition).isEmpty());
    edition.end = PartialDate(2018);
    CHECK(problemsOf(edition).size() == 1);
    edition.end = PartialDate(2018, 0, 0, true); // about: nobody knows
    CHECK(problemsOf(edition).isEmpty());

    Membership member;
    member.from = PartialDate(2020);
    member.to = PartialDate(2019);
    CHECK(problemsOf(member).size() == 1);
    Affiliation work;
    work.from = PartialDate(2020);
    work.to = PartialDate(2019, 12, 31);
    CHECK(problemsOf(work).size() == 1);
    Module module;
    module.start = PartialDate(2020, 2);
    module.end = PartialDate(2020, 1);
    CHECK(problemsOf(module).size() == 1);
}

TEST_CASE("An end that the file already held does not keep anybody from changing something else", "[records][rules]")
{
    Membership member;
    member.from = PartialDate(2020);
    member.to = PartialDate(2019);
    const Membership before = member;
    member.note = QStringLiteral("Asked to stay");
    CHECK(problemsOf(member, &before).isEmpty());
    member.to = PartialDate(2018);
    CHECK(problemsOf(member, &before).size() == 1);
}

TEST_CASE("What begins and ends is said in months and years as well as in days", "[records][rules]")
{
    Membership member;
    member.from = PartialDate(1990, 1);
    member.to = PartialDate(1989);
    CHECK(problemsOf(member).value(0) ==
          QStringLiteral("to_date: What begins in January 1990 cannot end in 1989, which "
                         "is before: write that time or a later one."));
}

TEST_CASE("A year that is a slip of the hand is refused in any field, and kept where it stood before",
          "[records][rules]")
{
    RiskCase one;
    one.opened = QDate(1026, 5, 1);
    CHECK(problemsOf(one).value(0).startsWith(QStringLiteral("opened_on: “1 May 1026” is too far away")));
    const RiskCase before = one;
    one.responsible = QStringLiteral("Ana");
    CHECK(problemsOf(one, &before).isEmpty());
    one.opened = QDate(2026, 5, 1);
    one.nextReview = QDate(2999, 5, 1);
    CHECK(problemsOf(one).value(0).startsWith(QStringLiteral("next_review: “1 May 2999” is too far away")));
    one.nextReview = QDate(2027, 5, 1);
    CHECK(problemsOf(one).isEmpty());
    Membership member;
    member.from = PartialDate(199);
    CHECK(problemsOf(member).size() == 1);
    member.from = PartialDate(1863);
    CHECK(problemsOf(member).isEmpty());
}

TEST_CASE("A line without an end and signs that nobody can see are refused, and kept where they stood before",
          "[records][rules]")
{
    Consent consent;
    consent.method = QString(100000, QLatin1Char('x'));
    CHECK(problemsOf(consent).value(0) ==
          QStringLiteral("method: This is too long for one line: it has 100,000 letters, and 2,000 fit."));
    const Consent before = consent;
    consent.askedBy = QStringLiteral("Ana");
    CHECK(problemsOf(consent, &before).isEmpty());
    consent.method = QStringLiteral("by\aphone");
    CHECK(problemsOf(consent).value(0).startsWith(QStringLiteral("method: There are signs in this text")));
    consent.method = QString(2000, QLatin1Char('x'));
    CHECK(problemsOf(consent).isEmpty());
    RiskCase one;
    one.opened = QDate(2026, 5, 1);
    one.whatHappened = QString(100000, QLatin1Char('x')) + QStringLiteral("\r\n\tand more");
    CHECK(problemsOf(one).isEmpty());
    one.whatHappened += QChar(0x202E);
    CHECK(problemsOf(one).size() == 1);
}

TEST_CASE("An amount in the log of a case has its currency", "[records][rules][cases]")
{
    CaseEntry entry;
    entry.date = QDate(2026, 5, 1);
    entry.amount = 500;
    CHECK(problemsOf(entry) == QStringList{QStringLiteral("currency: An amount needs its currency: write its three "
                                                          "letters, as in AUD.")});
    entry.currency = QStringLiteral("KHR");
    CHECK(problemsOf(entry).isEmpty());
}

TEST_CASE("A year of birth of two digits, of another calendar or to come is not kept", "[records][rules]")
{
    const auto saidOf = [](int year) {
        Person person;
        person.birthYear = year;
        return problemsOf(person).value(0);
    };
    CHECK(saidOf(1975).isEmpty());
    CHECK(saidOf(1900).isEmpty());
    CHECK(saidOf(87) == QStringLiteral("birth_year: “87” is no whole year: write 1987."));
    CHECK(saidOf(5) == QStringLiteral("birth_year: “05” is no whole year: write 2005."));
    CHECK(saidOf(1369) ==
          QStringLiteral("birth_year: 1369 is no year of birth by our calendar: write 1990 if it is of "
                         "the Solar Hijri calendar."));
    CHECK(saidOf(2533).startsWith(QStringLiteral("birth_year: The year 2533 is still to come")));
    CHECK(saidOf(1899).startsWith(QStringLiteral("birth_year: Nobody in this file was born in 1899")));
    CHECK(saidOf(-1).startsWith(QStringLiteral("birth_year: Nobody")));
    Person before;
    before.birthYear = 87;
    Person after = before;
    after.place = QStringLiteral("Takeo");
    CHECK(problemsOf(after, &before).isEmpty()); // what the file held before is no problem of this change
}

TEST_CASE("What was done is on no day to come", "[records][rules]")
{
    Person person;
    person.lastVerified = today;
    CHECK(problemsOf(person).isEmpty());
    person.lastVerified = QDate(2099, 1, 1);
    CHECK(problemsOf(person) ==
          QStringList{QStringLiteral("last_verified: 1 Jan 2099 is still to come: write today or "
                                     "a day before.")});
    CHECK(problemsOf(person, &person).isEmpty()); // it was so before
    Consent consent;
    consent.answeredOn = QDate(2027, 1, 2);
    CHECK(problemsOf(consent) ==
          QStringList{QStringLiteral("answered_on: 2 Jan 2027 is still to come: write today or a day before.")});
}

TEST_CASE("An amount has no more decimals than its currency", "[records][rules]")
{
    CaseEntry entry;
    entry.date = today;
    entry.amount = 1.25;
    entry.currency = QStringLiteral("EUR");
    CHECK(problemsOf(entry).isEmpty());
    entry.amount = 1.2345;
    CHECK(problemsOf(entry).value(0).startsWith(QStringLiteral("amount: “1.2345” has more decimals than amounts in "
                                                               "EUR have: write 1.23, for example.")));
    entry.amount = 1.25;
    entry.currency = QStringLiteral("JPY");
    CHECK(problemsOf(entry).size() == 1);
    Workshop workshop;
    workshop.budget = 1.255;
    workshop.currency = QStringLiteral("KWD");
    CHECK(problemsOf(workshop).isEmpty());
    workshop.currency = QStringLiteral("USD");
    CHECK(problemsOf(workshop).size() == 1);
}
