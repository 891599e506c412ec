// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed.h>
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

    World()
    {
        network.name = QStringLiteral("Cambodia network");
        network.kind = QStringLiteral("national");
        edition.title = QStringLiteral("Geneva 2023");
        workshop.title = QStringLiteral("Alumni meeting");
        REQUIRE_OK(store->change(QStringLiteral("Fill"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(network));
            DTP_CHECK(writer.insert(edition));
            DTP_CHECK(writer.insert(workshop));
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
        CHECK((deed.run != nullptr || deed.makes != Entity::None));
        if (deed.makes == Entity::None)
            continue;
        const RecordType& type = recordType(deed.makes);
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
        World world;
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
