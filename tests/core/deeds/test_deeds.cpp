// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed.h>
#include <records/cases.h>
#include <records/kinds.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QSet>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct World : FreshStore {
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Suwan"), QStringLiteral("TH"));
    Network network;
    ProgramEdition edition;
    Workshop workshop;
    Organisation organisation;

    World()
    {
        network.name = QStringLiteral("Cambodia network");
        network.kind = QStringLiteral("national");
        edition.title = QStringLiteral("Geneva 2023");
        workshop.title = QStringLiteral("Alumni meeting");
        organisation.name = QStringLiteral("River Watch");
        REQUIRE_OK(store->change(QStringLiteral("Fill"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(network));
            DTP_CHECK(writer.insert(edition));
            DTP_CHECK(writer.insert(workshop));
            DTP_CHECK(writer.insert(organisation));
            for (const Person* person : {&sok, &nok}) { // whoever is asked by e-mail has to have an address
                ContactPoint mail;
                mail.person = person->id;
                mail.kind = QStringLiteral("email");
                mail.value = person->familyName + QStringLiteral("@example.org");
                DTP_CHECK(writer.insert(mail));
            }
            return {};
        }));
    }
    std::vector<qint64> both() const { return {sok.id.value, nok.id.value}; }
    // A call with every question answered.
    DeedCall answered(const Deed& deed, Entity entity, std::vector<qint64> keys)
    {
        DeedCall call = deed.begin(*store, entity, std::move(keys));
        if (deed.setsField) {
            call.field = QStringLiteral("place");
            call.answers.set("place", QStringLiteral("Takeo"));
            return call;
        }
        for (const DeedQuestion& question : deed.questions(call)) {
            const Field& field = question.field();
            if (!traitsOf(field).isEmpty(call.answers.value(question.name)))
                continue;
            if (field.reference == Entity::Network)
                call.answers.set(question.name, QVariant(network.id.value));
            else if (field.reference == Entity::ProgramEdition)
                call.answers.set(question.name, QVariant(edition.id.value));
            else if (field.reference == Entity::Workshop)
                call.answers.set(question.name, QVariant(workshop.id.value));
            else if (field.reference == Entity::Organisation)
                call.answers.set(question.name, QVariant(organisation.id.value));
            else if (traitsOf(field).chosenFrom == ChosenFrom::Vocabulary)
                call.answers.set(question.name,
                                 store->vocabulary(QLatin1String(field.vocabulary)).terms().front().code);
            else if (field.kind == FieldKind::Text || field.kind == FieldKind::LongText)
                call.answers.set(question.name, QStringLiteral("Called about the visa"));
        }
        return call;
    }
};
} // namespace

TEST_CASE("Every deed has a key of its own, words for what it is done to, an icon and fields that exist", "[deeds]")
{
    QSet<QString> keys;
    for (const Deed& deed : recordDeeds()) {
        INFO(deed.key);
        CHECK_FALSE(keys.contains(QLatin1String(deed.key)));
        keys.insert(QLatin1String(deed.key));
        CHECK(deedOf(QLatin1String(deed.key)) == &deed);
        CHECK(QByteArray(deed.title).count("%1") == 1);
        CHECK(*deed.icon != '\0');
        CHECK((deed.run != nullptr || deed.makes != Entity::None || deed.isExport()));
        if (deed.makes == Entity::None)
            continue;
        const RecordType& type = recordType(deed.makes);
        if (deed.makes == deed.on) { // what is asked is of the record itself
            CHECK(*deed.owner == '\0');
            for (const char* name : deed.asks)
                CHECK(type.fieldNamed(QLatin1String(name)));
            continue;
        }
        REQUIRE(type.fieldNamed(QLatin1String(deed.owner)));
        CHECK(type.fieldNamed(QLatin1String(deed.owner))->reference == deed.on);
        REQUIRE_FALSE(deed.asks.empty());
        for (const char* name : deed.asks)
            CHECK(type.fieldNamed(QLatin1String(name)));
        for (const char* name : deed.onceBy)
            CHECK(type.fieldNamed(QLatin1String(name)));
        // What a record cannot be without is asked, is the person, or has a value from the start.
        for (const Field& field : type.fields) {
            const bool isAsked = std::any_of(deed.asks.begin(), deed.asks.end(),
                                             [&](const char* name) { return qstrcmp(name, field.name) == 0; });
            if (field.isRequired && !isAsked && qstrcmp(field.name, deed.owner) != 0)
                CHECK_FALSE(traitsOf(field).isEmpty(RecordValues(deed.makes).value(field.name)));
        }
    }
}

TEST_CASE("Every deed on people is one change, told in a sentence, that undo takes back", "[deeds]")
{
    for (const Deed* deed : deedsFor(Entity::Person)) {
        INFO(deed->key);
        if (deed->isExport())
            continue;
        World world;
        // What is removed is there before.
        for (const Deed& other : recordDeeds()) {
            if (deed->removes && !other.removes && other.on == deed->on && other.makes == deed->makes)
                REQUIRE_OK(runDeed(*world.store, other, world.answered(other, Entity::Person, world.both())));
        }
        const QString before = contentOf(*world.store);
        const auto changes = world.store->history()->size();
        const auto done = runDeed(*world.store, *deed, world.answered(*deed, Entity::Person, world.both()));
        REQUIRE_OK(done);
        CHECK(done->contains(QStringLiteral("2 people")));
        CHECK(world.store->history()->size() == changes + 1);
        CHECK(world.store->nextUndo()->sentence.contains(QStringLiteral("2 people")));
        CHECK(contentOf(*world.store) != before);
        REQUIRE_OK(world.store->undo());
        CHECK(contentOf(*world.store) == before);
    }
}

TEST_CASE("A deed says its size, and the name of one", "[deeds]")
{
    World world;
    const Deed& remove = *deedOf(QStringLiteral("remove"));
    CHECK(remove.titleFor(Entity::Person, 2) == QStringLiteral("Delete 2 people"));
    CHECK(remove.titleFor(Entity::Person, 1) == QStringLiteral("Delete 1 person"));
    const auto done = runDeed(*world.store, remove, remove.begin(*world.store, Entity::Person, {world.sok.id.value}));
    REQUIRE_OK(done);
    CHECK(*done == QStringLiteral("Deleted person “Sok Dara”."));
    CHECK(world.store->nextUndo()->sentence == QStringLiteral("Delete person Sok Dara"));
}

TEST_CASE("Who is in the network already is left out and counted", "[deeds]")
{
    World world;
    const Deed& add = *deedOf(QStringLiteral("add-to-network"));
    REQUIRE_OK(runDeed(*world.store, add, world.answered(add, Entity::Person, {world.sok.id.value})));
    const auto both = runDeed(*world.store, add, world.answered(add, Entity::Person, world.both()));
    REQUIRE_OK(both);
    CHECK(*both == QStringLiteral("Added Nok Suwan to the network “Cambodia network”. 1 person there already."));
    CHECK(world.store->count(Entity::Membership).value() == 2);
    const auto history = world.store->history()->size();
    const auto again = runDeed(*world.store, add, world.answered(add, Entity::Person, world.both()));
    REQUIRE_OK(again);
    CHECK(*again == QStringLiteral("Nothing to do: 2 people there already."));
    CHECK(world.store->history()->size() == history);
}

TEST_CASE("A deed is refused with its reason", "[deeds]")
{
    World world;
    const Deed& add = *deedOf(QStringLiteral("add-to-network"));
    const auto call = [&](Entity entity, std::vector<qint64> keys) {
        return world.answered(add, entity, std::move(keys));
    };
    CHECK(reasonAgainst(add, *world.store, call(Entity::Person, {})) ==
          QStringLiteral("Choose people in the list first."));
    CHECK(reasonAgainst(add, *world.store, call(Entity::Organisation, {1})) ==
          QStringLiteral("This cannot be done with organisations."));
    DeedCall empty = add.begin(*world.store, Entity::Person, world.both());
    const auto refused = runDeed(*world.store, add, empty);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence == QStringLiteral("“Network” is missing."));
    CHECK_FALSE(deedOf(QStringLiteral("remove"))->isFor(Entity::Disclosure));
}

TEST_CASE("A field is set of many, emptied, and left where it is so already", "[deeds]")
{
    World world;
    const Deed& set = *deedOf(QStringLiteral("set"));
    DeedCall call = set.begin(*world.store, Entity::Person, world.both());
    call.field = QStringLiteral("country");
    call.answers.set("country", QStringLiteral("TH"));
    const auto done = runDeed(*world.store, set, call);
    REQUIRE_OK(done);
    CHECK(*done == QStringLiteral("Set “Country” of 2 people to “Thailand”."));
    CHECK(world.store->get(world.sok.id)->country == QStringLiteral("TH"));
    CHECK(*runDeed(*world.store, set, call) == QStringLiteral("“Country” of 2 people is so already."));
    // What was forgotten is not meant to be emptied.
    call.answers.set("country", QString());
    const auto forgotten = runDeed(*world.store, set, call);
    REQUIRE_FALSE(forgotten);
    CHECK(forgotten.error().sentence == QStringLiteral("Nothing was changed: say what “Country” is to become."));
    CHECK(world.store->get(world.sok.id)->country == QStringLiteral("TH"));
    call.empties = true;
    CHECK(*runDeed(*world.store, set, call) == QStringLiteral("Emptied “Country” of 2 people."));
    call.field = QStringLiteral("photo_id");
    CHECK_FALSE(runDeed(*world.store, set, call));
}

TEST_CASE("A skill is added to those who lack it and taken from those who have it", "[deeds]")
{
    World world;
    const Deed& add = *deedOf(QStringLiteral("add-skill"));
    const Deed& removal = *deedOf(QStringLiteral("remove-skill"));
    const QString skill = world.store->vocabulary(QStringLiteral("skills")).terms().front().code;
    const QString shown = world.store->vocabulary(QStringLiteral("skills")).terms().front().label;
    DeedCall call = add.begin(*world.store, Entity::Person, {world.sok.id.value});
    call.answers.set("skill", skill);
    CHECK(*runDeed(*world.store, add, call) == QStringLiteral("Added the skill “%1” to Sok Dara.").arg(shown));
    call.ids = world.both();
    CHECK(*runDeed(*world.store, add, call) ==
          QStringLiteral("Added the skill “%1” to Nok Suwan. 1 person there already.").arg(shown));
    CHECK(world.store->count(Entity::PersonSkill).value() == 2);
    call.ids = {world.nok.id.value};
    CHECK(*runDeed(*world.store, removal, call) ==
          QStringLiteral("Removed the skill “%1” from Nok Suwan.").arg(shown));
    CHECK(world.store->count(Entity::PersonSkill, Where("person_id", QVariant(world.sok.id.value))).value() == 1);
    CHECK(*runDeed(*world.store, removal, call) == QStringLiteral("Nothing to do: “%1” is not there.").arg(shown));
    // Of several, only those who had it are named.
    call.ids = world.both();
    CHECK(*runDeed(*world.store, removal, call) == QStringLiteral("Removed the skill “%1” from Sok Dara.").arg(shown));
    CHECK(world.store->count(Entity::PersonSkill).value() == 0);
}

TEST_CASE("A consent is entered for many at once, with today as its day unless said", "[deeds][consent]")
{
    World world;
    const Deed& consent = *deedOf(QStringLiteral("record-consent"));
    DeedCall call = consent.begin(*world.store, Entity::Person, world.both());
    call.answers.set("purpose", QStringLiteral("funders"));
    call.answers.set("answer", QStringLiteral("agreed"));
    REQUIRE_OK(runDeed(*world.store, consent, call));
    const auto all = world.store->find<Consent>();
    REQUIRE_OK(all);
    REQUIRE(all->size() == 2);
    for (const Consent& one : *all) {
        CHECK(one.purpose == QStringLiteral("funders"));
        CHECK(one.answeredOn == world.store->environment().clock->today());
    }
}

TEST_CASE("The state of invitations is set as on the board, with the day of the answer", "[deeds][workshop]")
{
    World world;
    const Deed& invite = *deedOf(QStringLiteral("invite"));
    REQUIRE_OK(runDeed(*world.store, invite, world.answered(invite, Entity::Person, world.both())));
    const auto ids = world.store->ids(Entity::Invitation);
    REQUIRE_OK(ids);
    const Deed& state = *deedOf(QStringLiteral("set-state"));
    DeedCall call = state.begin(*world.store, Entity::Invitation, *ids);
    call.answers.set("state", QString());
    const auto missing = runDeed(*world.store, state, call);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().sentence == QStringLiteral("“State” is missing."));
    call.answers.set("state", QStringLiteral("declined"));
    CHECK(*runDeed(*world.store, state, call) == QStringLiteral("Set the state of 2 invitations to “Declined”."));
    const auto invitations = world.store->find<Invitation>();
    REQUIRE_OK(invitations);
    for (const Invitation& one : *invitations) {
        CHECK(one.state == QStringLiteral("declined"));
        CHECK(one.answeredOn == world.store->environment().clock->today());
    }
    CHECK(state.questions(call).size() == 1);
    CHECK_FALSE(state.isFor(Entity::Person));
}

TEST_CASE("A task is finished once", "[deeds]")
{
    World world;
    const Deed& make = *deedOf(QStringLiteral("make-task"));
    REQUIRE_OK(runDeed(*world.store, make, world.answered(make, Entity::Person, {world.sok.id.value})));
    const auto ids = world.store->ids(Entity::Task);
    REQUIRE_OK(ids);
    const Deed& finish = *deedOf(QStringLiteral("finish"));
    const DeedCall call = finish.begin(*world.store, Entity::Task, *ids);
    CHECK(*runDeed(*world.store, finish, call) == QStringLiteral("Finished “Called about the visa”."));
    CHECK(world.store->find<Task>()->front().done);
    CHECK(*runDeed(*world.store, finish, call) ==
          QStringLiteral("Nothing to do: it is so already (Called about the visa)."));
}

TEST_CASE("A deed on nobody yet says what it is done to, and no number", "[deeds]")
{
    for (const Deed* deed : deedsFor(Entity::Person)) {
        INFO(deed->key);
        CHECK_FALSE(deed->titleFor(Entity::Person, 0).contains(QLatin1Char('0')));
    }
    CHECK(deedOf(QStringLiteral("remove"))->titleFor(Entity::Person, 0) == QStringLiteral("Delete people"));
    CHECK(deedOf(QStringLiteral("remove"))->titleFor(Entity::Person, 1) == QStringLiteral("Delete 1 person"));
}

TEST_CASE("Opening a case and writing in its log name nobody in any sentence", "[deeds][cases]")
{
    World world;
    const Deed& open = *deedOf(QStringLiteral("open-case"));
    DeedCall call = open.begin(*world.store, Entity::Person, {world.sok.id.value});
    CHECK(call.answers.value("opened_on") == world.store->environment().clock->today().toString(Qt::ISODate));
    CHECK(*runDeed(*world.store, open, call) ==
          QString::fromUtf8("Opened a case. “Safety” still says “No special care”: outsiders are shown what was "
                            "agreed to."));
    const auto cases = world.store->find<RiskCase>();
    REQUIRE_OK(cases);
    REQUIRE(cases->size() == 1);
    CHECK(cases->front().person == world.sok.id);
    const QString code = caseCode(cases->front().id); // beside the day, on which there may be others
    CHECK(world.store->titleOf(Entity::RiskCase, cases->front().id.value) ==
          QString(QStringLiteral("2026-06-01 ") + code));

    const Deed& log = *deedOf(QStringLiteral("log-case"));
    DeedCall entry = log.begin(*world.store, Entity::RiskCase, {cases->front().id.value});
    entry.answers.set("kind", QStringLiteral("support_given"));
    entry.answers.set("support", QStringLiteral("emergency_grant"));
    entry.answers.set("amount", 500.0);
    entry.answers.set("currency", QStringLiteral("AUD"));
    REQUIRE_OK(runDeed(*world.store, log, entry));
    const auto entries = world.store->find<CaseEntry>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().riskCase == cases->front().id);
    CHECK(entries->front().amount == 500.0);
    const Deed& remove = *deedOf(QStringLiteral("remove"));
    REQUIRE_OK(runDeed(*world.store, remove, remove.begin(*world.store, Entity::RiskCase, {cases->front().id.value})));
    const auto changes = world.store->history(3);
    REQUIRE_OK(changes);
    REQUIRE(changes->size() == 3);
    CHECK((*changes)[2].sentence == QStringLiteral("Open a case"));
    CHECK((*changes)[1].sentence == QStringLiteral("Write in the log of a case"));
    CHECK((*changes)[0].sentence == QString(QStringLiteral("Delete case 1 June 2026 ") + code));

    Person careful = world.sok;
    careful.safetyLevel = QStringLiteral("careful");
    REQUIRE_OK(world.store->change(QStringLiteral("Be careful"),
                                   [&](ChangeWriter& writer) { return writer.update(careful); }));
    CHECK(*runDeed(*world.store, open, call) == QStringLiteral("Opened a case."));
    const Deed& set = *deedOf(QStringLiteral("set"));
    DeedCall happened = set.begin(*world.store, Entity::RiskCase, {world.store->find<RiskCase>()->front().id.value});
    happened.field = QStringLiteral("what_happened");
    happened.answers.set("what_happened", QStringLiteral("Sok was followed"));
    CHECK(*runDeed(*world.store, set, happened) ==
          QString::fromUtf8("Set “What happened” of 1 June 2026 %1.").arg(caseCode({happened.ids.front()})));
    CHECK(log.titleFor(Entity::RiskCase, 1) == QStringLiteral("Write in the log of 1 case"));
}

TEST_CASE("A case is closed with its outcome, today unless said, and nobody is named", "[deeds][cases]")
{
    World world;
    const Deed& open = *deedOf(QStringLiteral("open-case"));
    REQUIRE_OK(runDeed(*world.store, open, open.begin(*world.store, Entity::Person, {world.sok.id.value})));
    const RiskCase before = world.store->find<RiskCase>()->front();
    const Deed& close = *deedOf(QStringLiteral("close-case"));
    CHECK(close.titleFor(Entity::RiskCase, 1) == QStringLiteral("Close 1 case"));
    DeedCall call = close.begin(*world.store, Entity::RiskCase, {before.id.value});
    const auto missing = runDeed(*world.store, close, call);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().sentence == QString::fromUtf8("“Outcome” is missing."));
    call.answers.set("outcome", QStringLiteral("Sok is safe"));
    CHECK(*runDeed(*world.store, close, call) == QStringLiteral("Closed a case."));
    RiskCase expected = before;
    expected.outcome = QStringLiteral("Sok is safe");
    expected.closed = world.store->environment().clock->today();
    CHECK(world.store->find<RiskCase>()->front() == expected);
    CHECK(world.store->undo()->sentence == QStringLiteral("Close a case"));
    CHECK(world.store->find<RiskCase>()->front() == before);
}

TEST_CASE("A deed on many says how far it is, and leaves everything as it was when it is stopped", "[deeds]")
{
    World world;
    const Deed& remove = *deedOf(QStringLiteral("remove"));
    DeedCall call = remove.begin(*world.store, Entity::Person, world.both());
    qint64 seen = -1;
    call.progress = [&](qint64 done, qint64 total, const QString&) {
        CHECK(total == 2);
        seen = done;
        return done == 0;
    };
    CHECK_FALSE(runDeed(*world.store, remove, call));
    CHECK(seen == 1); // one was deleted by then
    CHECK(world.store->count(Entity::Person).value() == 2);
    call.progress = [&](qint64, qint64, const QString&) { return true; };
    REQUIRE_OK(runDeed(*world.store, remove, call));
    CHECK(world.store->count(Entity::Person).value() == 0);
}
