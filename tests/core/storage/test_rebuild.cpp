// SPDX-License-Identifier: GPL-3.0-or-later
// A record and the index that is made of it disagree: nobody knows which is right, and nothing hides that.
#include <database/connection.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>

#include <QFileInfo>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 pageSize = 4096;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

qint64 addContact(Store& store, const Person& person, const QString& value)
{
    ContactPoint contact;
    contact.person = person.id;
    contact.kind = s("email");
    contact.value = value;
    REQUIRE_OK(store.change(s("Add a contact"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(contact));
        return {};
    }));
    return contact.id.value;
}

// In the page of a table or of an index of a small file, whichever is named.
void replaceIn(const QString& path, const QByteArray& name, const QByteArray& before, const QByteArray& after)
{
    qint64 start = 0;
    {
        const auto connection = Connection::open(path, Connection::Mode::Immutable);
        REQUIRE_OK(connection);
        const auto root = (*connection)->value("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
        REQUIRE_OK(root);
        start = (root->toLongLong() - 1) * pageSize;
    }
    QByteArray bytes = contentsOf(path);
    const qsizetype at = bytes.indexOf(before, start);
    REQUIRE(at > start);
    REQUIRE(at < start + pageSize);
    bytes.replace(at, before.size(), after);
    put(path, bytes);
}
} // namespace

TEST_CASE("A record and an index that disagree are told with what either says, before and after indexes are made anew",
          "[storage][baddays][rebuild]")
{
    const bool isRecord = GENERATE(true, false);
    CAPTURE(isRecord);
    FreshStore file;
    const Person person = addPerson(*file, s("Arun"), s("Rao"));
    const qint64 contact = addContact(*file, person, s("arun@example.org"));
    const QString path = file->path();
    file.store.reset();
    replaceIn(path, isRecord ? "contact_point" : "contact_point_by_value", "arun@example.org", "arum@example.org");
    const QByteArray bytes = contentsOf(path);
    const QString told = s("Record %1 of “contact_point”: “value” is “%2” in the record and “%3” in the index "
                           "contact_point_by_value.")
                             .arg(contact)
                             .arg(isRecord ? s("arum@example.org") : s("arun@example.org"),
                                  isRecord ? s("arun@example.org") : s("arum@example.org"));
    {
        const auto reading = Store::open(path, file.environment, OpenMode::ReadOnly);
        REQUIRE_OK(reading);
        const QStringList faults = (*reading)->check().value();
        CHECK(faults.contains(told));
        CHECK(faults.filter(s("is not known: compare them with a backup.")).size() >= 1);
    }
    CHECK(contentsOf(path) == bytes);
    file.reopen();
    CHECK(contentsOf(path) == bytes);
    const auto doubtful = file->rebuildIndexes();
    REQUIRE_OK(doubtful);
    CHECK(doubtful->contains(told));
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("The search index that disagrees with a record is told with what either says, and is not made anew unasked",
          "[storage][baddays][rebuild][search]")
{
    FreshStore file;
    const Person person = addPerson(*file, s("Arun"), s("Raoxyz"));
    const QString path = file->path();
    file.store.reset();
    replaceIn(path, "person", "Raoxyz", "Raoxyy");
    const QByteArray bytes = contentsOf(path);
    const QString told =
        s("Record %1 of “person”: “words” is “raoxyy” in the record and “raoxyz” in the search index.")
            .arg(person.id.value);
    for (int i = 0; i < 2; ++i) {
        file.reopen();
        const QStringList faults = file->check().value();
        REQUIRE(faults.size() == 2);
        CHECK(faults.front() == told);
        CHECK(faults.back().startsWith(s("The search index does not agree with ")));
        file.store.reset();
        CHECK(contentsOf(path) == bytes);
    }
    file.reopen();
    CHECK(file->rebuildIndexes().value().contains(told));
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("A record that an index does not have, and an entry without a record, are told",
          "[storage][baddays][rebuild]")
{
    FreshStore file;
    const Person person = addPerson(*file, s("Arun"), s("Rao"));
    const qint64 contact = addContact(*file, person, s("arun@example.org"));
    const QString path = file->path();
    file.store.reset();
    const auto run = [&path](const QByteArray& sql) {
        const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run("PRAGMA writable_schema = ON; " + sql));
    };
    const QByteArray index = " WHERE name = 'contact_point_by_person_id'";
    const QByteArray id = QByteArray::number(contact);
    // Changed while the index is not known.
    run("CREATE TABLE kept AS SELECT * FROM sqlite_schema" + index);
    run("DELETE FROM sqlite_schema" + index);
    run("UPDATE contact_point SET id = id + 1 WHERE id = " + id);
    run("INSERT INTO sqlite_schema SELECT * FROM kept; DROP TABLE kept");
    const auto reading = Store::open(path, file.environment, OpenMode::ReadOnly);
    REQUIRE_OK(reading);
    const auto faults = (*reading)->check();
    REQUIRE_OK(faults);
    CHECK(faults->contains(s("The index contact_point_by_person_id knows the record %1 of “contact_point”, which is "
                             "not there.")
                               .arg(contact)));
    CHECK(faults->contains(
        s("The record %1 of “contact_point” is not in the index contact_point_by_person_id.").arg(contact + 1)));
}
