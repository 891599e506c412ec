// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing people for good on the command line: nothing of them is in any file beside the database afterwards.
#include "cli_run.h"
#include "small_file.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace dtp::test;

namespace
{
QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

// In which files of the folder a word stands, in any case.
QStringList filesWith(const QByteArray& word, const QString& folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        if (file.readAll().toLower().contains(word))
            found.append(QFileInfo(file).fileName());
    }
    return found;
}
} // namespace

TEST_CASE("who was imported, taken back and erased is in no file any more", "[cli][erasure]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("e.dtp"));
    const QString people =
        written(folder, QStringLiteral("in.csv"),
                "Given name,Family name,Email,Notes\nZerubina,Qwortlefax,zq@mailpost.example,hiding in Blorptown\n"
                "Amelia,Stone,as@stone.example,friend of Zerubina Qwortlefax\n");
    REQUIRE(cli({file, QStringLiteral("create"), QStringLiteral("--plain")}).code == 0);
    REQUIRE(cli({file, QStringLiteral("import"), QStringLiteral("people"), people}).code == 0);
    REQUIRE(cli({file, QStringLiteral("undo")}).code == 0);
    const QString others = written(folder, QStringLiteral("b.csv"), "Given name,Family name\nOther,Body\n");
    REQUIRE(cli({file, QStringLiteral("import"), QStringLiteral("people"), others}).code == 0);
    QFile::remove(people);
    CHECK(!filesWith("qwortlefax", folder.path()).isEmpty());

    const CliRun look = cli({file, QStringLiteral("person"), QStringLiteral("erase"),
                             QStringLiteral("Zerubina Qwortlefax"), QStringLiteral("--dry-run")});
    INFO(look.err.toStdString());
    CHECK(look.code == 0);
    CHECK(look.out.startsWith(QStringLiteral("Where Zerubina Qwortlefax stands:\n")));
    CHECK(look.out.endsWith(QStringLiteral("Nothing was changed.\n")));
    CHECK(!filesWith("qwortlefax", folder.path()).isEmpty());

    const CliRun unsure =
        cli({file, QStringLiteral("person"), QStringLiteral("erase"), QStringLiteral("Zerubina Qwortlefax")});
    CHECK(unsure.code == 2);
    CHECK(!filesWith("qwortlefax", folder.path()).isEmpty());

    const CliRun done = cli({file, QStringLiteral("person"), QStringLiteral("erase"),
                             QStringLiteral("Zerubina Qwortlefax"), QStringLiteral("--yes")});
    INFO(done.err.toStdString());
    CHECK(done.code == 0);
    CHECK(done.out.contains(QStringLiteral("Erased Zerubina Qwortlefax for good.")));
    for (const char* word : {"zerubina", "qwortlefax", "zq@mailpost", "blorptown"})
        CHECK(filesWith(word, folder.path()) == QStringList());
    CHECK(cli({file, QStringLiteral("check")}).code == 0);
    const CliRun again = cli({file, QStringLiteral("person"), QStringLiteral("erase"),
                              QStringLiteral("Zerubina Qwortlefax"), QStringLiteral("--yes")});
    CHECK(again.code == 1);
    CHECK(again.isOneSentence());
}

TEST_CASE("backups are rewritten without who is erased, unless they are to be kept", "[cli][erasure]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("e.dtp"));
    const QString people = written(folder, QStringLiteral("in.csv"),
                                   "Given name,Family name\nZerubina,Qwortlefax\nAmelia,Stone\nPlomadine,Vexilda\n");
    REQUIRE(cli({file, QStringLiteral("create"), QStringLiteral("--plain")}).code == 0);
    REQUIRE(cli({file, QStringLiteral("import"), QStringLiteral("people"), people}).code == 0);
    QFile::remove(people);
    const QString backups = folder.filePath(QStringLiteral("e backups"));
    REQUIRE(QDir().mkpath(backups));
    const QString backup = backups + QStringLiteral("/e 2026-05-01 09.00.dtp");
    REQUIRE(cli({file, QStringLiteral("backup"), backup}).code == 0);
    const auto erase = [&](const QStringList& more) {
        const CliRun run = cli(QStringList{file, QStringLiteral("person"), QStringLiteral("erase")} + more);
        INFO(run.err.toStdString());
        CHECK(run.code == 0);
        return run;
    };
    erase({QStringLiteral("Zerubina Qwortlefax"), QStringLiteral("--yes"), QStringLiteral("--keep-backups")});
    CHECK(filesWith("qwortlefax", folder.path()) == QStringList{QFileInfo(backup).fileName()});
    const CliRun second = erase({QStringLiteral("Plomadine Vexilda"), QStringLiteral("--yes")});
    CHECK(second.out.contains(QStringLiteral("Backups rewritten: 1.")));
    CHECK(filesWith("plomadine", folder.path()) == QStringList());
    CHECK(cli({backup, QStringLiteral("check")}).code == 0);
    const CliRun left = cli({backup, QStringLiteral("search"), QStringLiteral("stone")});
    CHECK(left.out.contains(QStringLiteral("Amelia")));
}

TEST_CASE("What left with a person is listed, and recalled by letters and tasks", "[cli][recall]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("recall.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString list = folder.filePath(text("people.csv"));
    QFile file(list);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Given name,Family name,Agrees to be named in public\nDara,Sok,yes\n");
    file.close();
    REQUIRE(cli({database, text("import"), text("people"), list}).code == 0);
    const QString out = folder.filePath(text("out.csv"));
    REQUIRE(cli({database, text("export"), text("people"), out, text("--audience"), text("public"), text("--given-to"),
                 text("River News")})
                .code == 0);
    const QStringList recall{text("--json"), database, text("person"), text("recall"), text("Dara Sok")};
    const QJsonObject kept = cli(recall).json().object();
    REQUIRE(kept.value(text("copies")).toArray().size() == 1);
    CHECK(kept.value(text("copies")).toArray().at(0).toObject().value(text("named")).toBool());
    CHECK_FALSE(kept.value(text("copies")).toArray().at(0).toObject().value(text("recall")).toBool());
    CHECK(kept.value(text("copies")).toArray().at(0).toObject().value(text("recipient")).toString() ==
          text("River News"));

    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("Given name,Family name,Agrees to be named in public\nDara,Sok,no\n");
    file.close();
    REQUIRE(cli({database, text("import"), text("people"), list}).code == 0);
    CHECK(cli(recall).json().object().value(text("copies")).toArray().at(0).toObject().value(text("recall")).toBool());
    CHECK(cli(recall + QStringList{text("--write"), folder.filePath(text("nowhere"))}).code == 1);
    const QJsonObject done = cli(recall + QStringList{text("--write"), folder.path()}).json().object();
    CHECK(done.value(text("tasks")).toInt() == 1);
    REQUIRE(done.value(text("letters")).toArray().size() == 1);
    CHECK(QFile::exists(done.value(text("letters")).toArray().at(0).toString()));
    CHECK(cli(recall + QStringList{text("--write"), folder.path()}).json().object().value(text("tasks")).toInt(-1) ==
          0);
}
