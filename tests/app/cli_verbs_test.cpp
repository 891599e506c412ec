// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.h"

#include <base/id.h>
#include <database/connection.h>
#include <privacy/audiences.h>
#include <records/people.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <storage/store.h>
#include <support/fresh_store.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Search finds people by words and filters, with keys to the last digit", "[cli]")
{
    const ClosedFile file;
    const CliRun all = file.json({text("search"), text("country:KH,TH")});
    CHECK(all.code == 0);
    CHECK(all.json().array().size() == 3);
    const CliRun one = file.json({text("search"), text("sok"), text("-country:TH")});
    REQUIRE(one.json().array().size() == 1);
    const QJsonObject person = one.json().array().first().toObject();
    CHECK(person.value(text("id")) == QJsonValue(QString::number(file.dara.id.value)));
    CHECK(person.value(text("name")).toString() == text("Dara Sok"));
    CHECK(person.value(text("country")).toString() == text("KH"));
    CHECK(file.json({text("search"), text("country:TH"), text("--limit"), text("1")}).json().array().size() == 1);
    CHECK(file.json({text("search"), text("country:TH"), text("--limit=0")}).json().array().isEmpty());
    CHECK(file.json({text("search"), text("nobody")}).out == text("[]\n"));
    CHECK(file.run({text("search"), text("nobody")}).out.isEmpty());
    CHECK(file.run({text("search"), text("Dara")}).out ==
          QString(QString::number(file.dara.id.value) + text("  Dara Sok  Cambodia\n")));

    const CliRun unknown = file.run({text("search"), text("colour:red")});
    CHECK(unknown.code == 1);
    CHECK(unknown.isOneSentence());
}

TEST_CASE("What is in the data is never obeyed: neither by SQL nor by the terminal", "[cli]")
{
    const ClosedFile file;
    const CliRun plain = file.run({text("search"), text("robert")});
    CHECK(plain.out.contains(text("DROP TABLE person;--[2J")));
    CHECK_FALSE(plain.out.contains(QChar(0x1b)));
    CHECK(file.run({text("search"), text("x'; DROP TABLE person; --")}).code == 0);
    CHECK(file.json({text("stats")}).json().object().value(text("people")).toInteger() == 3);
}

TEST_CASE("Stats count by one side, across another, and of what was asked", "[cli][figures]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE(cli({database, text("create"), text("--sample"), text("--people"), text("60")}).code == 0);
    const QJsonObject byGender =
        cli({text("--json"), database, text("stats"), text("--by"), text("gender")}).json().object();
    CHECK(byGender.value(text("by")).toString() == text("gender"));
    CHECK(byGender.value(text("of")).toString() == text("people"));
    qint64 people = 0;
    const QJsonArray rows = byGender.value(text("rows")).toArray();
    for (const QJsonValue& row : rows)
        people += row.toObject().value(text("count")).toInteger();
    CHECK(people == 60);

    const QJsonObject pivot =
        cli({text("--json"), database, text("stats"), text("--by"), text("gender"), text("--across"), text("age")})
            .json()
            .object();
    const qsizetype columns = pivot.value(text("columns")).toArray().size();
    CHECK(columns > 2);
    const QJsonArray lines = pivot.value(text("rows")).toArray();
    REQUIRE(lines.size() == rows.size());
    for (const QJsonValue& line : lines) {
        const QJsonArray cells = line.toObject().value(text("cells")).toArray();
        CHECK(cells.size() == columns);
        qint64 sum = 0;
        for (const QJsonValue& cell : cells)
            sum += cell.toInteger();
        CHECK(sum == line.toObject().value(text("count")).toInteger());
    }
    CHECK(cli({database, text("stats"), text("--by"), text("gender")}).out.startsWith(text("Gender ")));
    CHECK(cli({database, text("stats"), text("--by"), text("status"), text("--of"), text("workshops")}).code == 0);

    const CliRun wrong = cli({database, text("stats"), text("--by"), text("shoe size")});
    CHECK(wrong.code == 2);
    CHECK(wrong.err.contains(text("shoe size")));
    CHECK(wrong.err.contains(text("country")));
    CHECK(cli({database, text("stats"), text("--by"), text("age"), text("--of"), text("workshops")}).code == 2);
    CHECK(cli({database, text("stats"), text("--by"), text("age"), text("--of"), text("shoes")}).code == 2);
    CHECK(cli({database, text("stats"), text("--across"), text("age")}).code == 2);
    CHECK(cli({database, text("stats"), text("--by"), text("age"), text("--across"), text("shoes")}).code == 2);
}

TEST_CASE("Workshops, reports and stats are lists of what is there", "[cli]")
{
    const ClosedFile file;
    const QJsonArray workshops = file.json({text("workshops")}).json().array();
    REQUIRE(workshops.size() == 1);
    CHECK(workshops.first().toObject().value(text("id")) == QJsonValue(QString::number(file.workshopId)));
    CHECK(workshops.first().toObject().value(text("title")).toString() == text("Planning meeting"));
    CHECK(file.json({text("reports")}).out == text("[]\n"));
    const QJsonObject stats = file.json({text("stats")}).json().object();
    CHECK(stats.value(text("people")).toInteger() == 3);
    CHECK(stats.value(text("workshops")).toInteger() == 1);
    CHECK(stats.value(text("organisations")).toInteger() == 0);
    CHECK(file.run({text("stats")}).out.startsWith(text("people               3\n")));
    const QJsonObject check = file.json({text("check")}).json().object();
    CHECK(check.value(text("ok")).toBool());
    CHECK(check.value(text("problems")).toArray().isEmpty());
}

TEST_CASE("A search index that does not agree with the records is told by check, and made anew when asked", "[cli]")
{
    const ClosedFile file;
    {
        auto connection = Connection::open(file.database(), Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run("UPDATE person_key SET country = 'VU' WHERE country = 'KH'"));
    }
    const auto found = [&] { return file.json({text("search"), text("country:KH")}).json().array().size(); };
    CHECK(found() == 0);
    const CliRun check = file.run({text("check")});
    CHECK(check.code == 1);
    CHECK(check.out ==
          text("Record %1 of “person”: “country” is “KH” in the record and “VU” in the search index.\n"
               "The search index does not agree with 1 person. Which of both is damaged is not known: "
               "compare them with a backup. “check --rebuild” makes the index anew, as the records say.\n")
              .arg(file.dara.id.value));
    CHECK(found() == 0);
    CHECK(file.run({text("check"), text("--rebuild")}).code == 1);
    CHECK(found() == 1);
    CHECK(file.run({text("check")}).out == text("All is well.\n"));
}

TEST_CASE("Keys in JSON are strings, which every reader keeps to the last digit", "[cli]")
{
    const ClosedFile file;
    const QString source = file.path("r.md");
    {
        QFile out(source);
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write("# Rivers\n\n## 1. Summary\n\nTwo days of talk.\n");
    }
    const QJsonValue id = file.json({text("report"), text("import"), source}).json().object().value(text("id"));
    CHECK(id.toString().size() > 16);
    const CliRun written = file.json({text("report"), text("write"), id.toString(), file.path("r.html")});
    REQUIRE(written.code == 0);
    CHECK(written.json().object().value(text("id")) == id);
    for (const char* verb : {"history", "reports", "workshops"}) {
        const QJsonArray listed = file.json({text(verb)}).json().array();
        REQUIRE_FALSE(listed.isEmpty());
        for (const QJsonValue& one : listed) {
            INFO(verb);
            CHECK(one.toObject().value(text("id")).isString());
        }
    }
}

TEST_CASE("A report is meant by its title, or by a part of it that no other has", "[cli][report]")
{
    const ClosedFile file;
    for (const char* title : {"Rivers of the Mekong 2025", "Rivers of Bangkok 2026", "Rivers"}) {
        const QString source = file.path("r.md");
        QFile out(source);
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write("# Any\n\n## 1. Summary\n\nTwo days of talk.\n");
        out.close();
        REQUIRE(file.run({text("report"), text("import"), source, text("--title"), text(title)}).code == 0);
    }
    const QString target = file.path("r.html");
    const auto write = [&](const char* report) {
        return file.run({text("report"), text("write"), text(report), target});
    };
    CHECK(write("bangkok").code == 0);
    CHECK(contentOfFile(target).contains("Rivers of Bangkok 2026"));
    CHECK(write("2025").code == 0);
    CHECK(contentOfFile(target).contains("Rivers of the Mekong 2025"));
    CHECK(write("rivers").code == 0); // the whole title of one, though others contain it
    const CliRun ambiguous = write("Rivers of");
    CHECK(ambiguous.code == 1);
    CHECK(ambiguous.isOneSentence());
    CHECK(ambiguous.err.contains(text("“Rivers of the Mekong 2025” (")));
    CHECK(ambiguous.err.contains(text("“Rivers of Bangkok 2026” (")));
    CHECK_FALSE(ambiguous.err.contains(text("“Rivers” (")));
    const CliRun none = write("Geneva");
    CHECK(none.code == 1);
    CHECK(none.err == text("There is no report with the number or title “Geneva”.\n"));
}

TEST_CASE("One of a thing is said as one", "[cli]")
{
    const ClosedFile file;
    const QString small = file.path("small.dtp");
    CHECK(cli({small, text("create"), text("--plain"), text("--people"), text("1")}).out ==
          text("Made “%1” with 1 person.\n").arg(small));
    const QString backup = file.path("backup.dtp");
    REQUIRE(cli({small, text("backup"), backup}).code == 0);
    CHECK(cli({small, text("restore"), backup}).out ==
          text("“%1” is again as in “%2”, with 1 person.\n").arg(small, backup));
    {
        const auto connection = Connection::open(file.database(), Connection::Mode::ReadWrite);
        REQUIRE_OK(connection);
        REQUIRE_OK((*connection)->run("PRAGMA foreign_keys = OFF"));
        REQUIRE_OK((*connection)->run("INSERT INTO person_issue (id, person_id, issue) VALUES (1, 5, 'land')"));
    }
    const CliRun check = file.run({text("check")});
    CHECK(check.code == 1);
    CHECK(check.err ==
          text("“%1” has 1 fault; there is no backup beside it that can be read.\n").arg(file.database()));
}

TEST_CASE("A file of an earlier layout is brought up to date by whoever reads it", "[cli][migration]")
{
    const ClosedFile file;
    const QString old = file.path("old.dtp");
    REQUIRE(QFile::copy(text(DTP_SOURCES "/tests/files/layout_1.dtp"), old));
    REQUIRE(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));
    const CliRun check = cli({old, text("check")});
    CHECK(check.err == QString());
    CHECK(check.code == 0);
    CHECK(QDir(file.path("old backups")).entryList(QDir::Files).size() == 1);
}

TEST_CASE("Undo and redo go through the history, which survives between runs", "[cli]")
{
    const ClosedFile file;
    const QJsonArray history = file.json({text("history")}).json().array();
    REQUIRE(history.size() == 4);
    CHECK(history.first().toObject().value(text("sentence")).toString() == text("Add the workshop"));
    CHECK(file.json({text("history"), text("--limit"), text("2")}).json().array().size() == 2);
    const QJsonObject undone = file.json({text("undo")}).json().object();
    CHECK(undone.value(text("sentence")).toString() == text("Add the workshop"));
    CHECK(file.json({text("workshops")}).out == text("[]\n"));
    CHECK(file.run({text("redo")}).out == text("Done again: Add the workshop\n"));
    CHECK(file.json({text("workshops")}).json().array().size() == 1);
    const CliRun nothing = file.run({text("redo")});
    CHECK(nothing.code == 1);
    CHECK(nothing.isOneSentence());
}

TEST_CASE("An older change is taken back by itself, by its place in the history", "[cli]")
{
    const ClosedFile file;
    const CliRun taken = file.run({text("undo"), text("--only"), text("3")});
    CHECK(taken.out == text("Taken back: Add Mali Chai\n"));
    CHECK(file.json({text("search"), text("Mali")}).json().array().isEmpty());
    CHECK(file.json({text("workshops")}).json().array().size() == 1);
    CHECK(file.json({text("history")}).json().array().size() == 5);
    for (const char* place : {"9", "0"}) {
        const CliRun again = file.run({text("undo"), text("--only"), text(place)});
        CHECK(again.code == 1);
        CHECK(again.isOneSentence());
    }
    CHECK(file.json({text("history")}).json().array().size() == 5);
}

TEST_CASE("People are exported for an audience, with a filter, in each format", "[cli]")
{
    const ClosedFile file;
    const CliRun all = file.json({text("export"), text("people"), file.path("all.csv")});
    CHECK(all.code == 0);
    CHECK(all.json().object().value(text("named")).toInteger() == 3);
    const QByteArray csv = contentOfFile(file.path("all.csv"));
    CHECK(csv.startsWith("\xEF\xBB\xBFGiven name,Family name,"));
    CHECK(csv.count("\r\n") == 4);
    CHECK(csv.contains("\r\n'=cmd(),"));
    CHECK(
        file.run({text("export"), text("people"), file.path("public.csv"), text("--audience"), text("public")}).out ==
        text("Wrote “%1”. For: The public. 3 people: 0 named, 3 left out.\n").arg(file.path("public.csv")));
    CHECK(contentOfFile(file.path("public.csv")).count("\r\n") == 1);
    CHECK(file.run({text("export"), text("people"), file.path("thai.xlsx"), text("--filter"), text("country:TH")})
              .code == 0);
    CHECK(contentOfFile(file.path("thai.xlsx")).startsWith("PK"));
    CHECK(file.run({text("export"), text("people"), file.path("cards.vcf")}).code == 0);
    CHECK(contentOfFile(file.path("cards.vcf")).count("BEGIN:VCARD") == 3);
    for (const char* list : {"recommendations", "participations", "organisations"}) {
        CHECK(file.run({text("export"), text(list), file.path("list.csv")}).code == 0);
        CHECK(contentOfFile(file.path("list.csv")).startsWith("\xEF\xBB\xBF"));
    }
    CHECK(file.json({text("stats")}).json().object().value(text("disclosures")).toInteger() == 7);

    for (const QStringList& refused :
         std::vector<QStringList>{{file.path("out.doc")},
                                  {file.path("no/such/folder.csv")},
                                  {file.folder.path()},
                                  {file.path("x.csv"), text("--filter"), text("colour:red")}}) {
        const CliRun run = file.run(QStringList{text("export"), text("people")} + refused);
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
    }
    CHECK(file.json({text("stats")}).json().object().value(text("disclosures")).toInteger() == 7);
}

TEST_CASE("A file that may only be read can be looked at, and says why nothing leaves or changes", "[cli]")
{
    const ClosedFile file;
    auto writer = FreshStore();
    auto held = Store::open(file.database(), writer.environment); // another program has it
    REQUIRE_OK(held);
    REQUIRE_FALSE((*held)->isReadOnly());
    CHECK(file.run({text("stats")}).code == 0);
    CHECK(file.run({text("search"), text("dara")}).code == 0);
    for (const QStringList& words : std::vector<QStringList>{{text("undo")},
                                                             {text("export"), text("people"), file.path("x.csv")},
                                                             {text("restore"), file.path("x.dtp")}}) {
        const CliRun run = file.run(words);
        INFO(run.err.toStdString());
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
    }
    CHECK_FALSE(QFile::exists(file.path("x.csv")));
}

TEST_CASE("Names of files in any script work in any locale", "[cli]")
{
    const QTemporaryDir folder;
    QProcessEnvironment plain;
    plain.insert(text("LC_ALL"), text("C"));
    plain.insert(text("PATH"), qEnvironmentVariable("PATH"));
    const QString database = folder.filePath(text("សុខ.dtp"));
    const CliRun made = cli({text("--json"), database, text("create"), text("--plain")}, {plain});
    CHECK(made.code == 0);
    CHECK(made.err.isEmpty());
    CHECK(made.json().object().value(text("file")).toString() == database);
    CHECK(QFile::exists(database));
    CHECK(cli({database, text("create"), text("--plain")}, {plain}).code == 1);
}

TEST_CASE("Records of any type are exported with the columns asked for, and each audience is offered", "[cli]")
{
    const ClosedFile file;
    const QString target = file.path("w.csv");
    REQUIRE(file.run({text("export"), text("workshops"), target, text("--columns"), text("title,start_date")}).code ==
            0);
    CHECK(contentOfFile(target) == QByteArray("\xEF\xBB\xBF") + "Title,First day\r\nPlanning meeting,2026-07-01\r\n");
    REQUIRE(file.run({text("export"), text("workshop"), target, text("--query"), text("suva")}).code == 0);
    CHECK(contentOfFile(target).count("\r\n") == 1);
    for (const char* type : {"organisations", "programs", "series", "participations", "networks", "memberships",
                             "invitations", "recommendations", "tasks"}) {
        INFO(type);
        CHECK(file.run({text("export"), text(type), target}).code == 0);
        CHECK(contentOfFile(target).startsWith("\xEF\xBB\xBFRecord,"));
    }
    const CliRun unknown = file.run({text("export"), text("workshops"), target, text("--columns"), text("colour")});
    CHECK(unknown.code == 1);
    CHECK(unknown.isOneSentence());
    const QString help = cli({text("export"), text("--help")}).out;
    for (const QString& code : audienceCodes())
        CHECK(help.contains(code));
}

TEST_CASE("What is printed is exported by its key, and options say what it is of", "[cli]")
{
    const ClosedFile file;
    const QString directory = file.path("d.html");
    REQUIRE(file.run({text("export"), text("directory"), directory, text("--country"), text("Cambodia")}).code == 0);
    const QByteArray page = contentOfFile(directory);
    CHECK(page.contains("Dara Sok"));
    CHECK_FALSE(page.contains("Mali Chai"));
    const QString agenda = file.path("a.pdf");
    for (const QStringList& wrong : {QStringList{text("agenda"), agenda}, // of which workshop?
                                     QStringList{text("people"), file.path("p.csv"), text("--workshop"),
                                                 text("Planning meeting")}, // says nothing
                                     QStringList{text("agenda"), agenda, text("--columns"), text("title")}}) {
        const CliRun run = file.run(QStringList{text("export")} + wrong);
        INFO(run.err.toStdString());
        CHECK(run.code == 2);
        CHECK(run.isOneSentence());
    }
    CHECK_FALSE(QFile::exists(agenda));
    const QString help = cli({text("export"), text("--help")}).out;
    for (const char* key : {"directory", "agenda", "sign-in-sheet", "workshop-report", "--workshop", "--edition"})
        CHECK(help.contains(text(key)));
}

TEST_CASE("A list of which every column is withheld is not written", "[cli]")
{
    const ClosedFile file;
    const QString target = file.path("c.csv");
    const CliRun run = file.run({text("export"), text("consents"), target, text("--audience"), text("public")});
    CHECK(run.code == 1);
    CHECK(run.isOneSentence());
    CHECK(run.err.contains(text("Every column of this list is withheld for ")));
    CHECK_FALSE(QFile::exists(target));
}
