// SPDX-License-Identifier: GPL-3.0-or-later
// Some people were asked for consent by e-mail: most of them have not answered yet, the others said what they think of
// photos and the newsletter.
#include <meaning/consent_requests.h>
#include <sample/sample_world.h>

namespace dtp
{

namespace
{
constexpr size_t asked = 24;

ContactNote request(const MadePerson& person, int daysAgo, bool isAnswered)
{
    ContactNote note;
    note.person = person.id;
    note.date = sampleToday().addDays(-daysAgo);
    note.kind = QStringLiteral("email");
    note.text = QStringLiteral("Asked for consent");
    note.by = QStringLiteral("Information officer");
    if (!isAnswered) {
        note.nextAction = consentReminder();
        note.nextActionOn = note.date.addDays(14);
    }
    return note;
}

Consent answer(const MadePerson& person, const char* purpose, bool agrees, QDate on)
{
    Consent one;
    one.person = person.id;
    one.purpose = QLatin1String(purpose);
    one.answer = agrees ? QStringLiteral("agreed") : QStringLiteral("refused");
    one.askedBy = QStringLiteral("Information officer");
    one.method = QStringLiteral("e-mail");
    one.answeredOn = on;
    if (agrees)
        one.expiresOn = on.addYears(2);
    return one;
}
} // namespace

Result<> makeConsentRequests(SampleWorld& world)
{
    // Spread over all of them, and nobody who is at risk.
    const size_t step = std::max<size_t>(1, world.people.size() / (2 * asked));
    size_t done = 0;
    for (size_t i = step / 2; i < world.people.size() && done < asked; i += step) {
        const MadePerson& person = world.people[i];
        if (!person.isActive || !person.isNormal)
            continue;
        const bool isAnswered = done % 3 == 2;
        const ContactNote note = request(person, done % 2 == 0 ? 9 : 33, isAnswered);
        DTP_CHECK(world.add(ContactNote(note)));
        if (isAnswered) {
            const QDate on = note.date.addDays(5);
            DTP_CHECK(world.add(answer(person, "photo", done % 2 == 0, on)));
            DTP_CHECK(world.add(answer(person, "newsletter", true, on)));
        }
        ++done;
    }
    return {};
}

} // namespace dtp
