// SPDX-License-Identifier: GPL-3.0-or-later
// Backups on the command line: made, listed and restored.
#include "small_file.h"

#include <QDir>
#include <QFile>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A backup restores what was there, and what was in its place is kept", "[cli]")
{
    const ClosedFile file;
    CHECK(file.json({text("backup"), file.path("b.dtp")}).json().object().value(text("bytes")).toInteger() > 0);
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.json({text("stats")}).json().object().value(text("people")).toInteger() == 2);
    CHECK(file.json({text("restore"), file.path("b.dtp")}).json().object().value(text("people")).toInteger() == 3);
    CHECK(file.json({text("workshops")}).json().array().size() == 1);
    CHECK_FALSE(QDir(file.folder.path()).entryList(QDir::Files).filter(text("set aside")).isEmpty());

    CHECK(file.run({text("backup"), file.database()}).code == 1);
    CHECK(file.run({text("backup"), file.folder.path()}).code == 1);
    CHECK(file.run({text("backup"), file.path("no/folder/b.dtp")}).code == 1);
    CHECK(file.run({text("restore"), file.path("absent.dtp")}).code == 1);
    CHECK(file.json({text("stats")}).json().object().value(text("people")).toInteger() == 3);

    QFile::remove(file.database());
    CHECK(file.run({text("restore"), file.path("b.dtp")}).code == 0);
    CHECK(file.json({text("stats")}).json().object().value(text("people")).toInteger() == 3);
}

TEST_CASE("Backups are listed with their time and people, and made in a second place", "[cli][backup]")
{
    const ClosedFile file;
    CHECK(file.run({text("backups")}).out == text("There is no backup yet.\n"));
    const QString stick = file.path("stick");
    CHECK(file.run({text("backups"), text("--second"), stick}).code == 1);
    REQUIRE(QDir().mkpath(stick));
    const CliRun made = file.run({text("backups"), text("--second"), stick, text("--now")});
    CHECK(made.code == 0);
    CHECK(made.out.count(text("  3 people  ")) == 2);
    REQUIRE(QDir(file.folder.path()).rename(text("stick"), text("pocket")));
    const QJsonObject listed = file.json({text("backups")}).json().object();
    const QJsonArray backups = listed.value(text("backups")).toArray();
    REQUIRE(backups.size() == 1);
    CHECK(backups.first().toObject().value(text("people")).toInteger() == 3);
    CHECK(backups.first().toObject().value(text("place")).toInteger() == 1);
    CHECK(listed.value(text("places")).toArray().last().toObject().value(text("there")).toBool(true) == false);
    CHECK(file.run({text("backups")}).out.contains(text("The second place, “%1”, is not there just now.").arg(stick)));
    CHECK(file.run({text("backups"), text("--one-place")}).code == 0);
    CHECK(file.json({text("backups")}).json().object().value(text("places")).toArray().size() == 1);
}

TEST_CASE("Before an import there is a backup, unless nothing was changed since the last", "[cli][backup]")
{
    const ClosedFile file;
    QFile rows(file.path("rows.csv"));
    REQUIRE(rows.open(QIODevice::WriteOnly));
    rows.write("Given name,Family name\nSomchai,Prasert\n");
    rows.close();
    const auto people = [&] {
        QStringList counts;
        for (const QJsonValue& backup : file.json({text("backups")}).json().object().value(text("backups")).toArray())
            counts << QString::number(backup.toObject().value(text("people")).toInteger());
        return counts.join(QLatin1Char(' '));
    };
    CHECK(file.run({text("import"), text("people"), rows.fileName(), text("--dry-run")}).code == 0);
    CHECK(people() == QString());
    CHECK(file.run({text("import"), text("people"), rows.fileName()}).code == 0);
    CHECK(people() == text("3"));
    CHECK(file.run({text("import"), text("organisations"), rows.fileName()}).code == 1);
    CHECK(people() == text("3"));
}

TEST_CASE("A damaged database says where its newest backup is", "[cli]")
{
    const ClosedFile file;
    QDir(file.folder.path()).mkdir(text("a backups"));
    REQUIRE(file.run({text("backup"), file.path("a backups/a 2026-06-01 09.00.00.dtp")}).code == 0);
    QByteArray bytes = contentOfFile(file.database());
    bytes.truncate(bytes.size() / 2);
    QFile broken(file.database());
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write(bytes);
    broken.close();
    const CliRun run = file.run({text("stats")});
    CHECK(run.code == 1);
    CHECK(run.err.contains(text("a 2026-06-01 09.00.00.dtp")));
    CHECK(contentOfFile(file.database()) == bytes);
}

TEST_CASE("Of a database that is damaged where a command reads nothing, nothing is printed or written", "[cli]")
{
    const ClosedFile file;
    QDir(file.folder.path()).mkdir(text("a backups"));
    REQUIRE(file.run({text("backup"), file.path("a backups/a 2026-06-01 09.00.00.dtp")}).code == 0);
    const QString list = file.path("list.csv");
    REQUIRE(file.run({text("export"), text("people"), list}).code == 0);
    damageTable(file.database(), "photo_person");
    const QByteArray bytes = contentOfFile(file.database());
    for (const QStringList& words :
         {QStringList{text("stats")}, QStringList{text("search"), text("country:KH")},
          QStringList{text("export"), text("people"), file.path("out.csv")},
          QStringList{text("import"), text("people"), list, text("--dry-run"), text("--log"), file.path("log.csv")}}) {
        const CliRun run = file.run(words);
        CHECK(run.code == 1);
        CHECK(run.out.isEmpty());
        CHECK(run.err.contains(text("a.dtp is damaged")));
        CHECK(run.err.contains(text("a 2026-06-01 09.00.00.dtp")));
    }
    CHECK_FALSE(QFile::exists(file.path("out.csv")));
    CHECK_FALSE(QFile::exists(file.path("log.csv")));
    CHECK(contentOfFile(file.database()) == bytes);
}
