// SPDX-License-Identifier: GPL-3.0-or-later
// A change of so many records that it is kept in parts is one change all the same.
#include <records/people.h>
#include <records/programs.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int many = 45'000; // three parts

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

qint64 number(Store& store, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(store.handle(), sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const qint64 found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

// Networks: nothing is indexed of them. The first that was made is changed in the last part, one that was there is
// changed in the first and in the last, and one that was there is removed in between.
struct LargeChange : FreshStore {
    Id<Network> changed, removed, first;
    Id<Membership> membership;
    qint64 change = 0;

    LargeChange()
    {
        const Id<Person> person = addPerson(*store, text("Mali"), text("Chai")).id;
        REQUIRE_OK(store->change(text("Before"), [&](ChangeWriter& writer) -> Result<> {
            DTP_TRY(one, writer.insert(named("Kept")));
            DTP_TRY(two, writer.insert(named("Removed")));
            Membership record;
            record.person = person;
            record.network = two;
            DTP_TRY(three, writer.insert(record));
            changed = one;
            removed = two;
            membership = three;
            return {};
        }));
        const auto done = store->change(text("Many networks"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(rename(writer, changed, "Once"));
            for (int i = 0; i < many; ++i) {
                DTP_TRY(id, writer.insert(named("Network")));
                if (i == 0)
                    first = id;
                if (i == many / 2)
                    DTP_CHECK(writer.remove(removed));
            }
            DTP_CHECK(rename(writer, first, "First"));
            return rename(writer, changed, "Twice");
        });
        REQUIRE_OK(done);
        change = *done;
    }
    static Network named(const char* name)
    {
        Network network;
        network.name = text(name);
        return network;
    }
    static Result<> rename(ChangeWriter& writer, Id<Network> id, const char* name)
    {
        DTP_TRY(network, writer.store().get(id));
        network.name = text(name);
        return writer.update(network);
    }
    QString nameOf(Id<Network> id) { return store->get(id)->name; }
    void checkDone()
    {
        CHECK(number(*store, "SELECT count(*) FROM network") == many + 1);
        CHECK(nameOf(changed) == text("Twice"));
        CHECK(nameOf(first) == text("First"));
        CHECK_FALSE(store->contains(Entity::Network, removed.value).value());
        CHECK_FALSE(store->contains(Entity::Membership, membership.value).value());
    }
    void checkUndone()
    {
        CHECK(number(*store, "SELECT count(*) FROM network") == 2);
        CHECK(nameOf(changed) == text("Kept"));
        CHECK(nameOf(removed) == text("Removed"));
        CHECK(store->contains(Entity::Membership, membership.value).value());
    }
};
} // namespace

TEST_CASE("a change of very many records is one line of the history, undone and redone as one", "[storage][large]")
{
    LargeChange file;
    CHECK(number(*file.store, "SELECT count(*) FROM change_part") == 2);
    CHECK(number(*file.store, "SELECT max(length(changes)) FROM change_part") < 2'000'000);
    const auto history = file.store->history();
    REQUIRE_OK(history);
    REQUIRE(history->size() == 3);
    CHECK(history->front().id == file.change);
    CHECK(history->front().sentence == text("Many networks"));
    // The new ones, the one that changed, the one that went and the membership that went with it, which is the
    // person's.
    CHECK(history->front().records == many + 3);
    const auto lines = file.store->recordHistory(Entity::Network, file.first.value);
    REQUIRE_OK(lines);
    REQUIRE(lines->size() == 1);
    CHECK(lines->front().change.id == file.change);
    file.checkDone();

    Touched told;
    QObject listener;
    QObject::connect(&file.store->notifier(), &Notifier::changed, &listener, [&](const Touched& t) { told = t; });
    const auto undone = file.store->undo();
    REQUIRE_OK(undone);
    CHECK(undone->id == file.change);
    CHECK(told.records.value(Entity::Network).size() == many + 2);
    CHECK(told.records.value(Entity::Membership).size() == 1);
    CHECK(told.owners.value(Entity::Person).size() == 1);
    file.checkUndone();
    const auto redone = file.store->redo();
    REQUIRE_OK(redone);
    file.checkDone();
    REQUIRE_OK(file.store->undo());
    file.checkUndone();
    CHECK(file.store->check()->isEmpty());
}

TEST_CASE("a change of very many records that fails late leaves nothing behind", "[storage][large]")
{
    FreshStore file;
    const auto failed = file.store->change(text("Never"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < many; ++i)
            DTP_CHECK(writer.insert(LargeChange::named("Network")));
        return fail(text("Stopped."));
    });
    CHECK_FALSE(failed.has_value());
    CHECK(number(*file.store, "SELECT count(*) FROM network") == 0);
    CHECK(number(*file.store, "SELECT count(*) FROM change_part") == 0);
    CHECK(number(*file.store, "SELECT count(*) FROM change_set") == 0);
}

TEST_CASE("a missing part of a very large change is said, and nothing is undone by half", "[storage][large]")
{
    LargeChange file;
    REQUIRE(sqlite3_exec(file.store->handle(), "DELETE FROM change_part WHERE number = 1", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    const auto undone = file.store->undo();
    REQUIRE_FALSE(undone.has_value());
    CHECK(undone.error().sentence == text("A part of this change is missing. Nothing was done."));
    file.checkDone();
}
