// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of people at risk: invented, as everything here.
#include <sample/sample_world.h>

namespace dtp
{

namespace
{
QString text(const char* words)
{
    return QString::fromUtf8(words);
}

RiskCase detention(Id<Person> person)
{
    RiskCase one;
    one.person = person;
    one.opened = sampleToday().addDays(-40);
    one.level = text("acute");
    one.responsible = text("Protection officer");
    one.nextReview = sampleToday().addDays(3);
    one.whatHappened = text("Held for a night after a public hearing; released without charge, phone kept.");
    one.safeChannel = text("Signal only, after 20:00");
    one.partners = text("A legal aid group in the capital");
    return one;
}

RiskCase surveillance(Id<Person> person)
{
    RiskCase one;
    one.person = person;
    one.opened = sampleToday().addDays(-90);
    one.responsible = text("Protection officer");
    one.nextReview = sampleToday().addDays(-5);
    one.whatHappened = text("Followed on the way to the office for some weeks.");
    one.safeChannel = text("Through a colleague, in person");
    return one;
}

RiskCase harassment(Id<Person> person)
{
    RiskCase one;
    one.person = person;
    one.opened = sampleToday().addDays(-300);
    one.level = text("watch");
    one.responsible = text("Information officer");
    one.whatHappened = text("Insults and threats on line after an interview.");
    one.outcome = text("Accounts secured; nothing more for half a year.");
    one.closed = sampleToday().addDays(-60);
    return one;
}

CaseEntry entry(Id<RiskCase> of, int daysAgo, const char* kind, const char* support, const char* note)
{
    CaseEntry one;
    one.riskCase = of;
    one.date = sampleToday().addDays(-daysAgo);
    one.kind = text(kind);
    one.support = text(support);
    one.note = text(note);
    one.by = text("Protection officer");
    return one;
}
} // namespace

Result<> makeCases(SampleWorld& world)
{
    std::vector<Id<Person>> people;
    for (const MadePerson& person : world.people) {
        if (!person.isNormal && people.size() < 3)
            people.push_back(person.id);
    }
    if (people.size() < 3)
        return {};
    DTP_TRY(first, world.add(detention(people[0])));
    DTP_TRY(second, world.add(surveillance(people[1])));
    DTP_CHECK(world.add(harassment(people[2])));
    DTP_CHECK(world.add(entry(first, 39, "support_asked", "legal", "A lawyer for the hearing.")));
    CaseEntry grant = entry(first, 35, "support_given", "emergency_grant", "For the lawyer and another phone.");
    grant.amount = 1200;
    grant.currency = text("AUD");
    DTP_CHECK(world.add(grant));
    DTP_CHECK(world.add(entry(second, 20, "note", "", "Changed the way to work; no car seen since.")));
    return {};
}

} // namespace dtp
