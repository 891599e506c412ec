// SPDX-License-Identifier: GPL-3.0-or-later
// A file is opened with exactly the tables, columns and indexes that this program makes, or not at all.
#include <database/connection.h>
#include <database/layout.h>
#include <database/schema.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
void runOn(const QString& path, const QByteArray& sql)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    REQUIRE_OK(connection);
    REQUIRE_OK((*connection)->run("PRAGMA foreign_keys = OFF; " + sql));
}

void checkRefused(const QString& path, const Environment& environment, const char* what)
{
    const QByteArray bytes = contentsOf(path);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto opened = Store::open(path, environment, mode);
        REQUIRE_FALSE(opened);
        CHECK(Store::isDamage(opened.error()));
        CHECK(opened.error().sentence ==
              QStringLiteral("%1 is damaged, or another program changed it: “%2” in it is missing, or is not as this "
                             "program makes it. It was not opened.")
                  .arg(QFileInfo(path).fileName(), QLatin1String(what)));
    }
    CHECK(contentsOf(path) == bytes);
}
} // namespace

TEST_CASE("A file that lacks a table, a column or an index, or has another, is refused", "[storage][baddays][layout]")
{
    struct Change {
        const char* sql;
        const char* what;
    };
    const auto [sql, what] = GENERATE(
        Change{"DROP TABLE consent", "consent"}, Change{"DROP TABLE change_part", "change_part"},
        Change{"ALTER TABLE person DROP COLUMN notes", "person"},
        Change{"ALTER TABLE person ADD COLUMN shoe_size INTEGER", "person"},
        Change{"ALTER TABLE task RENAME COLUMN done TO finished", "task"},
        Change{"DROP INDEX person_by_country", "person_by_country"},
        Change{"DROP INDEX person_by_country; CREATE INDEX person_by_country ON person (gender)", "person_by_country"},
        Change{"DROP TABLE setting; CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT)", "setting"});
    CAPTURE(sql);
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString path = file->path();
    file.store.reset();
    runOn(path, sql);
    checkRefused(path, file.environment, what);
}

TEST_CASE("A file of an earlier layout that lacks a table is refused, and not brought up to date",
          "[storage][baddays][layout][migration]")
{
    FreshStore file;
    const QString path = file.path(QStringLiteral("old.dtp"));
    REQUIRE(QFile::copy(QStringLiteral(DTP_SOURCES "/tests/files/layout_5.dtp"), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    runOn(path, "DROP TABLE membership");
    checkRefused(path, file.environment, "membership"); // and its indexes, which come after it by name
}

TEST_CASE("A version that the tables do not have is refused", "[storage][baddays][layout][migration]")
{
    FreshStore file;
    const QString path = file->path();
    file.store.reset();
    runOn(path, "PRAGMA user_version = 8");
    const QByteArray bytes = contentsOf(path);
    const auto opened = Store::open(path, file.environment);
    REQUIRE_FALSE(opened);
    CHECK(Store::isDamage(opened.error()));
    CHECK(contentsOf(path) == bytes);
}

TEST_CASE("A backup that lacks a table is not restored", "[storage][baddays][layout][backup]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString backup = file.path(QStringLiteral("backup.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    const QString path = file->path();
    file.store.reset();
    runOn(backup, "DROP TABLE contact_point");
    const QByteArray bytes = contentsOf(path);
    const auto restored = Store::restore(backup, path);
    REQUIRE_FALSE(restored);
    CHECK(restored.error().sentence == QStringLiteral("backup.dtp is not a sound backup, so nothing was changed."));
    CHECK(contentsOf(path) == bytes);
}

TEST_CASE("A table of the search index that is gone is made anew, since it says nothing of its own",
          "[storage][layout][search]")
{
    FreshStore file;
    addPerson(*file, QStringLiteral("Arun"), QStringLiteral("Rao"));
    const QString path = file->path();
    file.store.reset();
    runOn(path, "DROP TABLE person_words");
    file.reopen();
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("The digest of every layout is kept, so that opening a file need not run the migrations",
          "[storage][layout][migration]")
{
    for (const Migration& migration : migrations()) {
        const auto empty = Connection::open(QStringLiteral(":memory:"), Connection::Mode::Create);
        REQUIRE_OK(empty);
        REQUIRE_OK(migrate(**empty, migration.version));
        const auto digest = layoutDigest(**empty);
        REQUIRE_OK(digest);
        CAPTURE(migration.version);
        CHECK(keptLayoutDigest(migration.version) == *digest);
    }
}
