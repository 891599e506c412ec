// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are newer, of another make, damaged, or on a full disk.
#include <database/connection.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>

#include <QDir>
#include <QFile>

#include <sqlite3.h>
#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace dtp;
using namespace dtp::test;

TEST_CASE("a file of a newer program is refused and left as it is", "[storage][migration]")
{
    FreshStore file;
    const QString path = file->path();
    file.store.reset();
    {
        auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run("PRAGMA user_version = 999"));
    }
    const auto opened = Store::open(path, file.environment);
    REQUIRE(!opened);
    CHECK(opened.error().sentence.startsWith(QStringLiteral("test.dtp was made by a newer version of this program.")));
    CHECK(!Store::isDamage(opened.error()));
}

TEST_CASE("what is no file of ours is refused with a sentence", "[storage][baddays]")
{
    FreshStore file;
    const auto sentenceFor = [&](const QByteArray& content) {
        const QString path = file.path(QStringLiteral("bad.dtp"));
        QFile bad(path);
        REQUIRE(bad.open(QIODevice::WriteOnly));
        bad.write(content);
        bad.close();
        const auto opened = Store::open(path, file.environment);
        REQUIRE(!opened);
        QFile after(path);
        REQUIRE(after.open(QIODevice::ReadOnly));
        CHECK(after.readAll() == content);
        return opened.error().sentence;
    };
    CHECK(sentenceFor({}).startsWith(QStringLiteral("bad.dtp is empty")));
    CHECK(sentenceFor("name,country\nDara,KH\n").startsWith(QStringLiteral("bad.dtp is not a file of this program")));
    CHECK(
        sentenceFor(QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x')).contains(QStringLiteral("damaged")));
    CHECK(Store::open(file.path(QStringLiteral("none.dtp")), file.environment)
              .error()
              .sentence.contains(QStringLiteral("is not there")));
}

TEST_CASE("a cut-off file is called damaged, kept, and replaced by the newest backup when asked",
          "[storage][baddays][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString path = file->path();
    const QString before = contentOf(*file);
    REQUIRE_OK(file->backupIfOlderThan(3600));
    file.store.reset();
    QFile damaged(path);
    REQUIRE(damaged.resize(damaged.size() / 2));
    const auto opened = Store::open(path, file.environment);
    REQUIRE(!opened);
    CHECK(Store::isDamage(opened.error()));
    CHECK(opened.error().sentence.contains(QStringLiteral("test.dtp is damaged")));

    const QString backup = Store::newestBackup(path);
    REQUIRE(!backup.isEmpty());
    REQUIRE_OK(Store::restore(backup, path));
    file.reopen();
    CHECK(contentOf(*file) == before);
    CHECK(QDir(file.folder.path()).entryList({QStringLiteral("*set aside*.dtp")}, QDir::Files).size() == 1);
}

TEST_CASE("a page overwritten in the middle is noticed on opening", "[storage][baddays]")
{
    FreshStore file;
    for (int i = 0; i < 50; ++i)
        addPerson(*file, QStringLiteral("Person %1").arg(i), QStringLiteral("Someone"));
    const QString path = file->path();
    file.store.reset();
    QFile damaged(path);
    REQUIRE(damaged.open(QIODevice::ReadWrite));
    damaged.seek(4096 * 3);
    damaged.write(QByteArray(4096 * 20, '\xA5'));
    damaged.close();
    const auto opened = Store::open(path, file.environment);
    const Result<> sound = opened ? (*opened)->soundness().get() : tl::unexpected<Error>(opened.error());
    REQUIRE(!sound);
    CHECK(Store::isDamage(sound.error()));
}

TEST_CASE("nothing is written to a file of which a page that opening does not read is damaged", "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString path = file->path();
    file.store.reset();
    damageTable(path, "photo_person");
    const QByteArray bytes = contentsOf(path);
    {
        const auto opened = Store::open(path, file.environment);
        REQUIRE_OK(opened);
        Person person;
        person.givenName = QStringLiteral("Mali");
        const auto changed = (*opened)->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(person));
            return {};
        });
        REQUIRE(!changed);
        CHECK(Store::isDamage(changed.error()));
        const auto set = (*opened)->setSetting(QStringLiteral("smallCell"), QStringLiteral("9"));
        REQUIRE(!set);
        CHECK(Store::isDamage(set.error()));
        const auto other = (*opened)->another();
        REQUIRE_OK(other);
        const Result<> sound = (*other)->soundness().get();
        REQUIRE(!sound);
        CHECK(Store::isDamage(sound.error()));
    }
    CHECK(contentsOf(path) == bytes);
}

namespace
{
// As damaged, and nothing is written to it.
void checkRefused(const QString& path, const Environment& environment)
{
    const QByteArray bytes = contentsOf(path);
    const auto opened = Store::open(path, environment);
    REQUIRE(!opened);
    CHECK(Store::isDamage(opened.error()));
    CHECK(contentsOf(path) == bytes);
}
} // namespace

TEST_CASE("nothing is written to a damaged file by opening it, though there is something to write",
          "[storage][baddays]")
{
    const char* const left = GENERATE(
        "UPDATE setting SET value = '1 old' WHERE key = 'personIndex'", // to be built anew
        "INSERT INTO setting VALUES ('begunDisclosure/5', '5')", "INSERT INTO setting VALUES ('clearFreeRoom', '1')");
    CAPTURE(left);
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString path = file->path();
    REQUIRE(sqlite3_exec(file->handle(), left, nullptr, nullptr, nullptr) == SQLITE_OK);
    file.store.reset();
    damageTable(path, "photo_person");
    checkRefused(path, file.environment);
}

TEST_CASE("Nothing is written to a large damaged file by opening it, though there is something to write",
          "[storage][baddays]")
{
    const char* const left =
        GENERATE("UPDATE setting SET value = '1 old' WHERE key = 'personIndex'",
                 "INSERT INTO setting VALUES ('begunDisclosure/5', '5')",
                 "INSERT INTO setting VALUES ('clearFreeRoom', '1')", "PRAGMA journal_mode = DELETE");
    CAPTURE(left);
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    REQUIRE_OK(file->load([](ChangeWriter& writer) -> Result<> {
        constexpr qsizetype large = 17 << 20; // beyond what is looked through at each opening
        DTP_CHECK(writer.insert(Image{{}, QByteArray(large, 'x'), QStringLiteral("image/png"), {}}));
        return {};
    }));
    const QString path = file->path();
    file.store.reset();
    {
        const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run(left));
    }
    damageTable(path, "photo_person");
    const QByteArray bytes = contentsOf(path);
    const auto opened = Store::open(path, file.environment);
    REQUIRE_FALSE(opened);
    CHECK(Store::isDamage(opened.error()));
    CHECK((contentsOf(path) == bytes)); // not printed where it fails
    const auto reading = Store::open(path, file.environment, OpenMode::ReadOnly);
    CHECK((contentsOf(path) == bytes));
}

TEST_CASE("the journal beside a damaged file is left as it is", "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    file.reopen();
    addPerson(*file, QStringLiteral("Mali"), QStringLiteral("Chai"));
    const QString path = file.path(QStringLiteral("crashed.dtp"));
    for (const char* ending : {"", "-wal"})
        REQUIRE(QFile::copy(file->path() + QLatin1String(ending), path + QLatin1String(ending)));
    const QByteArray journal = contentsOf(path + QStringLiteral("-wal"));
    REQUIRE(!journal.isEmpty());
    damageTable(path, "photo_person");
    checkRefused(path, file.environment);
    CHECK(contentsOf(path + QStringLiteral("-wal")) == journal);
}

TEST_CASE("a sound file is known to be so, and by every connection to it", "[storage][baddays]")
{
    FreshStore file;
    CHECK(file->soundness().get());
    const std::shared_future<Result<>> after = file->soundness();
    file.reopen();
    CHECK(file->soundness().get());
    const auto other = file->another();
    REQUIRE_OK(other);
    CHECK((*other)->soundness().get());
    file.store.reset();
    CHECK(after.get());
}

TEST_CASE("a full file system is a sentence, and the file is as it was", "[storage][baddays]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString before = contentOf(*file);
    // SQLite's own limit on pages gives the same answer as a full disk.
    const auto pages = [&] {
        Statement count = *Statement::prepare(file->handle(), "PRAGMA page_count");
        (void)count.step();
        return count.integer(0);
    }();
    REQUIRE(sqlite3_exec(file->handle(), ("PRAGMA max_page_count = " + std::to_string(pages + 2)).c_str(), nullptr,
                         nullptr, nullptr) == SQLITE_OK);
    const auto done = file->change(QStringLiteral("Much"), [](ChangeWriter& w) -> Result<> {
        for (int i = 0; i < 500; ++i)
            DTP_CHECK(w.insert(Task{{}, QString(300, QLatin1Char('x')), {}, {}, {}, {}, false, {}}));
        return {};
    });
    REQUIRE(!done);
    CHECK(done.error().sentence.startsWith(QStringLiteral("The disk is full, so nothing was changed in test.dtp.")));
    CHECK(contentOf(*file) == before);
    CHECK(file->check().value() == QStringList());
}

#ifndef Q_OS_WIN
TEST_CASE("A pipe is refused with a sentence, and nobody waits for it", "[storage][baddays]")
{
    FreshStore file;
    const QString pipe = file.path(QStringLiteral("pipe.dtp"));
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    const auto opened = Store::open(pipe, file.environment);
    REQUIRE(!opened);
    CHECK(opened.error().sentence == QStringLiteral("pipe.dtp is a pipe or a device, not a file of this program."));
    const auto restored = Store::restore(pipe, file.path(QStringLiteral("other.dtp")));
    REQUIRE(!restored);
    CHECK(restored.error().sentence == opened.error().sentence);
}
#endif
