// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <database/schema.h>
#include <records/programs.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("every column of every record table stands in its field table", "[storage][fields]")
{
    FreshStore file;
    const auto wrong = file->check();
    REQUIRE_OK(wrong);
    CHECK(*wrong == QStringList());
}

TEST_CASE("a column that no field table knows is found out", "[storage][fields]")
{
    FreshStore file;
    REQUIRE(sqlite3_exec(file->handle(), "ALTER TABLE person ADD COLUMN shoe_size INTEGER", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    const auto wrong = file->check();
    REQUIRE_OK(wrong);
    REQUIRE(wrong->size() == 1);
    CHECK(wrong->front().contains(QStringLiteral("shoe_size")));
}

TEST_CASE("a record comes back as it was kept", "[storage]")
{
    FreshStore file;
    Person person = addPerson(*file, QStringLiteral("Sreymom"), QStringLiteral("Chea"), QStringLiteral("KH"));
    person.ownScriptName = QStringLiteral("ជា ស្រីមុំ");
    person.birthYear = 1979;
    person.notes = QStringLiteral("'; DROP TABLE person; -- <b>\n\"quoted\"");
    REQUIRE_OK(file->change(QStringLiteral("Change"), [&](ChangeWriter& w) { return w.update(person); }));
    file.reopen();
    const auto read = file->get(person.id);
    REQUIRE_OK(read);
    CHECK(*read == person);
}

TEST_CASE("a record without what is required is refused with a sentence, and nothing is kept", "[storage][validation]")
{
    FreshStore file;
    const QString before = contentOf(*file);
    const auto done = file->change(QStringLiteral("Add"), [](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(Organisation{{}, QStringLiteral("Good"), {}, {}, {}, {}, {}, {}, {}, {}}));
        DTP_CHECK(w.insert(Organisation{}));
        return {};
    });
    REQUIRE(!done);
    CHECK(done.error().sentence == QStringLiteral("Name is missing."));
    CHECK(contentOf(*file) == before);
    CHECK(!file->nextUndo());
}

TEST_CASE("a change that changes nothing leaves no trace", "[storage][undo]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const auto id = file->change(QStringLiteral("Nothing"), [&](ChangeWriter& w) { return w.update(person); });
    REQUIRE_OK(id);
    CHECK(*id == 0);
    CHECK(file->nextUndo()->sentence == QStringLiteral("Add Arun Rao"));
}

TEST_CASE("undo and redo survive a restart, and a new change drops what was undone", "[storage][undo]")
{
    FreshStore file;
    const QString empty = contentOf(*file);
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString one = contentOf(*file);
    addPerson(*file, QStringLiteral("Mei"), QStringLiteral("Tan"));
    const QString two = contentOf(*file);

    file.reopen();
    REQUIRE_OK(file->undo());
    CHECK(contentOf(*file) == one);
    file.reopen();
    REQUIRE_OK(file->undo());
    CHECK(contentOf(*file) == empty);
    CHECK(file->undo().error().sentence == QStringLiteral("There is nothing to undo."));
    REQUIRE_OK(file->redo());
    file.reopen();
    REQUIRE_OK(file->redo());
    CHECK(contentOf(*file) == two);

    REQUIRE_OK(file->undo());
    addPerson(*file, QStringLiteral("Lani"), QStringLiteral("Fonua"));
    CHECK(!file->nextRedo());
    CHECK(file->nextUndo()->sentence == QStringLiteral("Add Lani Fonua"));
    const auto history = file->history();
    REQUIRE_OK(history);
    REQUIRE(history->size() == 3);
    CHECK(history->at(1).state == ChangeSummary::State::Dropped);
}

TEST_CASE("undo of a removal brings back what was removed with it", "[storage][undo]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    REQUIRE_OK(file->change(QStringLiteral("Add more"), [&](ChangeWriter& w) -> Result<> {
        DTP_TRY(organisation,
                w.insert(Organisation{{}, QStringLiteral("River People"), {}, {}, {}, {}, {}, {}, {}, {}}));
        DTP_CHECK(w.insert(Affiliation{
            {}, person.id, organisation, QStringLiteral("Director"), QStringLiteral("ngo"), PartialDate(1997), {}}));
        DTP_CHECK(w.insert(ContactPoint{
            {}, person.id, QStringLiteral("email"), QStringLiteral("dara@example.org"), {}, true, false, {}}));
        DTP_TRY(network,
                w.insert(Network{{}, QStringLiteral("Mekong"), {}, {}, {}, {}, {}, {}, organisation, {}, true, {}}));
        DTP_CHECK(w.insert(Membership{{}, network, person.id, QStringLiteral("member"), {}, {}, {}}));
        return {};
    }));
    const QString before = contentOf(*file);
    REQUIRE_OK(file->change(QStringLiteral("Remove person"), [&](ChangeWriter& w) { return w.remove(person.id); }));
    CHECK(file->count(Entity::ContactPoint).value() == 0);
    CHECK(file->count(Entity::Membership).value() == 0);
    const auto organisation = file->find<Organisation>();
    REQUIRE_OK(file->change(QStringLiteral("Remove organisation"),
                            [&](ChangeWriter& w) { return w.remove(organisation->front().id); }));
    CHECK(file->find<Network>()->front().partner == Id<Organisation>{});
    REQUIRE_OK(file->undo());
    REQUIRE_OK(file->undo());
    CHECK(contentOf(*file) == before);
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("the history of a record says what changed, also in what belongs to it", "[storage][history]")
{
    FreshStore file;
    Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    person.familyName = QStringLiteral("Sokha");
    REQUIRE_OK(file->change(QStringLiteral("Correct the name"), [&](ChangeWriter& w) { return w.update(person); }));
    ContactPoint mail{{},    person.id, QStringLiteral("email"), QStringLiteral("dara@example.org"), {}, false,
                      false, {}};
    REQUIRE_OK(file->change(QStringLiteral("Add an e-mail"), [&](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(mail));
        return {};
    }));
    REQUIRE_OK(file->change(QStringLiteral("Remove the e-mail"), [&](ChangeWriter& w) { return w.remove(mail.id); }));
    addPerson(*file, QStringLiteral("Somebody"), QStringLiteral("Else"));

    const auto history = file->recordHistory(Entity::Person, person.id.value);
    REQUIRE_OK(history);
    QStringList lines;
    for (const RecordChange& line : *history)
        lines.append(QStringLiteral("%1/%2/%3")
                         .arg(line.change.sentence)
                         .arg(static_cast<int>(line.entity))
                         .arg(static_cast<int>(line.what)));
    const int contact = static_cast<int>(Entity::ContactPoint);
    const int human = static_cast<int>(Entity::Person);
    CHECK(lines == QStringList{QStringLiteral("Remove the e-mail/%1/2").arg(contact),
                               QStringLiteral("Add an e-mail/%1/0").arg(contact),
                               QStringLiteral("Correct the name/%1/1").arg(human),
                               QStringLiteral("Add Dara Sok/%1/0").arg(human)});
    const RecordChange& corrected = history->at(2);
    REQUIRE(corrected.fields.size() == 1);
    CHECK(corrected.fields.front().label == QStringLiteral("Family name"));
    CHECK(corrected.fields.front().before.toString() == QStringLiteral("Sok"));
    CHECK(corrected.fields.front().after.toString() == QStringLiteral("Sokha"));
    CHECK(corrected.change.author == QStringLiteral("Tester"));
}

TEST_CASE("everybody is told of a change after it is committed and never of one that failed", "[storage][notifier]")
{
    FreshStore file;
    int told = 0;
    bool seenElsewhere = false;
    auto other = file->another();
    REQUIRE_OK(other);
    QObject::connect(&file->notifier(), &Notifier::changed, [&](const Touched& touched) {
        ++told;
        seenElsewhere = (*other)->count(Entity::Person).value() == 1;
        CHECK(touched.has(Entity::Person));
        CHECK(!touched.has(Entity::Workshop));
    });
    REQUIRE(!file->change(QStringLiteral("Fails"), [](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(Person{{},
                                  QStringLiteral("A"),
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  {},
                                  QStringLiteral("active"),
                                  QStringLiteral("normal"),
                                  {},
                                  {},
                                  {},
                                  {}}));
        return fail(QStringLiteral("No."));
    }));
    CHECK(told == 0);
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    CHECK(told == 1);
    CHECK(seenElsewhere);
}

TEST_CASE("a second program opens the file to read and is told who has it", "[storage][lock]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    auto second = Store::open(file->path(), file.environment);
    REQUIRE_OK(second);
    CHECK((*second)->isReadOnly());
    CHECK((*second)->readOnlyReason().contains(QStringLiteral("is open in another window on this computer since")));
    CHECK((*second)->count(Entity::Person).value() == 1);
    const auto refused = (*second)->change(QStringLiteral("X"), [](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(Task{{}, QStringLiteral("Call"), {}, {}, {}, {}, false, {}}));
        return {};
    });
    REQUIRE(!refused);
    CHECK(refused.error().sentence.contains(QStringLiteral("Nothing was changed")));
    file.store.reset();
    second->reset();
    const auto third = Store::open(file.path(QStringLiteral("test.dtp")), file.environment);
    REQUIRE_OK(third);
    CHECK(!(*third)->isReadOnly());
}

TEST_CASE("a new file may be read by its owner alone", "[storage][safety]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    for (const char* ending : {"", "-wal", "-shm"}) {
        const QFileInfo info(file->path() + QLatin1String(ending));
        INFO(info.fileName().toStdString());
        REQUIRE(info.exists());
        CHECK((info.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) ==
              QFile::Permissions());
    }
}

TEST_CASE("fields that do not exist make a read fail instead of becoming SQL", "[storage]")
{
    FreshStore file;
    const auto found = file->find(Entity::Person, Where("given_name = '' OR 1", QStringLiteral("x")));
    REQUIRE(!found);
    CHECK(found.error().detail.startsWith(QStringLiteral("no field")));
}

TEST_CASE("phones are kept as typed and in international form", "[storage][phone]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    ContactPoint phone{{}, person.id, QStringLiteral("phone"), QStringLiteral("012 345 678"), {}, false, false, {}};
    REQUIRE_OK(file->change(QStringLiteral("Add"), [&](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(phone));
        return {};
    }));
    auto kept = file->get(phone.id);
    CHECK(kept->value == QStringLiteral("012 345 678"));
    CHECK(kept->e164 == QStringLiteral("+85512345678"));
    kept->value = QStringLiteral("+61 2 9385 3549");
    REQUIRE_OK(file->change(QStringLiteral("Change"), [&](ChangeWriter& w) { return w.update(*kept); }));
    CHECK(file->get(phone.id)->e164 == QStringLiteral("+61293853549"));
}

TEST_CASE("the ledger only grows: it is told of, but neither undone nor changed", "[storage][ledger]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    int told = 0;
    QObject::connect(&file->notifier(), &Notifier::changed,
                     [&](const Touched& touched) { told += touched.has(Entity::Disclosure); });
    Disclosure entry{{},
                     QDateTime(QDate(2026, 6, 1), QTime(9, 0)),
                     QStringLiteral("Report as PDF"),
                     QStringLiteral("funder"),
                     {},
                     {},
                     {},
                     1,
                     2,
                     3,
                     {}};
    REQUIRE_OK(file->change(QStringLiteral("Record"), [&](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(entry));
        return {};
    }));
    CHECK(told == 1);
    CHECK(file->nextUndo()->sentence == QStringLiteral("Add Arun Rao"));
    entry.named = 0;
    CHECK(!file->change(QStringLiteral("Hide"), [&](ChangeWriter& w) { return w.update(entry); }));
    CHECK(!file->change(QStringLiteral("Hide"), [&](ChangeWriter& w) { return w.remove(entry.id); }));
    REQUIRE_OK(file->undo());
    CHECK(file->get(entry.id)->named == 1);
}

TEST_CASE("Words that cannot be read are empty and told of, those that are not there only empty", "[store][reading]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
    QStringList told;
    QObject::connect(&file->notifier(), &Notifier::readingFailed, &file->notifier(),
                     [&](const Error& error) { told.append(error.detail); });
    CHECK(file->titleOf(Entity::Person, 7).isEmpty());
    CHECK(file->contains(Entity::Person, person.id.value).value());
    CHECK_FALSE(file->contains(Entity::Person, 7).value());
    CHECK(told.isEmpty());

    loseTable(*file, "person");
    CHECK(file->titleOf(Entity::Person, person.id.value).isEmpty());
    CHECK(told.size() == 1);
    CHECK_FALSE(file->contains(Entity::Person, person.id.value).has_value());
    loseTable(*file, "setting");
    CHECK(file->setting(QStringLiteral("smallCell"), QStringLiteral("5")) == QStringLiteral("5"));
    CHECK(told.size() == 2);
    loseTable(*file, "change_set");
    CHECK_FALSE(file->nextUndo());
    CHECK_FALSE(file->nextRedo());
    CHECK(told.size() == 4);
}

TEST_CASE("A vocabulary that could not be read once is read again", "[store][reading]")
{
    FreshStore file;
    int told = 0;
    QObject::connect(&file->notifier(), &Notifier::readingFailed, &file->notifier(), [&] { ++told; });
    const auto rename = [&](const char* sql) {
        REQUIRE(sqlite3_exec(file->handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    rename("ALTER TABLE term RENAME TO lost");
    CHECK(file->vocabulary(QStringLiteral("genders")).terms().empty());
    CHECK(told == 1);
    rename("ALTER TABLE lost RENAME TO term");
    CHECK(file->vocabulary(QStringLiteral("genders")).labelOf(QStringLiteral("female")) == QStringLiteral("Woman"));
    CHECK(told == 1);
}

TEST_CASE("Of another connection to the file it is told where the first is listened to", "[store][reading]")
{
    FreshStore file;
    int told = 0;
    QObject::connect(&file->notifier(), &Notifier::readingFailed, &file->notifier(), [&] { ++told; });
    loseTable(*file, "organisation");
    auto other = file->another();
    REQUIRE_OK(other);
    CHECK((*other)->titleOf(Entity::Organisation, 7).isEmpty());
    CHECK(told == 1);
}
