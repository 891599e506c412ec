// SPDX-License-Identifier: GPL-3.0-or-later
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
