// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that are made by themselves: when, where, what is known of them, and what ages out.
#include <storage/automatic_backup.h>
#include <storage/backup_places.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/system_abilities.h>
#include <support/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QStringList backupsIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

qsizetype madeBy(const Store& store, BackupReason reason)
{
    const auto made = backUp(store, reason);
    REQUIRE_OK(made);
    return made->files.size();
}

void addPeople(FreshStore& file, int count)
{
    REQUIRE_OK(file->change(s("Add many"), [count](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < count; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            DTP_CHECK(writer.insert(person));
        }
        return {};
    }));
}

void removeAllBut(FreshStore& file, size_t left)
{
    REQUIRE_OK(file->change(s("Delete many"), [left](ChangeWriter& writer) -> Result<> {
        DTP_TRY(all, writer.store().find<Person>());
        all.resize(all.size() - left);
        for (const Person& person : all)
            DTP_CHECK(writer.remove(person.id));
        return {};
    }));
}
} // namespace

TEST_CASE("A backup is made when something was changed since the last one, while people work only every hour",
          "[storage][backup]")
{
    FreshStore file;
    CHECK(madeBy(*file, BackupReason::Closing) == 0); // nobody is in it
    addPerson(*file, s("Dara"), s("Sok"));
    CHECK(madeBy(*file, BackupReason::Work) == 1);
    file.clock.set(file.clock.now().addSecs(7200));
    CHECK(madeBy(*file, BackupReason::Work) == 0); // nothing was changed
    CHECK(madeBy(*file, BackupReason::Before) == 0);
    addPerson(*file, s("Mali"), s("Chai"));
    CHECK(madeBy(*file, BackupReason::Before) == 1);
    REQUIRE_OK(file->undo());
    CHECK(madeBy(*file, BackupReason::Work) == 0); // no hour has passed
    CHECK(madeBy(*file, BackupReason::Closing) == 1);
    REQUIRE_OK(file->redo());
    CHECK(madeBy(*file, BackupReason::Closing) == 1);
    file.reopen();
    CHECK(madeBy(*file, BackupReason::Closing) == 0);
    CHECK(madeBy(*file, BackupReason::Asked) == 1);
    CHECK(backupsIn(file.path(s("test backups"))).size() == 5);
}

TEST_CASE("A backup that a wrong clock dated in the future does not keep others from being made", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QDateTime now = file.clock.now();
    file.clock.set(now.addYears(10));
    CHECK(madeBy(*file, BackupReason::Work) == 1);
    file.clock.set(now);
    addPerson(*file, s("Mali"), s("Chai"));
    CHECK(madeBy(*file, BackupReason::Work) == 1);
    const BackupStatus status = backupStatus(*file);
    REQUIRE(status.newest);
    CHECK(status.newest->at.date().year() == 2026);
    CHECK(status.content.people == 2);
    CHECK(status.isCurrent);
    CHECK(backupsIn(file.path(s("test backups"))).size() == 2);
    // Who looks for the newest is not led to the one that a wrong clock made.
    CHECK(allBackups(*file).front().path == status.newest->path);
}

TEST_CASE("Of a backup it is known how many people are in it, also of an encrypted one while its key is there",
          "[storage][backup][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    addPeople(file, 3);
    REQUIRE(madeBy(*file, BackupReason::Asked) == 1);
    const auto all = allBackups(*file);
    REQUIRE(all.size() == 1);
    CHECK(all.front().at == file.clock.now().toLocalTime());
    BackupContent content = contentOfBackup(all.front().path);
    CHECK(content.people == 3);
    CHECK(backupPeople(content) == s("3 people"));
    { // somebody works with the backup itself: what was noted in it is no longer so
        const auto opened = Store::open(all.front().path, file.environment);
        REQUIRE_OK(opened);
        addPerson(**opened, s("Somchai"), s("Prasert"));
    }
    CHECK(contentOfBackup(all.front().path).people == 4);
    if (isEncrypted) {
        const QString path = file->path();
        file.store.reset();
        vault::lock(path);
        content = contentOfBackup(all.front().path);
        CHECK(content.state == BackupContent::State::Locked);
        CHECK(backupPeople(content) == s("locked"));
    }
    QFile damaged(all.front().path);
    REQUIRE(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("Dear colleagues");
    damaged.close();
    CHECK(contentOfBackup(all.front().path).state == BackupContent::State::Unreadable);
}

TEST_CASE("Backups of by hand, of other files and what cannot be read stay whatever their age", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString folder = file.path(s("test backups"));
    REQUIRE(QDir().mkpath(folder));
    FreshStore other; // of the same name, on another computer
    other.clock.set(utcMoment(QDate(2026, 7, 1), QTime(9, 0)));
    addPerson(*other, s("Mali"), s("Chai"));
    QStringList stay;
    for (int i = 1; i <= 3; ++i) {
        stay << s("test 2020-01-0%1 09.00.00.dtp").arg(i) << s("test 2020-01-0%1 10.00.00.dtp").arg(i)
             << s("test backup 2020-01-0%1.dtp").arg(i);
        REQUIRE_OK(other->backupTo(folder + QLatin1Char('/') + stay.at(stay.size() - 3)));
        QFile text(folder + QLatin1Char('/') + stay.at(stay.size() - 2));
        REQUIRE(text.open(QIODevice::WriteOnly));
        text.write("Dear colleagues");
        REQUIRE_OK(file->backupTo(folder + QLatin1Char('/') + stay.back()));
    }
    for (int i = 0; i < 70; ++i) {
        file.clock.set(file.clock.now().addSecs(1800));
        REQUIRE(madeBy(*file, BackupReason::Asked) == 1);
    }
    const QStringList left = backupsIn(folder);
    for (const QString& name : stay) {
        INFO(name.toStdString());
        CHECK(left.contains(name));
    }
    CHECK(left.size() < 9 + 45); // and of its own it keeps ten, hours and days
}

TEST_CASE("When people vanish it is said, and the fuller backup stays", "[storage][backup]")
{
    FreshStore file;
    addPeople(file, 40);
    REQUIRE(madeBy(*file, BackupReason::Closing) == 1);
    const QString full = allBackups(*file).front().path;
    removeAllBut(file, 0);
    CHECK(madeBy(*file, BackupReason::Closing) == 0); // of nobody none is made unasked
    REQUIRE_OK(file->undo());
    removeAllBut(file, 1);
    file.clock.set(file.clock.now().addDays(1));
    auto made = backUp(*file, BackupReason::Closing);
    REQUIRE_OK(made);
    REQUIRE(made->files.size() == 1);
    REQUIRE(made->remarks.size() == 1);
    CHECK(made->remarks.front().startsWith(s("The backup that is made now holds 1 person; the one of 1 June 2026, ")));
    CHECK(made->remarks.front().endsWith(s(" holds 40 people, and is kept.")));
    for (int i = 0; i < 60; ++i) {
        file.clock.set(file.clock.now().addDays(11));
        made = backUp(*file, BackupReason::Asked);
        REQUIRE_OK(made);
        CHECK(made->remarks.isEmpty());
    }
    CHECK(QFileInfo::exists(full));
    const auto refused = file->backupTo(full);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.contains(s(" holds 40 people, and this file 1: it is not replaced by one with so "
                                              "many fewer.")));
}

TEST_CASE("A second place is taken up when it is there, and has backups of its own", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString stick = file.path(s("stick"));
    const QString there = stick + s("/test backups");
    CHECK_FALSE(setSecondPlace(*file, stick)); // not there
    REQUIRE(QDir().mkpath(stick));
    CHECK_FALSE(setSecondPlace(*file, file.folder.path())); // where the first one is
    REQUIRE_OK(setSecondPlace(*file, stick));
    CHECK(madeBy(*file, BackupReason::Work) == 2);
    CHECK(backupsIn(there).size() == 1);
    CHECK(allBackups(*file).size() == 2);

    REQUIRE(QDir(file.folder.path()).rename(s("stick"), s("pocket")));
    addPerson(*file, s("Mali"), s("Chai"));
    CHECK(madeBy(*file, BackupReason::Closing) == 1);
    CHECK_FALSE(QFileInfo::exists(stick));
    CHECK(backupStatus(*file).missingPlace == stick);
    auto asked = backUp(*file, BackupReason::Asked);
    REQUIRE_OK(asked);
    CHECK(asked->remarks == QStringList{s("The second place for backups, “%1”, is not there just now.").arg(stick)});

    REQUIRE(QDir(file.folder.path()).rename(s("pocket"), s("stick")));
    CHECK(backupStatus(*file).missingPlace.isEmpty());
    CHECK(madeBy(*file, BackupReason::Closing) == 1); // there alone it is missing
    CHECK(backupsIn(there).size() == 2);
    REQUIRE_OK(setSecondPlace(*file, {}));
    addPerson(*file, s("Somchai"), s("Prasert"));
    CHECK(madeBy(*file, BackupReason::Closing) == 1);
    CHECK(backupsIn(there).size() == 2);
}

TEST_CASE("A folder where a stick is usually found, without it, is not taken for the stick", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString stick = file.path(s("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    REQUIRE_OK(file->setSetting(s("backup/secondVolume"), s("/media/stick"))); // as if it had been one
    CHECK(madeBy(*file, BackupReason::Closing) == 1);
    CHECK(backupsIn(stick).isEmpty());
    CHECK(backupStatus(*file).missingPlace == stick);
}

TEST_CASE("A second place that takes nothing costs the first one nothing", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString stick = file.path(s("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    QFile inTheWay(stick + s("/test backups"));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    const auto made = backUp(*file, BackupReason::Closing);
    REQUIRE_OK(made);
    CHECK(made->files.size() == 1);
    REQUIRE(made->remarks.size() == 1);
    CHECK(made->remarks.front().startsWith(s("The folder for backups, ")));
    REQUIRE_OK(backUpBefore(*file));
}

TEST_CASE("Plain backups on a stick are encrypted when it is there again", "[storage][backup][vault]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString path = file->path();
    const QString stick = file.path(s("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    REQUIRE(madeBy(*file, BackupReason::Asked) == 2);
    const QString there = stick + s("/test backups/");
    const QString backup = there + backupsIn(there).front();
    FreshStore other; // of somebody else, by the same name
    other.clock.set(utcMoment(QDate(2026, 7, 1), QTime(9, 0)));
    addPerson(*other, s("Mali"), s("Chai"));
    const QString others = there + s("test 2025-07-01 09.00.00.dtp");
    REQUIRE_OK(other->backupTo(others));
    file.store.reset();
    const bool isThere = GENERATE(true, false);
    CAPTURE(isThere);
    if (!isThere)
        REQUIRE(QDir(file.folder.path()).rename(s("stick"), s("pocket")));
    const auto encrypted = Store::encrypt(path, cheapPassphrase(s("Mali"), s("correct horse")), file.environment);
    CHECK(vault::isVault(path));
    CHECK(encrypted.has_value() == isThere);
    if (!isThere) {
        CHECK(encrypted.error().sentence.contains(s("is not there: backups on it are still readable")));
        REQUIRE(QDir(file.folder.path()).rename(s("pocket"), s("stick")));
        CHECK_FALSE(vault::isVault(backup));
        file.reopen();
        REQUIRE(madeBy(*file, BackupReason::Work) == 0); // nothing was changed
    }
    CHECK(vault::isVault(backup));
    CHECK_FALSE(vault::isVault(others));
}

TEST_CASE("A file with another name on the disk is not encrypted, and neither is such a backup", "[storage][vault]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString path = file->path();
    const QString backup = Store::newestBackup(path);
    file.store.reset();
    const auto bytesOf = [](const QString& name) {
        QFile read(name);
        REQUIRE(read.open(QIODevice::ReadOnly));
        return read.readAll();
    };
    const QString second = file.path(s("second name.dtp"));
    REQUIRE(::link(QFile::encodeName(path).constData(), QFile::encodeName(second).constData()) == 0);
    const auto refused = Store::encrypt(path, cheapPassphrase(s("Mali"), s("correct horse")), file.environment);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence ==
          s("test.dtp has another name on this disk (a hard link), under which it would stay readable or be lost. "
            "Delete the other name, or copy the file and encrypt the copy. Nothing was changed."));
    CHECK_FALSE(vault::isVault(path));
    CHECK(bytesOf(second).startsWith("SQLite format 3"));
    CHECK(backupsIn(file.folder.path()).filter(s(".part")).isEmpty());
    REQUIRE(QFile::remove(second));

    const QString kept = file.path(s("kept by a snapshot.dtp"));
    REQUIRE(::link(QFile::encodeName(backup).constData(), QFile::encodeName(kept).constData()) == 0);
    const auto done = Store::encrypt(path, cheapPassphrase(s("Mali"), s("correct horse")), file.environment);
    REQUIRE_FALSE(done);
    CHECK(done.error().sentence.contains(s("These backups could not be encrypted")));
    CHECK(vault::isVault(path));
    CHECK(bytesOf(kept).startsWith("SQLite format 3"));
}

TEST_CASE("Second names that a killed restore left are gone at the next start", "[storage][backup]")
{
    if (!knowsProcesses())
        SKIP_TEST("needs a system that tells which processes run");
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString path = file->path();
    file.store.reset();
    const auto link = [&](const char* name) {
        const QString second = file.path(s(name));
        REQUIRE(::link(QFile::encodeName(path).constData(), QFile::encodeName(second).constData()) == 0);
        return second;
    };
    const QString left = link("test (set aside 2026-06-01 09.00.00).dtp");
    const QString ofUser = link("test (mine).dtp");
    const QString aside = file.path(s("test (set aside 2026-05-01 09.00.00).dtp"));
    REQUIRE(QFile::copy(path, aside));
    file.reopen();
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK(QFileInfo::exists(ofUser));
    CHECK(QFileInfo::exists(aside));
    CHECK(*file->count(Entity::Person) == 1);
}

TEST_CASE("Parts of killed backups go at the next start, those of other computers after a day", "[storage][backup]")
{
    if (!knowsProcesses())
        SKIP_TEST("needs a system that tells which processes run");
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString folder = file.path(s("test backups"));
    REQUIRE(QDir().mkpath(folder));
    QString ours; // as the program calls them
    REQUIRE_OK(file->backupTo(folder + s("/test 2026-06-01 08.00.00.dtp"), [&](qint64, qint64, const QString&) {
        const QStringList parts = backupsIn(folder).filter(s(".part"));
        if (!parts.isEmpty())
            ours = parts.front();
        return true;
    }));
    REQUIRE_FALSE(ours.isEmpty());
    const QString pid = s("-%1-").arg(QCoreApplication::applicationPid());
    REQUIRE(ours.contains(pid));
    const QString dead = QString(ours).replace(pid, s("-4194303-")); // above the highest number of a process
    const QString others = s("test 2026-06-01 08.00.00.dtp-00000000-4194303-1.part");
    for (const QString& name : {ours, dead, QString(dead + s("-journal")), others}) {
        QFile left(folder + QLatin1Char('/') + name);
        REQUIRE(left.open(QIODevice::WriteOnly));
    }
    file.reopen();
    const QStringList left = backupsIn(folder);
    CHECK_FALSE(left.contains(dead));
    CHECK_FALSE(left.contains(QString(dead + s("-journal"))));
    CHECK(left.contains(ours)); // it is being made
    CHECK(left.contains(others));
}
