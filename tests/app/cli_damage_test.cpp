// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged files on the command line: what is said, and that nothing is written.
#include "closed_file.h"
#include "small_file.h"

#include <database/connection.h>
#include <records/reports.h>
#include <support/vault.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
void setSetting(const QString& database, const QByteArray& key, const QByteArray& value)
{
    const auto connection = Connection::open(database, Connection::Mode::ReadWrite);
    REQUIRE_OK(connection);
    REQUIRE_OK((*connection)->run("UPDATE setting SET value = '" + value + "' WHERE key = '" + key + "'"));
}

// A picture of one dot, of which a byte is not as it was written.
QByteArray damagedPng()
{
    QByteArray png =
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                               "awAAAABJRU5ErkJggg==");
    const qsizetype at = png.indexOf("IDAT") + 6;
    png[at] = static_cast<char>(png.at(at) ^ 0x55);
    return png;
}
} // namespace

TEST_CASE("A damaged database without a backup is not sent to one", "[cli][baddays]")
{
    const ClosedFile file;
    damageTable(file.database(), "photo_person");
    const CliRun run = file.run({text("stats")});
    CHECK(run.code == 1);
    CHECK(run.isOneSentence());
    CHECK(run.err.contains(text("a.dtp is damaged")));
    CHECK(run.err.contains(text("There is no backup beside it that can be read; “salvage” saves")));
    CHECK_FALSE(run.err.contains(text("estore")));
    // One that cannot be read is none.
    QDir(file.folder.path()).mkdir(text("a backups"));
    writeFile(file.path("a backups/a 2026-06-01 09.00.00.dtp"), "nothing of ours");
    CHECK(file.run({text("stats")}).err == run.err);
}

TEST_CASE("A damaged database whose index is of another version is called damaged, not one that may only be read",
          "[cli][baddays]")
{
    const ClosedFile file;
    REQUIRE(file.run({text("undo")}).code == 0); // writes the index
    setSetting(file.database(), "personIndex", "1 old");
    damageTable(file.database(), "photo_person");
    const QByteArray bytes = contentOfFile(file.database());
    const CliRun run = file.run({text("stats")});
    CHECK(run.code == 1);
    CHECK(run.err.contains(text("a.dtp is damaged")));
    CHECK_FALSE(run.err.contains(text("may only be read")));
    CHECK(isSame(contentOfFile(file.database()), bytes));
}

TEST_CASE(
    "Records and indexes that disagree are told by check, which writes nothing, and once more when they are made "
    "anew",
    "[cli][baddays]")
{
    const ClosedFile file;
    QByteArray bytes = contentOfFile(file.database());
    {
        const auto connection = Connection::open(file.database(), Connection::Mode::Immutable);
        REQUIRE_OK(connection);
        const qint64 page =
            (*connection)->value("SELECT rootpage FROM sqlite_schema WHERE name = 'person'")->toLongLong();
        const qsizetype at = bytes.indexOf("DaraSok", (page - 1) * 4096);
        REQUIRE(at < page * 4096);
        bytes[at] = 'L';
    }
    writeFile(file.database(), bytes);
    const QString told =
        text("Record %1 of “person”: “words” is “lara” in the record and “dara” in the search index.\n")
            .arg(file.dara.id.value);
    for (int i = 0; i < 2; ++i) {
        const CliRun check = file.run({text("check")});
        CHECK(check.code == 1);
        CHECK(check.out.contains(told));
        CHECK(check.err.contains(text("a.dtp” has ")));
        CHECK(isSame(contentOfFile(file.database()), bytes));
        CHECK(QDir(file.folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{text("a.dtp")});
    }
    const CliRun rebuilt = file.run({text("check"), text("--rebuild")});
    CHECK(rebuilt.code == 1);
    CHECK(rebuilt.out.contains(told));
    CHECK_FALSE(rebuilt.out.contains(text("All is well")));
    CHECK(rebuilt.err.contains(text("some records may be damaged")));
    const QStringList aside = QDir(file.folder.path()).entryList({text("a (set aside *).dtp")}, QDir::Files);
    REQUIRE(aside.size() == 1);
    CHECK(rebuilt.out.contains(aside.front()));
    CHECK(cli({file.folder.filePath(aside.front()), text("check")}).out.contains(told));
    CHECK(file.run({text("check")}).out == text("All is well.\n"));
    CHECK(file.run({text("check"), text("--rebuild")}).out == text("All is well.\n"));
}

TEST_CASE("A damaged journal of a killed run is kept, check says so, and salvage saves what is before the damage",
          "[cli][baddays][journal]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    QByteArray log;
    {
        FreshStore fresh;
        fresh.reopen();
        for (const char* name : {"Dara", "Mali", "Somchai"})
            addPerson(*fresh, text(name), text("Sok"));
        REQUIRE(QFile::copy(fresh->path(), database));
        log = contentOfFile(fresh->path() + text("-wal"));
    }
    const qsizetype nearEnd = log.size() - 4120 - 1000; // in the last change, before its end
    log[nearEnd] = static_cast<char>(log.at(nearEnd) ^ 4);
    writeFile(database + text("-wal"), log);
    for (const char* verb : {"check", "stats", "undo"}) {
        const CliRun run = cli({database, text(verb)});
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
        CHECK(run.err.contains(text("The journal of a.dtp is damaged")));
        CHECK(isSame(contentOfFile(database + text("-wal")), log));
    }
    const QString saved = folder.filePath(text("saved.dtp"));
    const CliRun run = cli({database, text("salvage"), saved});
    CHECK(run.code == 0);
    CHECK(run.out.contains(text("The journal of the file is damaged: changes that stood in it behind the damage")));
    CHECK_FALSE(run.out.contains(text("Every row could be read")));
    CHECK(isSame(contentOfFile(database + text("-wal")), log));
    CHECK(cli({text("--json"), saved, text("stats")}).json().object().value(text("people")).toInt() == 2);
    CHECK(cli({saved, text("check")}).out == text("All is well.\n"));
}

TEST_CASE("No passphrase is added to a damaged database, and no recovery code made", "[cli][baddays][vault]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    const QString key = folder.filePath(text("key"));
    const QString next = folder.filePath(text("next"));
    qint64 page = 0;
    {
        FreshStore fresh(cheapPassphrase(text("Mali"), text("pelican anchor violet tractor")));
        addPerson(*fresh, text("Dara"), text("Sok"));
        REQUIRE_OK(fresh->backupTo(database));
        const auto connection = Connection::open(database, Connection::Mode::Immutable);
        REQUIRE_OK(connection);
        page = (*connection)->value("SELECT rootpage FROM sqlite_schema WHERE name = 'photo_person'")->toLongLong();
    }
    vault::lockAll();
    for (const auto& [path, words] :
         {std::pair(key, "pelican anchor violet tractor\n"), std::pair(next, "museum cotton river salad\n")}) {
        writeFile(path, words);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    QByteArray bytes = contentOfFile(database);
    const qint64 at = (page + 1) * 4096 + 100;
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
    writeFile(database, bytes);
    const QString sheet = folder.filePath(text("code.pdf"));
    for (const QStringList& words :
         {QStringList{text("add"), text("Nok"), text("--new-key-file"), next}, QStringList{text("code"), sheet},
          QStringList{text("change"), text("Mali"), text("--new-key-file"), next}}) {
        const CliRun run = cli(QStringList{database, text("--key-file"), key, text("vault")} + words);
        INFO(words.front().toStdString());
        CHECK(run.code == 1);
        CHECK(run.err.contains(text("a.dtp is damaged")));
        CHECK(isSame(contentOfFile(database), bytes));
    }
    CHECK_FALSE(QFile::exists(sheet));
}

TEST_CASE("What a library says of a damaged picture does not reach the user", "[cli][baddays]")
{
#ifdef __SANITIZE_ADDRESS__
    SKIP_TEST("the sanitizers write to standard error themselves, so that it is left open");
#endif
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    {
        FreshStore fresh;
        REQUIRE_OK(fresh->change(text("Add a report"), [](ChangeWriter& writer) -> Result<> {
            DTP_TRY(report,
                    writer.insert(Report{{}, {}, text("River meeting"), {}, {}, {}, text("en"), text("draft")}));
            ReportSection section;
            section.report = report;
            section.title = text("First day");
            DTP_CHECK(writer.insert(section));
            DTP_TRY(image, writer.insert(Image{{}, damagedPng(), text("image/png"), {}}));
            ReportPhoto photo;
            photo.section = section.id;
            photo.image = image;
            DTP_CHECK(writer.insert(photo));
            return {};
        }));
        REQUIRE_OK(fresh->backupTo(database));
    }
    const CliRun run = cli({database, text("report"), text("write"), text("River"), folder.filePath(text("r.html"))});
    INFO(run.err.toStdString());
    CHECK_FALSE(run.err.contains(text("libpng")));
    CHECK(run.err.count(QLatin1Char('\n')) == (run.code == 0 ? 0 : 1));
}

TEST_CASE("A backup that did not come to the second place is not called done", "[cli][backup]")
{
    const ClosedFile file;
    const QString stick = file.path("stick");
    REQUIRE(QDir().mkpath(stick));
    REQUIRE(file.run({text("backups"), text("--second"), stick, text("--now")}).code == 0);
    REQUIRE(QDir(file.folder.path()).rename(text("stick"), text("pocket")));
    const CliRun run = file.run({text("backups"), text("--now")});
    CHECK(run.code == 1);
    CHECK(run.out.contains(text("The second place for backups, “%1”, is not there just now.").arg(stick)));
    CHECK(run.err == text("There is a backup in the first place now, and none in the second one.\n"));
}

TEST_CASE("A database is not restored from itself", "[cli][backup]")
{
    const ClosedFile file;
    const CliRun run = file.run({text("restore"), file.database()});
    CHECK(run.code == 1);
    CHECK(run.err == text("a.dtp is the file itself and no backup of it. Nothing was changed.\n"));
}

TEST_CASE("Commands that only read leave nothing beside a database", "[cli]")
{
    const QTemporaryDir folder;
    makeTwoPeople(folder.filePath(text("a.dtp")));
    CHECK(cli({folder.filePath(text("a.dtp")), text("stats")}).code == 0);
    CHECK(cli({folder.filePath(text("a.dtp")), text("search"), text("Dara")}).code == 0);
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{text("a.dtp")});
}

TEST_CASE("Salvage tells of people whose name is lost, and that they are named to nobody", "[cli][baddays][salvage]")
{
    const ClosedFile file;
    REQUIRE(file.run({text("person"), text("consent"), QString::number(file.dara.id.value), text("publicity=agreed")})
                .code == 0);
    damageTable(file.database(), "person");
    const QString saved = file.path("saved.dtp");
    const CliRun run = file.run({text("salvage"), saved});
    CHECK(run.code == 0);
    CHECK(run.out.contains(text("Of what could not be read, other records needed 1 people: these are there again by "
                                "their number alone, called “… (name lost)”, with what belongs to them.")));
    CHECK(run.out.contains(text("People whose name is lost count as at risk until you say otherwise")));
    const QString list = file.path("public.csv");
    CHECK(cli({saved, text("export"), text("people"), list, text("--audience"), text("public")}).code == 0);
    CHECK_FALSE(contentOfFile(list).contains("Person"));
    const CliRun inside = cli({saved, text("search"), text("")});
    CHECK(inside.out.contains(text("Person %1 (name lost)").arg(file.dara.id.value)));
}
