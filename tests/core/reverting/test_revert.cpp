// SPDX-License-Identifier: GPL-3.0-or-later
#include <reverting/revert.h>

#include <records/programs.h>
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

struct File : FreshStore {
    Person sok = addPerson(*store, s("Sok"), s("Dara"), s("KH"));

    qint64 set(const QString& sentence, const std::function<void(Person&)>& edit)
    {
        Person now = *store->get(sok.id);
        edit(now);
        const auto change =
            store->change(sentence, [&](ChangeWriter& writer) -> Result<> { return writer.update(now); });
        REQUIRE_OK(change);
        return *change;
    }
    Person now() { return *store->get(sok.id); }
    QString refusal(const Result<qint64>& result)
    {
        REQUIRE_FALSE(result);
        return result.error().sentence;
    }
};
} // namespace

TEST_CASE("An older change is taken back by itself, and what was done since stays", "[reverting]")
{
    File file;
    const qint64 older = file.set(s("Move"), [](Person& p) { p.place = s("Takeo"); });
    file.set(s("Note"), [](Person& p) { p.notes = s("Speaks Khmer"); });
    const auto taken = revertChange(*file.store, older);
    REQUIRE_OK(taken);
    CHECK(file.now().place.isEmpty());
    CHECK(file.now().notes == s("Speaks Khmer"));
    CHECK(file.store->nextUndo()->id == *taken);
    CHECK(file.store->nextUndo()->sentence == s("Take back: Move"));
    // It is a change as any other.
    REQUIRE_OK(file.store->undo());
    CHECK(file.now().place == s("Takeo"));
    REQUIRE_OK(file.store->redo());
    CHECK(file.now().place.isEmpty());
    CHECK(file.store->recordHistory(Entity::Person, file.sok.id.value)->front().change.id == *taken);
}

TEST_CASE("A change on which something newer stands is left, and that is named", "[reverting]")
{
    File file;
    const qint64 older = file.set(s("Move"), [](Person& p) { p.place = s("Takeo"), p.disability = s("no"); });
    file.set(s("Move again"), [](Person& p) { p.place = s("Kep"), p.disability = s("yes"); });
    const QString said = file.refusal(revertChange(*file.store, older));
    CHECK(said ==
          s("Move: this cannot be taken back by itself. “Place” of Sok Dara is “Kep” now. “Disability” of Sok Dara "
            "was changed again. Nothing was done.")); // what is restricted is not said
    CHECK(file.now().place == s("Kep"));
    CHECK(file.store->nextUndo()->sentence == s("Move again"));
    REQUIRE_OK(file.store->undo());
    REQUIRE_OK(revertChange(*file.store, older));
    CHECK(file.now().place.isEmpty());
}

TEST_CASE("What was added is taken back with what came with it, unless something was added to it since", "[reverting]")
{
    File file;
    ContactPoint mail;
    mail.person = file.sok.id;
    mail.kind = s("email");
    mail.value = s("sok@example.org");
    Network network;
    network.name = s("Cambodia network");
    Membership member;
    const auto imported = file.store->change(s("Import"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(mail));
        DTP_CHECK(writer.insert(network));
        member.person = file.sok.id;
        member.network = network.id;
        DTP_CHECK(writer.insert(member));
        return {};
    });
    REQUIRE_OK(imported);
    const Person nok = addPerson(*file.store, s("Nok"), s("Suwan"));
    Membership newer;
    newer.person = nok.id;
    newer.network = network.id;
    addRecords(*file.store, newer);
    CHECK(file.refusal(revertChange(*file.store, *imported)).contains(s("” was added since.")));
    CHECK(file.store->count(Entity::Membership).value() == 2);
    REQUIRE_OK(file.store->change(s("Leave"), [&](ChangeWriter& writer) { return writer.remove(newer.id); }));
    REQUIRE_OK(revertChange(*file.store, *imported));
    CHECK(file.store->count(Entity::Membership).value() == 0);
    CHECK(file.store->count(Entity::Network).value() == 0);
    CHECK(file.store->count(Entity::ContactPoint).value() == 0);
    CHECK(file.store->count(Entity::Person).value() == 2);
    CHECK(file.store->check()->isEmpty()); // the index follows
    REQUIRE_OK(file.store->undo());
    CHECK(file.store->count(Entity::Membership).value() == 1);
}

TEST_CASE("A deletion is taken back by itself, with all that went, as long as its owners are there", "[reverting]")
{
    File file;
    ContactPoint mail;
    mail.person = file.sok.id;
    mail.kind = s("email");
    mail.value = s("sok@example.org");
    addRecords(*file.store, mail);
    const auto unmailed =
        file.store->change(s("Remove mail"), [&](ChangeWriter& writer) { return writer.remove(mail.id); });
    const auto removed =
        file.store->change(s("Delete Sok"), [&](ChangeWriter& writer) { return writer.remove(file.sok.id); });
    addPerson(*file.store, s("Nok"), s("Suwan"));
    CHECK(file.refusal(revertChange(*file.store, *unmailed)) ==
          s("Remove mail: this cannot be taken back by itself. What it belonged to is not there any more. Nothing was "
            "done."));
    REQUIRE_OK(revertChange(*file.store, *removed));
    REQUIRE_OK(revertChange(*file.store, *unmailed));
    CHECK(file.store->get(mail.id)->value == s("sok@example.org"));
    CHECK(file.store->count(Entity::Person).value() == 2);
    CHECK(file.refusal(revertChange(*file.store, *removed)).contains(s("is there again")));
    CHECK(file.store->check()->isEmpty());
}

TEST_CASE("An older import of very many is taken back by itself", "[reverting]")
{
    File file;
    constexpr int many = 3000;
    const auto imported = file.store->change(s("Import"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < many; ++i) {
            Person person;
            person.givenName = s("Guest %1").arg(i);
            DTP_TRY(id, writer.insert(person));
            ContactPoint mail;
            mail.person = id;
            mail.kind = s("email");
            mail.value = s("guest%1@example.org").arg(i);
            DTP_CHECK(writer.insert(mail));
        }
        return {};
    });
    REQUIRE_OK(imported);
    file.set(s("Move"), [](Person& p) { p.place = s("Takeo"); });
    REQUIRE_OK(revertChange(*file.store, *imported));
    CHECK(file.store->count(Entity::Person).value() == 1);
    CHECK(file.store->count(Entity::ContactPoint).value() == 0);
    CHECK(file.now().place == s("Takeo"));
    REQUIRE_OK(file.store->undo());
    CHECK(file.store->count(Entity::Person).value() == many + 1);
}

TEST_CASE("One field of a change is taken back, and the others stay as it made them", "[reverting]")
{
    File file;
    const qint64 older = file.set(s("Fill"), [](Person& p) { p.place = s("Takeo"), p.notes = s("Speaks Khmer"); });
    file.set(s("Verify"), [](Person& p) { p.pronouns = s("she/her"); });
    const ChangedField place{older, Entity::Person, file.sok.id.value, s("place")};
    REQUIRE_OK(revertField(*file.store, place));
    CHECK(file.now().place.isEmpty());
    CHECK(file.now().notes == s("Speaks Khmer"));
    CHECK(file.now().pronouns == s("she/her"));
    CHECK(file.store->nextUndo()->sentence == s("Take back “Place” of Sok Dara"));
    file.set(s("Move"), [](Person& p) { p.place = s("Kep"); });
    CHECK(file.refusal(revertField(*file.store, place)) ==
          s("This cannot be taken back by itself. “Place” of Sok Dara is “Kep” now. Nothing was done."));
    ChangedField none = place;
    none.field = s("country");
    CHECK_FALSE(revertField(*file.store, none));
}

TEST_CASE("What is undone, or was never there, is not taken back", "[reverting]")
{
    File file;
    const qint64 change = file.set(s("Move"), [](Person& p) { p.place = s("Takeo"); });
    REQUIRE_OK(file.store->undo());
    CHECK(file.refusal(revertChange(*file.store, change)) == s("Undone already: Move."));
    CHECK_FALSE(revertChange(*file.store, 1));
}

TEST_CASE("A change of which nothing is left is not said to be taken back", "[reverting]")
{
    File file;
    const Person nok = addPerson(*file.store, s("Nok"), s("Suwan"));
    const qint64 added = file.store->nextUndo()->id;
    REQUIRE_OK(file->change(s("Remove"), [&](ChangeWriter& writer) { return writer.remove(nok.id); }));
    CHECK(file.refusal(revertChange(*file.store, added)) == s("Add Nok Suwan: nothing is left of it to take back."));
    CHECK(file.store->nextUndo()->sentence == s("Remove"));
}
