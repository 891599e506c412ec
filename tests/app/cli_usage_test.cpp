// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_run.h"

#include <QDir>
#include <QTemporaryDir>
#include <sys/stat.h>

using namespace dtp::test;

TEST_CASE("Wrong usage has exit code 2, one sentence, and changes nothing", "[cli]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    const std::vector<QStringList> wrong{
        {},
        {text("--json")},
        {text("--frob"), database, text("stats")},
        {text("")},
        {database},
        {database, text("frob")},
        {database, text("import")},
        {database, text("import"), text("frob")},
        {database, text("stats"), text("--frob")},
        {database, text("stats"), text("-x")},
        {database, text("--"), text("stats")},
        {database, text("stats"), text("--")},
        {database, text("stats"), text("more")},
        {database, text("search")},
        {database, text("search"), text("x"), text("--limit")},
        {database, text("search"), text("x"), text("--limit"), text("many")},
        {database, text("search"), text("x"), text("--limit=-1")},
        {database, text("history"), text("--limit="), text("3")},
        {database, text("export"), text("people")},
        {database, text("export"), text("people"), text("out.csv"), text("--audience"), text("everybody")},
        {database, text("export"), text("colours"), text("out.csv")},
        {database, text("import"), text("people"), text("in.csv"), text("--match"), text("guess")},
        {database, text("import"), text("people"), text("in.csv"), text("--dry-run=yes")},
        {database, text("create"), text("--people"), text("some")},
        {database, text("stats"), text("--by"), text("country"), text("--by"), text("gender")},
        {database, text("backup")},
        {database, text("backups"), text("--second"), text("x"), text("--one-place")},
        {database, text("settings"), text("--threshold"), text("many")},
        {database, text("settings"), text("--threshold"), text("-3")},
        {database, text("export"), text("people"), text("out.csv"), text("--threshold"), text("some")},
    };
    for (const QStringList& arguments : wrong) {
        const CliRun run = cli(arguments);
        INFO(arguments.join(QLatin1Char(' ')).toStdString() << " -> " << run.err.toStdString());
        CHECK(run.code == 2);
        CHECK(run.isOneSentence());
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("Help is everywhere and needs no database", "[cli]")
{
    for (const QStringList& arguments :
         std::vector<QStringList>{{text("--help")}, {text("-h")}, {text("no.dtp"), text("--help")}}) {
        const CliRun run = cli(arguments);
        CHECK(run.code == 0);
        CHECK(run.err.isEmpty());
        for (const char* verb :
             {"create",       "import people", "export",       "search",     "workshops", "reports",
              "report write", "report import", "report names", "history",    "do",        "undo",
              "redo",         "stats",         "check",        "backup",     "backups",   "restore",
              "salvage",      "names",         "settings",     "vault info", "vault add", "vault code"}) {
            INFO(verb);
            CHECK(run.out.contains(text("\n  ") + text(verb)));
            QStringList words{text("no.dtp")};
            words += text(verb).split(QLatin1Char(' '));
            const CliRun one = cli(words + QStringList{text("--help")});
            CHECK(one.code == 0);
            CHECK(one.out.startsWith(QString(text("Usage: dtp-secretariat-cli [--json] DATABASE ") + text(verb))));
            CHECK(cli(words.mid(1) + QStringList{text("--help")}).out == one.out);
        }
    }
    CHECK(cli({text("--version")}).out.startsWith(text("dtp-secretariat-cli ")));
}

TEST_CASE("A database that is absent, empty, foreign, damaged or a folder is one sentence", "[cli]")
{
    const QTemporaryDir folder;
    const auto made = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(text(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    const QString good = folder.filePath(text("good.dtp"));
    REQUIRE(cli({good, text("create"), text("--plain")}).code == 0);
    QByteArray truncated = contentOfFile(good);
    truncated.truncate(truncated.size() / 2);
    QByteArray damaged = contentOfFile(good);
    for (qsizetype i = 8192; i < damaged.size() - 5000; i += 97)
        damaged[i] = static_cast<char>(damaged.at(i) + 85);
    const QStringList bad{folder.filePath(text("absent.dtp")),   made("empty.dtp", {}),
                          made("text.dtp", "Dear colleague,\n"), folder.path(),
                          made("truncated.dtp", truncated),      made("damaged.dtp", damaged)};
    for (const QString& database : bad) {
        const QByteArray before = contentOfFile(database);
        for (const char* verb : {"stats", "search x", "export people out.csv", "undo", "history", "check"}) {
            const CliRun run = cli(QStringList{database} + text(verb).split(QLatin1Char(' ')));
            INFO(database.toStdString() << ' ' << verb << ": " << run.err.toStdString());
            CHECK(run.code == 1);
            CHECK(run.err.count(QLatin1Char('\n')) == 1);
        }
        CHECK(contentOfFile(database) == before);
    }
    CHECK_FALSE(QFile::exists(text("out.csv")));
}

TEST_CASE("Everything made is its owner's alone, whatever the umask was", "[cli]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    QProcess shell;
    const QString script =
        text("umask 000; C='%1'; cd '%2'; $C a.dtp create --plain && $C a.dtp backup b.dtp && $C a.dtp "
             "export people p.csv && $C a.dtp export people p.xlsx")
            .arg(text(DTP_CLI), folder.path());
    shell.start(text("sh"), {text("-c"), script});
    REQUIRE(shell.waitForFinished(60000));
    REQUIRE(shell.exitCode() == 0);
    const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    CHECK(files.size() >= 4);
    for (const QString& name : files) {
        struct stat state = {};
        REQUIRE(::stat(QFile::encodeName(folder.filePath(name)).constData(), &state) == 0);
        INFO(name.toStdString());
        CHECK((state.st_mode & 0077) == 0);
    }
}

TEST_CASE("Output that cannot be written is a failure", "[cli]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    QProcess process;
    process.setStandardOutputFile(text("/dev/full"));
    process.start(text(DTP_CLI), {database, text("stats")});
    REQUIRE(process.waitForFinished(60000));
    CHECK(process.exitCode() == 1);
    CHECK(QString::fromUtf8(process.readAllStandardError()).contains(text("could not be written")));
}
