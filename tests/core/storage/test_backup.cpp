// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, and putting one back.
#include <database/connection.h>
#include <storage/automatic_backup.h>
#include <storage/backup_places.h>
#include <storage/store.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QStringList namesIn(const QString& database, const Environment& environment)
{
    const auto store = Store::open(database, environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    const auto people = (*store)->find<Person>(Where().orderBy("given_name"));
    REQUIRE_OK(people);
    QStringList names;
    for (const Person& person : *people)
        names.append(person.givenName);
    return names;
}
} // namespace

TEST_CASE("a backup is a file of its own that opens", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString target = file.path(QStringLiteral("copy.dtp"));
    REQUIRE_OK(file->backupTo(target));
    CHECK(!QFileInfo::exists(target + QStringLiteral("-wal")));
    CHECK(!QFileInfo::exists(target + QStringLiteral(".part")));
    CHECK((QFileInfo(target).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    {
        const auto copy = Store::open(target, file.environment);
        REQUIRE_OK(copy);
        CHECK(contentOf(**copy) == contentOf(*file));
    }
    for (int day = 0; day < 5; ++day) {
        file.clock.set(file.clock.now().addDays(1));
        REQUIRE_OK(file->backupIfOlderThan(3600, 3));
        REQUIRE_OK(file->backupIfOlderThan(3600, 3)); // the newest is young enough
    }
    CHECK(QDir(file.path(QStringLiteral("test backups"))).entryList(QDir::Files).size() == 5);
    CHECK(!file->backupTo(file->path()));
}

TEST_CASE("A backup does not take the place of a file that was worked in since", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString target = file.path(QStringLiteral("laptop.dtp"));
    REQUIRE_OK(file->backupTo(target));
    addPerson(*file, QStringLiteral("Mali"), QStringLiteral("Chai"));
    REQUIRE_OK(file->backupTo(target)); // its history is contained in that of the file
    {
        auto laptop = Store::open(target, file.environment);
        REQUIRE_OK(laptop);
        addPerson(**laptop, QStringLiteral("Dara"), QStringLiteral("Sok"));
    }
    addPerson(*file, QStringLiteral("Nok"), QStringLiteral("Suwan"));
    const auto refused = file->backupTo(target);
    REQUIRE(!refused);
    CHECK(refused.error().sentence == QStringLiteral("laptop.dtp holds changes that this file does not have: they "
                                                     "would be lost. Choose another name for the backup."));
    CHECK(namesIn(target, file.environment).contains(QStringLiteral("Dara")));
}

TEST_CASE("A backup that lacks a table is not named as the newest that can be read", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString sound = Store::newestBackup(file->path());
    file.clock.set(file.clock.now().addDays(1));
    addPerson(*file, QStringLiteral("Mali"), QStringLiteral("Chai"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString torn = Store::newestBackup(file->path());
    REQUIRE(torn != sound);
    {
        auto connection = Connection::open(torn, Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run("PRAGMA foreign_keys = OFF; DROP TABLE contact_point"));
    }
    CHECK(Store::newestBackup(file->path()) == sound);
}

TEST_CASE("two backups to one name at once are both complete", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString folder = file.path(QStringLiteral("kept"));
    REQUIRE(QDir().mkpath(folder));
    const QString target = folder + QStringLiteral("/copy 100%2.dtp");
    bool wasWithin = false;
    REQUIRE_OK(file->backupTo(target, [&](qint64, qint64, const QString&) {
        if (!wasWithin) { // while the first is not done, somebody adds a person and makes the second
            wasWithin = true;
            REQUIRE_OK(file->backupTo(target));
            CHECK(namesIn(target, file.environment) == QStringList{QStringLiteral("Arun")});
        }
        return true;
    }));
    REQUIRE(wasWithin);
    CHECK(filesIn(folder) == QStringList{QStringLiteral("copy 100%2.dtp")});
    CHECK(namesIn(target, file.environment) == QStringList{QStringLiteral("Arun")});
}

TEST_CASE("two backups within one second are two, and the newest is the newest", "[storage][backup]")
{
    FreshStore file;
    const QString folder = file.path(QStringLiteral("test backups"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QStringList files = filesIn(folder);
    REQUIRE(files.size() == 2);
    CHECK(namesIn(folder + QLatin1Char('/') + files.at(0), file.environment).isEmpty());
    CHECK(namesIn(folder + QLatin1Char('/') + files.at(1), file.environment) == QStringList{QStringLiteral("Arun")});
    CHECK(Store::newestBackup(file->path()) == QDir(folder).absoluteFilePath(files.at(1)));
}

TEST_CASE("what killed programs left of backups goes after a day, and nothing else", "[storage][backup]")
{
    FreshStore file;
    const QString folder = file.path(QStringLiteral("test backups"));
    REQUIRE(QDir().mkpath(folder));
    const auto leave = [&](const char* name, qint64 secondsAgo) {
        QFile left(folder + QLatin1Char('/') + QLatin1String(name));
        REQUIRE(left.open(QIODevice::WriteOnly));
        REQUIRE(
            left.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo), QFileDevice::FileModificationTime));
    };
    leave("test 2026-05-01 09.00.00.dtp-4711-1.part", 90000);
    leave("test 2026-05-01 09.00.00.dtp-4711-1.part-journal", 90000);
    leave("test 2026-06-01 08.00.00.dtp-4712-1.part", 3600);
    leave("other.part", 90000);
    leave("letter.txt", 90000);
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QStringList left = filesIn(folder);
    CHECK(left.filter(QStringLiteral("4711")).isEmpty());
    CHECK(left.contains(QStringLiteral("test 2026-06-01 08.00.00.dtp-4712-1.part")));
    CHECK(left.contains(QStringLiteral("other.part")));
    CHECK(left.contains(QStringLiteral("letter.txt")));
    CHECK(left.size() == 4);
}

TEST_CASE("the backups of a file are found whatever its name, and those of others are not taken for them",
          "[storage][backup]")
{
    FreshStore file;
    for (const char* name : {"people [2026].dtp", "a*.dtp", "100%1.dtp"}) {
        const QString path = file.path(QLatin1String(name));
        INFO(name);
        Environment environment = file.environment;
        environment.backupFolder = file.path(QStringLiteral("all"));
        auto store = Store::create(path, environment);
        REQUIRE_OK(store);
        CHECK(Store::newestBackup(path, environment.backupFolder).isEmpty());
        REQUIRE_OK((*store)->backupIfOlderThan(0));
        const QString newest = Store::newestBackup(path, environment.backupFolder);
        CHECK(QFileInfo(newest).fileName().startsWith(
            QString(QFileInfo(path).completeBaseName() + QStringLiteral(" 20"))));
        REQUIRE_OK((*store)->backupIfOlderThan(3600)); // young enough
        CHECK(Store::newestBackup(path, environment.backupFolder) == newest);
    }
    CHECK(filesIn(file.path(QStringLiteral("all"))).size() == 3);
}

TEST_CASE("restoring twice within one second keeps both that were there", "[storage][backup]")
{
    FreshStore file;
    const QString backup = file.path(QStringLiteral("backup.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    const QString path = file->path();
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    file.store.reset();
    REQUIRE_OK(Store::restore(backup, path));
    REQUIRE_OK(Store::restore(backup, path));
    CHECK(namesIn(path, file.environment).isEmpty());
    const QStringList aside = filesIn(file.folder.path()).filter(QStringLiteral("set aside"));
    REQUIRE(aside.size() == 2);
    CHECK(namesIn(file.path(aside.at(0)), file.environment) == QStringList{QStringLiteral("Arun")});
    CHECK(namesIn(file.path(aside.at(1)), file.environment).isEmpty());
}

TEST_CASE("a backup is of one state, and who writes meanwhile neither waits nor is in it", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    int steps = 0;
    REQUIRE_OK(backUpIfOlderThan(*file, 0, 10, [&](qint64, qint64, const QString&) {
        addPerson(*file, QStringLiteral("Mali"), QStringLiteral("Chai"));
        ++steps;
        return steps < 50; // with a copy that began anew at every write it would come to that
    }));
    CHECK(steps < 50);
    CHECK(namesIn(Store::newestBackup(file->path()), file.environment) == QStringList{QStringLiteral("Arun")});
    CHECK(*file->count(Entity::Person) == 1 + steps);
}

TEST_CASE("a backup that is stopped leaves nothing behind, and is never offered by half", "[storage][backup]")
{
    FreshStore file;
    const QString folder = file.path(QStringLiteral("test backups"));
    for (int stopAt = 1; stopAt <= 2; ++stopAt) { // while pages are copied; while the copy is looked through
        int steps = 0;
        const auto stopped = backUpIfOlderThan(*file, 0, 10, [&](qint64 done, qint64 total, const QString&) {
            CHECK(Store::newestBackup(file->path()).isEmpty()); // what would be there if the program were killed now
            CHECK(filesIn(folder).filter(QStringLiteral(".part")).size() >= 1);
            steps += done == total ? 1 : 0;
            return steps < stopAt;
        });
        INFO("stopped at " << stopAt);
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().sentence.contains(QStringLiteral("The backup was stopped; nothing was left behind.")));
        CHECK(filesIn(folder).isEmpty());
    }
    REQUIRE_OK(file->backupIfOlderThan(0));
    CHECK(filesIn(folder).size() == 1);
}

TEST_CASE("A backup of an encrypted file that is plain and cannot be read is told", "[storage][backup][vault]")
{
    FreshStore file(cheapPassphrase(QStringLiteral("Mali"), QStringLiteral("correct horse")));
    addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const QString stick = file.path(QStringLiteral("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    REQUIRE_OK(backUp(*file, BackupReason::Asked));
    const QString torn = stick + QStringLiteral("/test backups/test 2025-07-01 09.00.00.dtp");
    {
        FreshStore plain;
        addPerson(*plain, QStringLiteral("Mali"), QStringLiteral("Chai"));
        REQUIRE_OK(plain->backupTo(torn));
    }
    put(torn, contentsOf(torn).left(6000));
    addPerson(*file, QStringLiteral("Somchai"), QStringLiteral("Prasert"));
    const auto made = backUp(*file, BackupReason::Asked);
    REQUIRE_OK(made);
    REQUIRE(made->remarks.size() == 1);
    CHECK(made->remarks.front().startsWith(QStringLiteral("The backup ") + torn +
                                           QStringLiteral(" is not encrypted, and could not be: ")));
    CHECK(contentsOf(torn).size() == 6000);
}
