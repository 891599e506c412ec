// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that may only be read, as an ordinary user finds them with the program.
#include "closed_file.h"

#include <support/ordinary_user.h>

using namespace dtp::test;

namespace
{
// A folder of an ordinary user, with the program in it, since where it was built may be closed to others.
class OrdinaryFolder
{
public:
    OrdinaryFolder()
    {
        REQUIRE(QFile::copy(QStringLiteral(DTP_CLI), path("program")));
        REQUIRE(QDir(folder.path()).mkdir(text("kept")));
        makeTwoPeople(path("kept/a.dtp"));
        writeFile(path("rows.csv"), listOfPeople(2));
        giveAway(folder.path());
    }
    QString path(const char* name) const { return folder.filePath(text(name)); }
    CliRun run(const QStringList& words) const
    {
        const auto inChild = [] {
            if (!becomeOrdinary())
                ::_exit(99);
        };
        // Looking for leaks needs a file of this folder, which may be closed to others; other tests look for them.
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.remove(text("LSAN_OPTIONS"));
        variables.insert(text("ASAN_OPTIONS"), text("detect_leaks=0"));
        return cli(QStringList{path("kept/a.dtp")} + words, {variables, inChild, path("program")});
    }
    QStringList kept() const { return QDir(path("kept")).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    QTemporaryDir folder;
};

void checkReading(const OrdinaryFolder& user)
{
    CHECK(user.run({text("stats")}).out.startsWith(text("people               2\n")));
    CHECK(user.run({text("check")}).out == text("All is well.\n"));
    CHECK(user.run({text("search"), text("dara")}).out.endsWith(text("  Dara Sok  Cambodia\n")));
    CHECK(user.run({text("history")}).out.count(QLatin1Char('\n')) == 2);
}

void checkRefusals(const OrdinaryFolder& user, const QString& sentence)
{
    const QByteArray before = contentOfFile(user.path("kept/a.dtp"));
    for (const QStringList& words : std::vector<QStringList>{
             {text("undo")}, {text("redo")}, {text("import"), text("people"), user.path("rows.csv")}}) {
        const CliRun run = user.run(words);
        INFO(words.first().toStdString());
        CHECK(run.code == 1);
        CHECK(run.err == sentence);
        CHECK(run.out.isEmpty());
    }
    CHECK(isSame(contentOfFile(user.path("kept/a.dtp")), before));
}
} // namespace

TEST_CASE("in a folder that may only be read everything can be looked at and nothing changed", "[cli][baddays]")
{
    const OrdinaryFolder user;
    const Rights rights(user.path("kept"), QFile::ReadOwner | QFile::ExeOwner);
    checkReading(user);
    checkRefusals(user, text("The folder of a.dtp may only be read, so the file is opened to read. Copy it to a "
                             "folder of your own to change it. Nothing was changed.\n"));
    for (const QStringList& words : std::vector<QStringList>{
             {text("backup"), user.path("kept/b.dtp")}, {text("export"), text("people"), user.path("kept/p.csv")}}) {
        const CliRun run = user.run(words);
        INFO(run.err.toStdString());
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
    }
    CHECK(user.kept() == QStringList{text("a.dtp")});
    CHECK(user.run({text("backup"), user.path("b.dtp")}).code == 0); // a copy to work on
    CHECK(heldBy(user.path("b.dtp")).people == 2);
}

TEST_CASE("a file that may only be read can be looked at and not changed", "[cli][baddays]")
{
    const OrdinaryFolder user;
    const Rights rights(user.path("kept/a.dtp"), QFile::ReadOwner);
    checkReading(user);
    checkRefusals(
        user,
        text("a.dtp may only be read here. Copy it to a folder of your own to change it. Nothing was changed.\n"));
}

TEST_CASE("a list that may not be read is one sentence", "[cli][baddays]")
{
    const OrdinaryFolder user;
    const Rights rights(user.path("rows.csv"), {});
    const CliRun run = user.run({text("import"), text("people"), user.path("rows.csv")});
    CHECK(run.code == 1);
    CHECK(run.err ==
          text("The file “rows.csv” could not be opened. May you read it, or has another program locked it?\n"));
    CHECK(run.out.isEmpty());
    CHECK(user.run({text("stats")}).out.startsWith(text("people               2\n")));
}
