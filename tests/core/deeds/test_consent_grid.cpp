// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/consent_grid.h>
#include <deeds/deed.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QLocale>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);
const QString photo = QStringLiteral("photo");
const QString directory = QStringLiteral("directory");
const QString agreed = QStringLiteral("agreed");
const QString refused = QStringLiteral("refused");
const QString withdrawn = QStringLiteral("withdrawn");

struct World : FreshStore {
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));

    Consent entered(const Person& person, const QString& purpose, const QString& answer, QDate on)
    {
        Consent one;
        one.person = person.id;
        one.purpose = purpose;
        one.answer = answer;
        one.answeredOn = on;
        return added(*store, one);
    }
    ConsentState stateOf(const Person& person, const QString& purpose)
    {
        const auto consents = consentsOf(*store, {person.id.value});
        REQUIRE_OK(consents);
        return consentState(newestConsent(consents->value(person.id.value), purpose), today);
    }
};

QString words(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy")); // "Jun" or "June": countries differ
}

ConsentAnswers answersOn(QDate day, std::vector<ConsentAnswers::Answer> answers)
{
    ConsentAnswers all;
    all.on = day;
    all.answers = std::move(answers);
    return all;
}
} // namespace

TEST_CASE("The answers of several people are one change, with one day and one way for all of them", "[deeds][consent]")
{
    World world;
    ConsentAnswers answers = answersOn(
        today,
        {{world.sok.id, directory, agreed}, {world.sok.id, photo, refused}, {world.nok.id, directory, withdrawn}});
    answers.until = QDate(2028, 6, 1);
    answers.method = QStringLiteral("e-mail");
    answers.askedBy = QStringLiteral("Ana");
    const auto done = enterConsents(*world.store, answers);
    REQUIRE_OK(done);
    CHECK(*done == QStringLiteral("Entered 3 answers about consent of 2 people."));
    const auto all = world.store->find<Consent>();
    REQUIRE_OK(all);
    REQUIRE(all->size() == 3);
    for (const Consent& one : *all) {
        CHECK(one.answeredOn == today);
        CHECK(one.method == QStringLiteral("e-mail"));
        CHECK(one.askedBy == QStringLiteral("Ana"));
        // What is refused has no end: a refusal that runs out would be an agreement to be asked again.
        CHECK(one.expiresOn == (one.answer == agreed ? answers.until : QDate()));
    }
    CHECK(world.stateOf(world.sok, directory) == ConsentState::Agreed);
    CHECK(world.stateOf(world.sok, photo) == ConsentState::Refused);
    CHECK(world.stateOf(world.nok, directory) == ConsentState::Ended);
    CHECK(world.stateOf(world.nok, photo) == ConsentState::NotAsked);
    REQUIRE_OK(world.store->undo());
    CHECK(world.store->count(Entity::Consent).value() == 0);
}

TEST_CASE("An answer that counts already is not entered again, and one that was overtaken is", "[deeds][consent]")
{
    World world;
    const ConsentAnswers yes = answersOn(today, {{world.sok.id, photo, agreed}});
    const ConsentAnswers no = answersOn(today, {{world.sok.id, photo, refused}});
    REQUIRE_OK(enterConsents(*world.store, yes));
    const auto again = enterConsents(*world.store, yes);
    REQUIRE_OK(again);
    CHECK(*again == QStringLiteral("Nothing to do: these answers are there already."));
    REQUIRE_OK(enterConsents(*world.store, no));
    CHECK(world.stateOf(world.sok, photo) == ConsentState::Refused);
    CHECK(world.store->count(Entity::Consent).value() == 2);
    ConsentAnswers until = answersOn(today, {{world.nok.id, photo, agreed}});
    until.until = QDate(2028, 6, 1);
    REQUIRE_OK(enterConsents(*world.store, until));
    until.until = QDate(2027, 6, 1);
    REQUIRE_OK(enterConsents(*world.store, until));
    until.until = QDate(2028, 6, 1);
    REQUIRE_OK(enterConsents(*world.store, until));
    CHECK(world.store->count(Entity::Consent).value() == 5);
}

TEST_CASE("An agreement does not overtake a refusal of the same day, which is said", "[deeds][consent]")
{
    for (const QString& no : {refused, withdrawn}) {
        World world;
        REQUIRE_OK(enterConsents(*world.store, answersOn(today, {{world.sok.id, photo, no}})));
        const ConsentAnswers yes = answersOn(today, {{world.sok.id, photo, agreed}});
        const QString held = QStringLiteral("A refusal or withdrawal of the same day still holds: Sok Dara (Photos in "
                                            "which they can be recognised). If "
                                            "it was entered by mistake, delete it.");
        CHECK(answersThatDoNotCount(*world.store, yes).value() == QStringList{held});
        CHECK(enterConsents(*world.store, yes).value() ==
              QStringLiteral("Entered one answer about consent of Sok Dara. ") + held);
        CHECK(world.stateOf(world.sok, photo) != ConsentState::Agreed);
        // The deed of menus and of the command line says it too.
        const Deed& deed = *deedOf(QStringLiteral("record-consent"));
        DeedCall call = deed.begin(*world.store, Entity::Person, {world.sok.id.value});
        call.answers.set("purpose", photo);
        call.answers.set("answer", agreed);
        CHECK(runDeed(*world.store, deed, call)->endsWith(held));
        // The day after, they may have changed their mind.
        world.entered(world.sok, photo, agreed, today);
        CHECK(answersThatDoNotCount(*world.store, answersOn(today.addDays(1), {{world.sok.id, photo, agreed}}))
                  ->isEmpty());
    }
}

TEST_CASE("An agreement without an end after one with an end says that the end is gone", "[deeds][consent]")
{
    World world;
    ConsentAnswers limited =
        answersOn(QDate(2026, 1, 1), {{world.sok.id, photo, agreed}, {world.nok.id, photo, agreed}});
    limited.until = QDate(2027, 1, 1);
    REQUIRE_OK(enterConsents(*world.store, limited));
    const ConsentAnswers open = answersOn(today, {{world.sok.id, photo, agreed}});
    const QString gone = QString::fromUtf8(
        "What was agreed to with an end holds without one from now on: Sok Dara (Photos in which they can be "
        "recognised). If the end still stands, enter the agreement with it.");
    CHECK(answersThatDoNotCount(*world.store, open).value() == QStringList{gone});
    CHECK(enterConsents(*world.store, open)->endsWith(gone));
    // Neither another end nor a refusal, nor what was over anyhow.
    ConsentAnswers longer = answersOn(today, {{world.nok.id, photo, agreed}});
    longer.until = QDate(2028, 1, 1);
    CHECK(answersThatDoNotCount(*world.store, longer)->isEmpty());
    CHECK(answersThatDoNotCount(*world.store, answersOn(today, {{world.nok.id, photo, refused}}))->isEmpty());
    ConsentAnswers over = answersOn(QDate(2025, 1, 1), {{world.nok.id, directory, agreed}});
    over.until = QDate(2026, 1, 1);
    REQUIRE_OK(enterConsents(*world.store, over));
    CHECK(answersThatDoNotCount(*world.store, answersOn(today, {{world.nok.id, directory, agreed}}))->isEmpty());
}

TEST_CASE("How an answer was given that is there already is kept with it, or beside it", "[deeds][consent]")
{
    World world;
    ConsentAnswers answers = answersOn(today, {{world.sok.id, photo, agreed}});
    REQUIRE_OK(enterConsents(*world.store, answers));
    answers.method = QStringLiteral("signed\x01\n form");
    CHECK(enterConsents(*world.store, answers).value() ==
          QStringLiteral("One answer that was there already says now how it was given and who asked."));
    answers.askedBy = QStringLiteral("Ana");
    REQUIRE_OK(enterConsents(*world.store, answers));
    REQUIRE(world.store->count(Entity::Consent).value() == 1);
    CHECK(world.store->find<Consent>()->front().method == QStringLiteral("signed form"));
    CHECK(world.store->find<Consent>()->front().askedBy == QStringLiteral("Ana"));
    CHECK(enterConsents(*world.store, answers).value() ==
          QStringLiteral("Nothing to do: these answers are there already."));
    answers.askedBy.clear(); // says no more than what is there
    CHECK(enterConsents(*world.store, answers).value() ==
          QStringLiteral("Nothing to do: these answers are there already."));
    answers.method = QStringLiteral("e-mail");
    CHECK(enterConsents(*world.store, answers).value() ==
          QStringLiteral("Entered one answer about consent of Sok Dara."));
    const Deed& deed = *deedOf(QStringLiteral("record-consent"));
    DeedCall call = deed.begin(*world.store, Entity::Person, {world.sok.id.value, world.nok.id.value});
    call.answers.set("purpose", photo);
    call.answers.set("answer", agreed);
    CHECK(runDeed(*world.store, deed, call).value() ==
          QStringLiteral("Entered a consent of Nok Suwan: Photos in which they can be recognised. 1 person there "
                         "already."));
    call.answers.set("method", QStringLiteral("form"));
    CHECK(runDeed(*world.store, deed, call).value() ==
          QStringLiteral("Entered a consent of Sok Dara: Photos in which they can be recognised. One answer that was "
                         "there already says now how it was given and who asked."));
    call.answers.set("answered_on", QStringLiteral("2999-01-01"));
    CHECK(runDeed(*world.store, deed, call).error().sentence.contains(QStringLiteral("still to come")));
    call.answers.set("answered_on", QStringLiteral("2026-05-01"));
    call.answers.set("expires_on", QStringLiteral("2026-04-01"));
    CHECK(runDeed(*world.store, deed, call).error().sentence.contains(QStringLiteral("cannot end on")));
    const Deed& set = *deedOf(QStringLiteral("set"));
    DeedCall end = set.begin(*world.store, Entity::Consent, {world.store->find<Consent>()->front().id.value});
    end.field = QStringLiteral("expires_on");
    end.answers.set("expires_on", QStringLiteral("2026-05-31"));
    CHECK(runDeed(*world.store, set, end).error().sentence.contains(QStringLiteral("cannot end on")));
}

TEST_CASE("Of two answers at once the refusal wins, in whichever order they are given", "[deeds][consent]")
{
    for (const bool isRefusedFirst : {true, false}) {
        World world;
        REQUIRE_OK(enterConsents(*world.store,
                                 answersOn(today, {{world.sok.id, photo, isRefusedFirst ? withdrawn : agreed},
                                                   {world.sok.id, photo, isRefusedFirst ? agreed : withdrawn}})));
        CHECK(world.store->count(Entity::Consent).value() == 1);
        CHECK(world.stateOf(world.sok, photo) == ConsentState::Ended);
    }
}

TEST_CASE("An answer that does not count is entered, and it is said what holds in its place", "[deeds][consent]")
{
    World world;
    world.entered(world.sok, photo, withdrawn, QDate(2026, 5, 1));
    world.entered(world.nok, photo, refused, {}); // undated: it wins over everything
    world.entered(world.nok, directory, agreed, QDate(2026, 5, 1));
    const ConsentAnswers late =
        answersOn(QDate(2026, 4, 1),
                  {{world.sok.id, photo, agreed}, {world.nok.id, photo, agreed}, {world.nok.id, directory, refused}});
    const QStringList expected{
        QStringLiteral("A later refusal or withdrawal still holds: Sok Dara (Photos in which they can be "
                       "recognised), Nok Suwan (Photos in which they can be recognised)."),
        QStringLiteral("An agreement of a later day still holds: Nok Suwan (Alumni directory).")};
    const auto before = answersThatDoNotCount(*world.store, late);
    REQUIRE_OK(before);
    CHECK(*before == expected);
    const auto done = enterConsents(*world.store, late);
    REQUIRE_OK(done);
    CHECK(*done == QStringLiteral("Entered 3 answers about consent of 2 people. ") + expected.join(QLatin1Char(' ')));
    CHECK(world.stateOf(world.sok, photo) == ConsentState::Ended);
    CHECK(world.stateOf(world.nok, photo) == ConsentState::Refused);
    CHECK(world.stateOf(world.nok, directory) == ConsentState::Agreed);
    const auto now = answersThatDoNotCount(*world.store, answersOn(today, {{world.sok.id, photo, agreed}}));
    REQUIRE_OK(now);
    CHECK(now->isEmpty());
}

TEST_CASE("Answers without a day, of a day to come, or that end before they begin are not entered", "[deeds][consent]")
{
    World world;
    ConsentAnswers answers = answersOn({}, {{world.sok.id, photo, agreed}});
    CHECK(enterConsents(*world.store, answers).error().sentence == QStringLiteral("Say on which day they answered."));
    answers.on = today.addDays(1);
    CHECK(enterConsents(*world.store, answers).error().sentence ==
          words(today.addDays(1)) + QStringLiteral(" is still to come: say on which day they answered."));
    answers.on = today;
    answers.until = today.addDays(-1);
    CHECK(enterConsents(*world.store, answers).error().sentence ==
          QStringLiteral("What is agreed on %1 cannot end on 31 May 2026, which is before.").arg(words(today)));
    CHECK(world.store->count(Entity::Consent).value() == 0);
}

TEST_CASE("A consent is said in words as it stands on the day", "[deeds][consent]")
{
    const auto text = [](const QString& answer, QDate on, QDate until = {}) {
        Consent one;
        one.answer = answer;
        one.answeredOn = on;
        one.expiresOn = until;
        return consentText(&one, today);
    };
    const QDate before(2026, 3, 2);
    CHECK(consentText(nullptr, today) == QStringLiteral("Not asked"));
    CHECK(text(agreed, {}) == QStringLiteral("Agreed"));
    CHECK(text(agreed, before) == QStringLiteral("Agreed, 2 Mar 2026"));
    CHECK(text(agreed, before, today) == QStringLiteral("Agreed, until ") + words(today));
    CHECK(text(agreed, before, today.addDays(-1)) == QStringLiteral("Ended on 31 May 2026"));
    CHECK(text(agreed, today.addDays(1)) == QStringLiteral("Agreed, from ") + words(today.addDays(1)));
    CHECK(text(refused, before) == QStringLiteral("Refused, 2 Mar 2026"));
    CHECK(text(withdrawn, {}) == QStringLiteral("Withdrawn"));
    CHECK(text(QStringLiteral("perhaps"), {}) == QStringLiteral("Refused"));
}

TEST_CASE("While an answer is waited for it is said since when, beside what holds until then", "[deeds][consent]")
{
    const ConsentRequest request{true, QDate(2026, 3, 12)};
    CHECK(consentText(nullptr, today, request) == QStringLiteral("Asked 12 Mar, no answer yet"));
    CHECK(consentLines(nullptr, today, request) == QStringLiteral("Asked 12 Mar\nno answer yet"));
    CHECK(consentBrief(nullptr, today, request) == QStringLiteral("Asked 12 Mar"));
    CHECK(consentText(nullptr, today, {true, QDate(2025, 12, 3)}) ==
          QStringLiteral("Asked 3 Dec 2025, no answer yet"));
    CHECK(consentText(nullptr, today, {true, {}}) == QStringLiteral("Asked, no answer yet"));
    Consent one;
    one.answer = refused;
    one.answeredOn = QDate(2026, 1, 2);
    CHECK(consentText(&one, today, request) == QStringLiteral("Refused, asked again 12 Mar"));
    CHECK(consentBrief(&one, today, request) == QStringLiteral("Refused"));
    one.answer = agreed;
    CHECK(consentText(&one, today, request) == QStringLiteral("Agreed, 2 Jan 2026"));
    one.expiresOn = QDate(2026, 2, 1);
    CHECK(consentText(&one, today, request) == QStringLiteral("Ended on 1 Feb 2026, asked again 12 Mar"));
}

TEST_CASE("A day in the past is no day by which to look for answers", "[deeds][consent]")
{
    World world;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    DeedCall call = deed.begin(*world.store, Entity::Person, {world.sok.id.value});
    call.answers.set("kind", QStringLiteral("meeting"));
    call.answers.set("next_action_on", QStringLiteral("2026-05-31"));
    const auto done = runDeed(*world.store, deed, call);
    REQUIRE_FALSE(done);
    CHECK(done.error().sentence ==
          QStringLiteral("31 May 2026 is past: say by which day to come to look for answers, or none."));
    CHECK(world.store->count(Entity::ContactNote).value() == 0);
    call.answers.set("next_action_on", QStringLiteral("2026-06-01"));
    REQUIRE_OK(runDeed(*world.store, deed, call));
}

TEST_CASE("An answer closes the reminder in whichever way it comes into the file", "[deeds][consent]")
{
    World world;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    const std::vector<qint64> both{world.sok.id.value, world.nok.id.value};
    DeedCall call = deed.begin(*world.store, Entity::Person, both);
    call.answers.set("kind", QStringLiteral("meeting"));
    REQUIRE_OK(runDeed(*world.store, deed, call));
    CHECK(openRequests(*world.store, both)->value(both[0]) == ConsentRequest{true, today});
    world.entered(world.sok, photo, agreed, {}); // as a form or an import does, which says no day
    CHECK(openRequests(*world.store, both)->keys() == QList<qint64>{both[1]});
}

TEST_CASE("Those who are asked for consent have it in their log, with the day by which to look for the answer",
          "[deeds][consent]")
{
    World world;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    DeedCall call = deed.begin(*world.store, Entity::Person, {world.sok.id.value, world.nok.id.value});
    call.answers.set("kind", QStringLiteral("meeting"));
    call.answers.set("next_action_on", QStringLiteral("2026-06-20"));
    const auto done = runDeed(*world.store, deed, call);
    REQUIRE_OK(done);
    CHECK(*done == QStringLiteral("Noted that you asked 2 people for consent."));
    const auto notes = world.store->find<ContactNote>();
    REQUIRE_OK(notes);
    REQUIRE(notes->size() == 2);
    for (const ContactNote& note : *notes) {
        CHECK(note.date == today);
        CHECK(note.text == QStringLiteral("Asked for consent"));
        CHECK(note.nextAction == QStringLiteral("Enter the answer about consent"));
        CHECK(note.nextActionOn == QDate(2026, 6, 20));
    }
    REQUIRE_OK(world.store->undo());
    CHECK(world.store->count(Entity::ContactNote).value() == 0);
    CHECK(deed.begin(*world.store, Entity::Person, {}).answers.text("next_action_on") ==
          today.addDays(14).toString(Qt::ISODate)); // unless said
    QStringList words;
    for (const DeedQuestion& question : deed.questions(call))
        words.append(question.labelText());
    CHECK(words == QStringList{QStringLiteral("How do you ask?"), QStringLiteral("Asked on"),
                               QStringLiteral("Look for answers by")});
}

TEST_CASE("An answer that is entered closes the reminder that asking made, of nobody else", "[deeds][consent]")
{
    World world;
    const Deed& deed = *deedOf(QStringLiteral("ask-for-consent"));
    const std::vector<qint64> both{world.sok.id.value, world.nok.id.value};
    DeedCall call = deed.begin(*world.store, Entity::Person, both);
    call.answers.set("kind", QStringLiteral("meeting"));
    REQUIRE_OK(runDeed(*world.store, deed, call));
    const auto waiting = [&] {
        QList<qint64> people = openRequests(*world.store, both)->keys();
        std::sort(people.begin(), people.end());
        return people;
    };
    CHECK(waiting() == QList<qint64>{both[0], both[1]});
    ConsentAnswers answers;
    answers.answers = {{world.sok.id, QStringLiteral("newsletter"), QStringLiteral("refused")}};
    answers.on = today;
    REQUIRE_OK(enterConsents(*world.store, answers));
    CHECK(waiting() == QList<qint64>{both[1]});
    REQUIRE_OK(world.store->undo()); // the answer and the reminder together
    CHECK(waiting().size() == 2);
}
