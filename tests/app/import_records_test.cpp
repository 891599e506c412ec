// SPDX-License-Identifier: GPL-3.0-or-later
// Records of other types than people through the program.
#include "../core/sheets/sheet_files.h"
#include "closed_file.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
const QByteArray course = "Name,E-mail,Course,Role\nDara Sok,dara@example.org,Annual Program 1997,Participant\n"
                          "Maria Santos,,Annual Program 1997,juggler\n";
}

TEST_CASE("Participations are imported, first as a trial, and one undo takes them back", "[cli][record-import]")
{
    const SheetFiles files;
    const QString database = files.path(text("a.dtp"));
    const QString path = files.write(text("course.csv"), course);
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);

    const CliRun trial = cli(
        {database, text("--json"), text("import"), text("participations"), path, text("--dry-run"), text("--create")});
    CHECK(trial.err.isEmpty());
    const QJsonObject wanted{{text("type"), text("participations")},
                             {text("rows"), 2},
                             {text("new"), 2},
                             {text("updated"), 0},
                             {text("unchanged"), 0},
                             {text("rejected"), 0},
                             {text("with_warnings"), 1},
                             {text("not_understood"), 1},
                             {text("cells_in_error"), 0},
                             {text("also_made"), QJsonObject{{text("people"), 2}, {text("programs"), 1}}},
                             {text("dry_run"), true}};
    CHECK(trial.json().object() == wanted);

    const CliRun strict = cli({database, text("import"), text("Participation"), path, text("--rejects"),
                               files.path(text("rejects.csv")), text("--log"), files.path(text("log.csv"))});
    CHECK(strict.code == 0);
    CHECK(strict.out.contains(text("Row 2 was rejected: Nobody called “Dara Sok” is known.")));
    CHECK(contentOfFile(files.path(text("rejects.csv"))).count('\n') == 3);
    CHECK(contentOfFile(files.path(text("log.csv")))
              .startsWith("\xEF\xBB\xBFrow,fate,record,reason\r\n2,rejected,Dara Sok"));

    const CliRun done = cli({database, text("import"), text("participations"), path, text("--create")});
    CHECK(done.code == 0);
    CHECK(done.out.startsWith(text("Import 2 participations from course.csv\n")));
    CHECK(done.out.contains(text("Also made: 2 people.")));
    const CliRun again =
        cli({database, text("--json"), text("import"), text("participations"), path, text("--create")});
    CHECK(again.json().object().value(text("unchanged")).toInt() == 2);
    CHECK(cli({database, text("undo")}).code == 0);
    CHECK(cli({database, text("--json"), text("search"), text("sok")}).json().array().isEmpty());
}

TEST_CASE("import says which types there are when none is named, and people go by their own import",
          "[cli][record-import]")
{
    const SheetFiles files;
    const QString database = files.path(text("a.dtp"));
    const QString path = files.write(text("people.csv"), "Name,E-mail\nDara Sok,dara@example.org\n");
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    for (const QStringList& typed :
         {QStringList{text("import"), path}, QStringList{text("import"), text("moons"), path},
          QStringList{text("import"), text("tasks")}, QStringList{text("import")}}) {
        const CliRun run = cli(QStringList{database} + typed);
        INFO(typed.join(QLatin1Char(' ')).toStdString() << ": " << run.err.toStdString());
        CHECK(run.code == 2);
        CHECK(run.isOneSentence());
    }
    CHECK(cli({database, text("import"), path}).err.contains(text("organisations, programs, series, participations")));
    CHECK(
        cli({database, text("import"), text("person"), path}).out.startsWith(text("Import 1 person from people.csv")));
    const CliRun help = cli({database, text("import"), text("--help")});
    CHECK(help.out.contains(text("import TYPE FILE")));
    CHECK(help.out.contains(text("TYPE is one of people, organisations, programs, series, participations, networks, "
                                 "memberships, workshops, invitations, recommendations, tasks")));
}
