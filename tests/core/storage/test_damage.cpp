// SPDX-License-Identifier: GPL-3.0-or-later
// Damage that opening does not see by itself, and what is never written to a damaged file.
#include <database/backup_files.h>
#include <database/connection.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 pageSize = 4096;
constexpr qint64 vaultHead = 2 * pageSize;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    REQUIRE(file.write(bytes) == bytes.size());
}

quint32 number(const QByteArray& bytes, qint64 at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

qint64 rootOf(const QString& path, const QByteArray& name)
{
    const auto connection = Connection::open(path, Connection::Mode::Immutable);
    REQUIRE_OK(connection);
    const auto root = (*connection)->value("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
    REQUIRE_OK(root);
    REQUIRE(root->toLongLong() > 1);
    return root->toLongLong();
}

void addPeople(Store& store, int count)
{
    REQUIRE_OK(store.change(s("Add people"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < count; ++i) {
            Person person;
            person.givenName = s("Given %1").arg(i * 7919 % count);
            person.familyName = s("Family");
            DTP_CHECK(writer.insert(person));
            Consent consent;
            consent.person = person.id;
            consent.purpose = s("directory");
            consent.answer = s("agreed");
            DTP_CHECK(writer.insert(consent));
        }
        return {};
    }));
}

// The first two leaves of an index change places: each page is sound by itself.
void swapLeaves(const QString& path, const QByteArray& index)
{
    const QByteArray bytes = contentsOf(path);
    const qint64 root = (rootOf(path, index) - 1) * pageSize;
    constexpr char interiorOfIndex = 2;
    REQUIRE(bytes.at(root) == interiorOfIndex);
    const auto child = [&](int cell) {
        const auto at = qFromBigEndian<quint16>(bytes.constData() + root + 12 + qint64{2} * cell);
        return (static_cast<qint64>(number(bytes, root + at)) - 1) * pageSize;
    };
    overwrite(path, child(0), bytes.mid(child(1), pageSize));
    overwrite(path, child(1), bytes.mid(child(0), pageSize));
}

QString closedPath(FreshStore& file)
{
    QString path = file->path();
    file.store.reset();
    return path;
}

Result<> openedAndSound(const QString& path, const Environment& environment)
{
    DTP_TRY(store, Store::open(path, environment));
    return store->soundness().get();
}
} // namespace

TEST_CASE("A plain file whose free pages are damaged is not encrypted", "[storage][baddays][vault]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    REQUIRE(sqlite3_exec(file->handle(),
                         "CREATE TABLE free AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                         "i < 100) SELECT randomblob(3000) AS b FROM n; DROP TABLE free;",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    const QString path = closedPath(file);
    const qint64 firstFree = number(contentsOf(path), 32);
    REQUIRE(firstFree > 1);
    overwrite(path, (firstFree - 1) * pageSize, QByteArray(pageSize, '\xA5'));
    const QByteArray bytes = contentsOf(path);
    const auto done = Store::encrypt(path, cheapPassphrase(s("Ana"), s("four words of ours")), file.environment);
    REQUIRE_FALSE(done);
    CHECK(Store::isDamage(done.error()));
    CHECK(contentsOf(path) == bytes);
}

TEST_CASE("An empty file among the backups is not called readable to everybody", "[storage][baddays][vault]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString path = closedPath(file);
    put(QFileInfo(Store::newestBackup(path)).path() + s("/test 2020-01-01 10.00.00.dtp"), {});
    REQUIRE_OK(Store::encrypt(path, cheapPassphrase(s("Ana"), s("four words of ours")), file.environment));
    vault::lockAll();
}

TEST_CASE("Neither copy of the head nor the journal of an encrypted file is written to where a page is damaged",
          "[storage][baddays][vault]")
{
    const bool hasJournal = GENERATE(false, true);
    CAPTURE(hasJournal);
    FreshStore file(cheapPassphrase(s("Ana"), s("four words of ours")));
    addPerson(*file, s("Arun"), s("Rao"));
    file.reopen();
    addPerson(*file, s("Mali"), s("Chai"));
    const QString path = file.path(s("copy.dtp"));
    for (const char* ending : {"", "-wal"}) {
        if (*ending == '\0' || hasJournal)
            REQUIRE(QFile::copy(file->path() + s(ending), path + s(ending)));
    }
    const qint64 page = rootOf(file->path(), "photo_person");
    file.store.reset();
    const qint64 at = vaultHead + (page - 1) * pageSize + 100;
    overwrite(path, at, QByteArray(1, static_cast<char>(contentsOf(path).at(at) ^ 1)));
    overwrite(path, 100, "damage"); // of the first copy of its head
    REQUIRE_FALSE(vault::isHeadWhole(path));
    const QByteArray bytes = contentsOf(path);
    const auto sound = openedAndSound(path, file.environment);
    REQUIRE_FALSE(sound);
    CHECK(Store::isDamage(sound.error()));
    CHECK(contentsOf(path) == bytes);
    vault::lockAll();
}

TEST_CASE("Bytes behind the end of a file are found by the check", "[storage][baddays][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    addPerson(*file.store, s("Sok"), s("Dara"), s("KH"));
    const QString path = file->path();
    CHECK(file->check().value() == QStringList());
    file.store.reset();
    const auto bytes = GENERATE(as<qsizetype>(), 1, 500, 4096, 5000);
    CAPTURE(bytes);
    put(path, contentsOf(path) + QByteArray(bytes, 'x'));
    const auto store = Store::open(path, file.environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    const QStringList found = (*store)->check().value();
    REQUIRE_FALSE(found.isEmpty());
    if (!isEncrypted)
        CHECK(found.join(QLatin1Char('\n')) ==
              s("Behind the end of the file stand %1 bytes that this program did not write. They "
                "change no record; a backup is written without them.")
                  .arg(bytes));
    vault::lockAll();
}

TEST_CASE("An index whose pages were swapped is found by the check, and made anew", "[storage][baddays]")
{
    FreshStore file;
    addPeople(*file, 600);
    const QString path = closedPath(file);
    swapLeaves(path, "consent_by_person_id");
    {
        const auto store = Store::open(path, file.environment);
        REQUIRE_OK(store);
        CHECK((*store)->soundness().get()); // what opening looks for does not show it
        const auto faults = (*store)->check();
        REQUIRE_OK(faults);
        CHECK(faults->size() >= 22);
        CHECK(faults->filter(s("missing from index consent_by_person_id")).size() == 20);
        CHECK(faults->contains(s("The file is damaged in more places than these.")));
        CHECK(faults->filter(s("“check --rebuild” makes them anew.")).size() == 1);
        REQUIRE_OK((*store)->rebuildIndexes());
        CHECK((*store)->check().value() == QStringList());
    }
}

TEST_CASE("Indexes are not made anew of a table that is damaged itself", "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    file.store.reset();
    file.reopen();
    const QString path = file->path();
    CHECK(file->soundness().get());
    damageTable(path, "photo_person");
    const QByteArray bytes = contentsOf(path);
    const auto done = file->rebuildIndexes();
    REQUIRE_FALSE(done);
    CHECK(Store::isDamage(done.error()));
    CHECK(contentsOf(path) == bytes);
}

TEST_CASE("A damaged letter in the list of tables is called damage, and is no fault to be reported",
          "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    const QString path = closedPath(file);
    const QByteArray whole = contentsOf(path);
    const auto checkLetter = [&](qint64 at, char letter) {
        INFO(whole.mid(at - 30, 60).toStdString());
        overwrite(path, at, QByteArray(1, letter));
        const auto use = [&]() -> Result<> {
            DTP_TRY(store, Store::open(path, file.environment));
            DTP_CHECK(store->soundness().get());
            DTP_CHECK(store->check());
            DTP_CHECK(store->find<Person>());
            DTP_CHECK(store->change(s("Add"), [](ChangeWriter& writer) -> Result<> {
                DTP_CHECK(writer.insert(Person{}));
                return {};
            }));
            return {};
        };
        if (const auto used = use(); !used) {
            INFO(used.error().sentence.toStdString() << " / " << used.error().detail.toStdString());
            CHECK_FALSE(used.error().sentence.contains(s("report it")));
        }
        put(path, whole);
        QFile::remove(path + s("-wal"));
        QFile::remove(path + s("-shm"));
    };
    const qint64 table = whole.indexOf("CREATE TABLE person (");
    REQUIRE(table > 0);
    const qint64 column = whole.indexOf("family_name", table);
    REQUIRE(column > table);
    checkLetter(column, 'g');
    for (const char* part : {"CREATE TABLE person (", "CREATE VIRTUAL TABLE", "CREATE TABLE change_set"}) {
        const qint64 start = whole.indexOf(part);
        REQUIRE(start > 0);
        for (qint64 at = start; at < start + 200; at += 9)
            checkLetter(at, static_cast<char>(whole.at(at) ^ 1));
    }
}

TEST_CASE("A backup that cannot be read is not named as the way out", "[storage][baddays][backup]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString path = file->path();
    const QString sound = Store::newestBackup(path);
    REQUIRE_FALSE(sound.isEmpty());
    const QString folder = QFileInfo(sound).path();
    put(folder + s("/test 2027-01-01 10.00.00.dtp"), "no backup at all");
    REQUIRE(QFile::copy(sound, folder + s("/test 2027-01-02 10.00.00.dtp")));
    damageTable(folder + s("/test 2027-01-02 10.00.00.dtp"), "photo_person");
    CHECK(Store::newestBackup(path) == sound);
    REQUIRE(QFile::remove(sound));
    CHECK(Store::newestBackup(path).isEmpty());
}

TEST_CASE("Who only reads leaves nothing beside the file", "[storage]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    const QString path = closedPath(file);
    {
        const auto reading = Store::open(path, file.environment, OpenMode::ReadOnly);
        REQUIRE_OK(reading);
        const auto other = (*reading)->another();
        REQUIRE_OK(other);
        CHECK((*other)->count(Entity::Person).value() == 1);
    }
    CHECK(QDir(file.folder.path()).entryList({s("test.dtp*")}, QDir::Files) == QStringList{s("test.dtp")});
}

TEST_CASE("Who reads while another writes takes nothing of the journal away", "[storage]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    file.reopen();
    {
        const auto reading = Store::open(file->path(), file.environment, OpenMode::ReadOnly);
        REQUIRE_OK(reading);
    }
    addPerson(*file, s("Mali"), s("Chai"));
    const auto after = Store::open(file->path(), file.environment, OpenMode::ReadOnly);
    REQUIRE_OK(after);
    CHECK((*after)->count(Entity::Person).value() == 2);
}

TEST_CASE("A file is not restored from itself, by whatever name", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Arun"), s("Rao"));
    const QString path = closedPath(file);
    const QByteArray bytes = contentsOf(path);
    const QString link = file.path(s("link.dtp"));
    REQUIRE(QFile::link(path, link));
    for (const QString& backup : {path, link}) {
        const auto done = Store::restore(backup, path);
        REQUIRE_FALSE(done);
        CHECK(done.error().sentence.endsWith(s(" is the file itself and no backup of it. Nothing was changed.")));
    }
    CHECK(contentsOf(path) == bytes);
    CHECK(QDir(file.folder.path()).entryList({s("*set aside*")}).isEmpty());
}
