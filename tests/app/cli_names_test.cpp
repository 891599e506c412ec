// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the text of a report on the command line: listed, decided, and in the way until they are.
#include "cli_run.h"

#include <support/catch.h>

#include <QFile>
#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A report with undecided names is not written for outsiders", "[cli][report][names]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("names.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString source = folder.filePath(text("r.md"));
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("# Field report\n\n## What we heard\n\nSitha Vongsak told us of Noi.\n\n## Recommendations\n\n"
               "- Protect [Dara Sokhavuth](person:1085)\n");
    file.close();
    REQUIRE(cli({database, text("report"), text("import"), source}).code == 0);
    const QString html = folder.filePath(text("r.html"));
    const QStringList write{database, text("report"),     text("write"), text("Field report"),
                            html,     text("--audience"), text("public")};
    const CliRun refused = cli(write);
    CHECK(refused.code == 1);
    CHECK(refused.isOneSentence());
    CHECK(refused.err.contains(text("Sitha Vongsak; Noi; Dara Sokhavuth")));
    CHECK_FALSE(QFile::exists(html));

    const QStringList names{database, text("report"), text("names"), text("Field report")};
    const CliRun listed = cli(QStringList{text("--json")} + names);
    REQUIRE(listed.json().isArray());
    CHECK(listed.json().array().size() == 3);
    CHECK(listed.json().array().at(0).toObject().value(text("proposal")).toString() == text("withhold"));
    CHECK(cli(names + QStringList{text("--keep"), text("Nobody Known")}).code == 2);
    const CliRun decided = cli(names + QStringList{text("--keep"), text("Noi"), text("--replace"),
                                                   text("Sitha Vongsak=a fisher"), text("--withhold-undecided")});
    CHECK(decided.code == 0);
    CHECK(decided.out.endsWith(text("All are decided.\n")));
    REQUIRE(cli(write).code == 0);
    QFile written(html);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(written.readAll());
    CHECK(page.contains(text("a fisher told us of Noi.")));
    CHECK(page.contains(text("Protect [name withheld]")));
    CHECK(page.contains(text("Nobody from the records is named; 3 other names were reviewed.")));
}

TEST_CASE("What is undecided can be withheld as the report is written", "[cli][report][names]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("names.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString source = folder.filePath(text("r.md"));
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("# Field report\n\n## What we heard\n\nSitha Vongsak told us of Noi.\n");
    file.close();
    REQUIRE(cli({database, text("report"), text("import"), source}).code == 0);
    const QString html = folder.filePath(text("r.html"));
    REQUIRE(cli({database, text("report"), text("write"), text("Field report"), html, text("--audience"),
                 text("funder"), text("--withhold-undecided")})
                .code == 0);
    QFile written(html);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(written.readAll()).contains(text("[name withheld] told us of [name withheld].")));
}

TEST_CASE("Who is on a picture of a report is listed and said, and what is left out is told",
          "[cli][report][pictures]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("pictures.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain"), text("--sample")}).code == 0);
    const QString report = cli({text("--json"), database, text("reports")})
                               .json()
                               .array()
                               .at(0)
                               .toObject()
                               .value(text("title"))
                               .toString();
    const QStringList pictures{database, text("report"), text("pictures"), report};
    const QJsonArray listed = cli(QStringList{text("--json")} + pictures).json().array();
    REQUIRE(listed.size() == 2);
    CHECK(listed.at(0).toObject().value(text("nobody")).toBool());
    const QStringList write{text("--json"),     database,       text("report"),
                            text("write"),      report,         folder.filePath(text("r.html")),
                            text("--audience"), text("public"), text("--withhold-undecided")};
    CHECK(cli(write).json().object().value(text("pictures_left_out")).toInt(-1) == 0);

    CHECK(cli(pictures + QStringList{text("--picture"), text("3"), text("--nobody")}).code == 2);
    CHECK(cli(pictures + QStringList{text("--picture"), text("1")}).code == 2);
    const CliRun said = cli(pictures + QStringList{text("--picture"), text("1"), text("--unsaid")});
    CHECK(said.code == 0);
    CHECK(said.out.contains(text("Not said who is on it")));
    CHECK(cli(write).json().object().value(text("pictures_left_out")).toInt(-1) == 1);
    const CliRun nobody = cli(pictures + QStringList{text("--picture"), text("1"), text("--nobody")});
    CHECK(nobody.code == 0);
    CHECK(nobody.out.contains(text("Nobody can be recognised")));
    const QString person = cli({text("--json"), database, text("search"), QString(), text("--limit"), text("1")})
                               .json()
                               .array()
                               .at(0)
                               .toObject()
                               .value(text("id"))
                               .toVariant()
                               .toString();
    for (const char* nameless : {" ; ; ", ";", "\x07;\t"}) {
        const CliRun none =
            cli(pictures + QStringList{text("--picture"), text("1"), text("--people"), text(nameless)});
        CHECK(none.code == 2);
        CHECK(none.err.startsWith(text("“--people” names nobody: write who is on the picture")));
    }
    REQUIRE(cli(pictures + QStringList{text("--picture"), text("1"), text("--people"), person + text(" ; ;")}).code ==
            0);
    const CliRun asked = cli(write.mid(1));
    CHECK(asked.code == 0);
    CHECK(asked.out.contains(text("1 picture was left out: somebody on it may not be shown.")));
}

TEST_CASE("What may be a name in anything that is exported is listed, decided and kept", "[cli][export][names]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("names.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString source = folder.filePath(text("wishes.csv"));
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Recommendation,Addressed to\nWe ask that Sitha Vongsak and Zerubina are heard.,Ms Krumbo\n");
    file.close();
    REQUIRE(cli({database, text("import"), text("recommendations"), source}).code == 0);
    const QString out = folder.filePath(text("out.csv"));
    const QStringList write{database, text("export"),     text("recommendations"),
                            out,      text("--audience"), text("public")};
    const CliRun refused = cli(write);
    CHECK(refused.code == 1);
    CHECK(refused.isOneSentence());
    CHECK(refused.err.contains(text("Sitha Vongsak; Zerubina; Krumbo")));
    CHECK(refused.err.contains(QString::fromUtf8("“names recommendations” lists and decides them.")));
    CHECK_FALSE(QFile::exists(out));

    const QStringList names{database, text("names"), text("recommendations")};
    const CliRun listed = cli(QStringList{text("--json")} + names);
    REQUIRE(listed.json().isArray());
    CHECK(listed.json().array().size() == 3);
    CHECK(cli(names + QStringList{text("--keep"), text("Nobody Known")}).code == 2);
    CHECK(cli(names + QStringList{text("--replace"), text("Sitha Vongsak=a fisher")}).code == 0);
    CHECK(cli(write + QStringList{text("--keep-names"), text("Zerubina; Nobody Known")}).code == 1);
    REQUIRE(cli(write + QStringList{text("--withhold-undecided")}).code == 0);
    const auto written = [&out] {
        QFile made(out);
        REQUIRE(made.open(QIODevice::ReadOnly));
        return QString::fromUtf8(made.readAll());
    };
    CHECK(written().contains(text("We ask that a fisher and Zerubina are heard.")));
    CHECK(written().contains(text("Ms [name withheld]")));
    CHECK(cli(write).code == 1); // that was for once
    const CliRun decided = cli(names + QStringList{text("--keep"), text("Krumbo")});
    CHECK(decided.out.endsWith(text("All are decided.\n")));
    REQUIRE(cli(write).code == 0);
    CHECK(written().contains(text("Ms Krumbo")));
}

TEST_CASE("A name of one word of somebody in the file cannot be kept, nor put in the place of another",
          "[cli][report][names][one name]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("names.dtp"));
    const auto written = [&folder](const char* name, const char* content) {
        const QString path = folder.filePath(text(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    };
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString people =
        written("people.csv", "Given name,Country,Safety\nSuparman,Indonesia,at risk\nAyu,Indonesia,\nKenya,Peru,\n");
    REQUIRE(cli({database, text("import"), text("people"), people}).code == 0);
    const QString report = written("r.md", "# Field report\n\n## What we heard\n\nLater Suparman came to Kenya, and "
                                           "Chencho left; later ayu left.\n");
    REQUIRE(cli({database, text("report"), text("import"), report}).code == 0);
    const QStringList names{database, text("report"), text("names"), text("Field report")};
    const CliRun kept = cli(names + QStringList{text("--keep"), text("suparman")});
    CHECK(kept.code == 1);
    CHECK(kept.err == QString::fromUtf8("“Suparman” cannot be kept: somebody in the file is called that and may be "
                                        "named to nobody outside. Withhold it, or put other words in its place.\n"));
    CHECK(cli(names + QStringList{text("--replace"), text("Chencho=ayu")}).code == 1);
    // All or nothing, over all that is said.
    for (const QStringList& choice :
         {QStringList{text("--keep"), text("Chencho; Suparman; Kenya")},
          QStringList{text("--keep"), text("Chencho"), text("--replace"), text("Kenya=ayu")}}) {
        const CliRun refused = cli(names + choice);
        CHECK(refused.code == 1);
        CHECK(refused.err.startsWith(text("Nothing was decided. ")));
        CHECK(refused.isOneSentence());
        CHECK(cli(names).out.contains(text("Undecided: 4.")));
    }
    CHECK(cli(names + QStringList{text("--keep"), text("Ayu")}).code == 2); // small letters are another word
    REQUIRE(cli(names + QStringList{text("--keep"), text("Kenya; Chencho"), text("--replace"),
                                    text("Suparman=a farmer"), text("--withhold"), text("ayu")})
                .code == 0);
    const QString html = folder.filePath(text("r.html"));
    REQUIRE(
        cli({database, text("report"), text("write"), text("Field report"), html, text("--audience"), text("public")})
            .code == 0);
    QFile page(html);
    REQUIRE(page.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(page.readAll())
              .contains(text("Later a farmer came to Kenya, and Chencho left; later [name withheld] left.")));
}

TEST_CASE("What was decided about a name in the report of an earlier layout is not asked again",
          "[cli][report][names][migration]")
{
    for (const char* layout : {"layout_7", "layout_9", "layout_10"}) {
        INFO(layout);
        const QTemporaryDir folder;
        const QString database = folder.filePath(text("kept.dtp"));
        REQUIRE(QFile::copy(text(DTP_SOURCES "/tests/files/%1.dtp").arg(QLatin1String(layout)), database));
        REQUIRE(QFile::setPermissions(database, QFile::ReadOwner | QFile::WriteOwner));
        const CliRun names =
            cli({database, text("report"), text("names"), text("Report of a workshop"), text("--withhold-undecided")});
        CHECK(names.code == 0);
        CHECK(names.out.contains(text("Vanna Keo")));
        CHECK(names.out.contains(text("keep")));
    }
}
