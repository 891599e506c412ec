// SPDX-License-Identifier: GPL-3.0-or-later
// Backups and restoring where journals, links and other programs are about: nothing that was committed is lost.
#include <base/output_path.h>
#include <database/connection.h>
#include <database/file_lock.h>
#include <database/schema.h>
#include <records/reports.h>
#include <storage/automatic_backup.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/system_abilities.h>

#include <QCoreApplication>
#include <QDir>

#include <filesystem>
#include <sys/stat.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

qint64 peopleIn(const QString& path, const Environment& environment)
{
    const auto store = Store::open(path, environment);
    return store ? (*store)->count(Entity::Person).value_or(-1) : -2;
}

void copyFile(const QString& from, const QString& to)
{
    QFile::remove(to);
    REQUIRE(QFile::copy(from, to));
}

// As a crash leaves it: the last person is in the journal alone.
QString crashed(FreshStore& file, const char* name)
{
    const QString path = file.path(s(name));
    addPerson(*file, s("Last"), s("Person"));
    copyFile(file->path(), path);
    copyFile(file->path() + s("-wal"), path + s("-wal"));
    REQUIRE(QFileInfo(path + s("-wal")).size() > 0);
    return path;
}

QStringList setAsideIn(const FreshStore& file)
{
    QStringList names;
    for (const QString& name : QDir(file.folder.path()).entryList({s("*set aside*.dtp")}, QDir::Files))
        names.append(file.path(name));
    return names;
}

mode_t modeOf(const QString& path)
{
    struct stat state = {};
    return ::stat(QFile::encodeName(path).constData(), &state) == 0 ? state.st_mode & 0777 : 0;
}
} // namespace

TEST_CASE("what stands in the journal is restored, and set aside with the file", "[storage][backup][restore]")
{
    FreshStore file;
    const QString backup = file.path(s("bk.dtp"));
    REQUIRE_OK(file->backupTo(backup)); // of nobody
    const QString path = crashed(file, "d.dtp");
    REQUIRE_OK(Store::restore(backup, path));
    CHECK(peopleIn(path, file.environment) == 0);
    REQUIRE(setAsideIn(file).size() == 1);
    const QString aside = setAsideIn(file).front();
    REQUIRE_OK(Store::restore(aside, path));
    CHECK(peopleIn(path, file.environment) == 1);

    // A backup that has a journal itself.
    const QString other = crashed(file, "e.dtp");
    const QString target = file.path(s("new.dtp"));
    REQUIRE_OK(Store::restore(other, target));
    CHECK(peopleIn(target, file.environment) == 2);
    CHECK(QDir(file.folder.path()).entryList({s("*.part*")}, QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("a backup onto a name with a journal beside it can be used", "[storage][backup]")
{
    FreshStore file;
    const QString target = crashed(file, "bk.dtp");
    addPerson(*file, s("One"), s("More"));
    REQUIRE_OK(file->backupTo(target));
    CHECK(peopleIn(target, file.environment) == 2);

    // A journal without its file is not ours to throw away, and would be taken for one of the backup.
    const QString orphan = file.path(s("orphan.dtp"));
    copyFile(file->path() + s("-wal"), orphan + s("-wal"));
    const auto refused = file->backupTo(orphan);
    REQUIRE(!refused);
    CHECK(QFileInfo::exists(orphan + s("-wal")));

    const QString link = file.path(s("link.dtp"));
    REQUIRE(QFile::link(file->path(), link));
    CHECK(!file->backupTo(link));
    const auto open = Store::open(target, file.environment);
    REQUIRE_OK(open);
    CHECK(!file->backupTo(target)); // in use
}

TEST_CASE("an empty file makes no daily backup", "[storage][backup]")
{
    FreshStore file;
    REQUIRE_OK(file->backupIfOlderThan(3600, 3));
    CHECK(Store::newestBackup(file->path(), file.environment.backupFolder).isEmpty());
    addPerson(*file, s("Dara"), s("Sok"));
    REQUIRE_OK(file->backupIfOlderThan(3600, 3));
    CHECK_FALSE(Store::newestBackup(file->path(), file.environment.backupFolder).isEmpty());
}

TEST_CASE("a file with triggers, views or strange tables is not opened, nor restored", "[storage][safety]")
{
    for (const char* sql :
         {"CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person; END",
          "CREATE VIEW v AS SELECT * FROM person", "CREATE TABLE strange (x)", "CREATE INDEX i ON person (notes)",
          "CREATE VIRTUAL TABLE words USING fts5 (x)", "CREATE TABLE person_words2 (x)"}) {
        INFO(sql);
        FreshStore file;
        addPerson(*file, s("Dara"), s("Sok"));
        const QString good = file.path(s("good.dtp"));
        REQUIRE_OK(file->backupTo(good));
        const QString path = file->path();
        file.store.reset();
        {
            const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
            REQUIRE_OK(connection);
            REQUIRE_OK((*connection)->run(sql));
        }
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto opened = Store::open(path, file.environment, mode);
            REQUIRE(!opened);
            CHECK(opened.error().sentence.contains(s("holds something that this program did not put there")));
        }
        CHECK(!Store::restore(path, good));
        CHECK(peopleIn(good, file.environment) == 1);
    }
}

TEST_CASE("one file is locked whatever it is called", "[storage][lock]")
{
    if (!knowsFiles())
        SKIP_TEST("needs a system that tells whether two names are one file");
    FreshStore file;
    const QString folder = file.path(s("elsewhere"));
    REQUIRE(QDir().mkpath(folder));
    const QString symbolic = folder + s("/symbolic.dtp");
    const QString hard = folder + s("/hard.dtp");
    REQUIRE(QFile::link(file->path(), symbolic));
    std::filesystem::create_hard_link(file->path().toStdString(), hard.toStdString());
    for (const QString& other : {symbolic, hard}) {
        INFO(other.toStdString());
        const auto opened = Store::open(other, file.environment);
        if (opened)
            CHECK((*opened)->isReadOnly());
        CHECK(!Store::restore(file->path(), other));
    }
    file.store.reset();
    { // a journal that a killed program left beside one name is not seen from the other
        const auto doubtful = Store::open(symbolic, file.environment);
        REQUIRE_OK(doubtful);
        CHECK((*doubtful)->isReadOnly());
        CHECK((*doubtful)->readOnlyReason().contains(s("has another name on this disk (a hard link)")));
    }
    REQUIRE(QFile::remove(hard));
    const auto alone = Store::open(symbolic, file.environment);
    REQUIRE_OK(alone);
    CHECK_FALSE((*alone)->isReadOnly());
}

TEST_CASE("one file is locked whatever the environment of who opens it says of folders", "[storage][lock]")
{
    if (!knowsFiles())
        SKIP_TEST("needs a system that tells whether two names are one file");
    FreshStore file;
    const QString hard = file.path(s("hard.dtp"));
    std::filesystem::create_hard_link(file->path().toStdString(), hard.toStdString());
    for (const char* variable : {"XDG_RUNTIME_DIR", "TMPDIR"}) {
        INFO(variable);
        const QByteArray before = qgetenv(variable);
        qputenv(variable, file.path({}).toUtf8());
        QString reason;
        const auto lock = FileLock::take(hard, reason);
        before.isNull() ? qunsetenv(variable) : qputenv(variable, before);
        CHECK_FALSE(lock);
        CHECK(reason.startsWith(s("hard.dtp is open on this computer under another name.")));
    }
}

TEST_CASE("a lock whose maker was killed before saying so locks nobody out", "[storage][lock]")
{
    FreshStore file;
    const QString path = file->path();
    file.store.reset();
    QFile lock(path + s(".lock"));
    REQUIRE(lock.open(QIODevice::WriteOnly)); // and nothing is in it
    lock.close();
    const auto opened = Store::open(path, file.environment);
    REQUIRE_OK(opened);
    CHECK_FALSE((*opened)->isReadOnly());
    const auto second = Store::open(path, file.environment);
    REQUIRE_OK(second);
    CHECK((*second)->isReadOnly()); // a lock that says whose it is still holds
}

TEST_CASE("a file that was deleted or replaced while it is open is noticed", "[storage][lock]")
{
    if (!knowsFiles())
        SKIP_TEST("needs a system that tells whether two names are one file");
    for (const bool isReplaced : {false, true}) {
        FreshStore file;
        addPerson(*file, s("Dara"), s("Sok"));
        const QString path = file->path();
        const QString copy = file.path(s("copy.dtp"));
        REQUIRE_OK(file->backupTo(copy));
        REQUIRE(QFile::rename(path, file.path(s("moved.dtp"))));
        if (isReplaced)
            REQUIRE(QFile::copy(copy, path));
        const auto changed = file->change(s("Add"), [](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(Person{}));
            return {};
        });
        REQUIRE(!changed);
        CHECK(changed.error().sentence.contains(s("was deleted, moved or replaced")));
        CHECK(!file->undo());
        REQUIRE_OK(file->backupTo(file.path(s("kept.dtp"))));
    }
}

TEST_CASE("the file and its companions are its owner's alone, whatever they were", "[storage][safety]")
{
    FreshStore file;
    const QString path = crashed(file, "wide.dtp");
    REQUIRE(::chmod(QFile::encodeName(path).constData(), 0664) == 0);
    REQUIRE(::chmod(QFile::encodeName(path + s("-wal")).constData(), 0666) == 0);
    const auto opened = Store::open(path, file.environment);
    REQUIRE_OK(opened);
    for (const char* ending : {"", "-wal", "-shm"}) {
        INFO(ending);
        CHECK(modeOf(path + s(ending)) == 0600);
    }
}

TEST_CASE("what killed runs left is cleared at the next start, and nothing else", "[storage][safety]")
{
    if (!knowsProcesses())
        SKIP_TEST("needs a system that tells which processes run");
    FreshStore file;
    const QString path = file->path();
    const auto put = [&](const QString& name) {
        QFile left(name);
        REQUIRE(left.open(QIODevice::WriteOnly));
        left.write("x");
    };
    const QString dead = path + s("-4194303-1.part"); // above the highest number of a process
    const QString journal = dead + s("-journal");
    const QString living = path + s("-%1-1.part").arg(QCoreApplication::applicationPid());
    const QString others = file.path(s("notes.part"));
    const QString lock = dead + s(".lock");
    for (const QString& name : {dead, journal, lock, living, others})
        put(name);
    file.reopen();
    CHECK_FALSE(QFileInfo::exists(lock));
    CHECK_FALSE(QFileInfo::exists(dead));
    CHECK_FALSE(QFileInfo::exists(journal));
    CHECK(QFileInfo::exists(living));
    CHECK(QFileInfo::exists(others));
}

TEST_CASE("an output never takes the place of what holds data", "[storage][output]")
{
    FreshStore file;
    const QString source = file.path(s("in.csv"));
    const auto put = [&](const QString& name, const QByteArray& bytes) {
        QFile made(name);
        REQUIRE(made.open(QIODevice::WriteOnly));
        made.write(bytes);
    };
    put(source, "a,b");
    const QString other = file.path(s("other.sqlite"));
    put(other, QByteArray("SQLite format 3\0", 16) + QByteArray(100, 'x'));
    put(other + s("-journal"), "x");
    const QString hard = file.path(s("hard.csv"));
    std::filesystem::create_hard_link(source.toStdString(), hard.toStdString());
    const QString link = file.path(s("link.csv"));
    REQUIRE(QFile::link(file.path(s("nowhere.csv")), link));
    const QString folderLink = file.path(s("folder"));
    REQUIRE(QFile::link(file.folder.path(), folderLink));
    const QStringList kept{file->path(), source};
    QStringList never{file->path(),
                      file->path() + s("-wal"),
                      file->path() + s("-shm"),
                      file->path() + s("-journal"),
                      file->path() + s(".lock"),
                      source,
                      link,
                      other,
                      other + s("-journal"),
                      folderLink + s("/in.csv"),
                      folderLink + s("/test.dtp"),
                      file.path(s("./in.csv"))};
    if (knowsFiles())
        never.append(hard);
    for (const QString& target : never) {
        INFO(target.toStdString());
        CHECK(!checkOutput(target, kept));
    }
    REQUIRE_OK(checkOutput(file.path(s("out.csv")), kept));
    REQUIRE_OK(checkOutput(folderLink + s("/out.csv"), kept));
}

TEST_CASE("A backup takes the place of an earlier one of the same file, and of nothing else", "[storage][backup]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    FreshStore other; // in which no person has the key of one here
    other.clock.set(utcMoment(QDate(2026, 7, 1), QTime(9, 0)));
    addPerson(*other, s("Mali"), s("Chai"));
    const QString backup = file.path(s("backup.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    addPerson(*file, s("Vy"), s("Tran"));
    REQUIRE_OK(file->backupTo(backup));
    CHECK(peopleIn(backup, file.environment) == 2);

    const QString others = file.path(s("others.dtp"));
    REQUIRE_OK(other->backupTo(others));
    const QString text = file.path(s("letter.txt"));
    QFile letter(text);
    REQUIRE(letter.open(QIODevice::WriteOnly));
    letter.write("Dear colleagues,\n");
    letter.close();
    for (const QString& target : {others, text}) {
        const auto refused = file->backupTo(target);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence ==
              QFileInfo(target).fileName() + s(" is there already, and it is no backup of this file. Choose another "
                                               "name for the backup."));
    }
    CHECK(peopleIn(others, file.environment) == 1);
    for (const char* ending : {"-wal", "-shm", "-journal", ".lock"}) {
        const auto refused = file->backupTo(file->path() + s(ending));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.contains(s("what stands beside a file of this program")));
    }
    CHECK(file->check().value() == QStringList());
    CHECK(*file->count(Entity::Person) == 2);
}
