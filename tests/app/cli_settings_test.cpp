// SPDX-License-Identifier: GPL-3.0-or-later
// What is set in a database, and for one export.
#include "small_file.h"

#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("The smallest number that outsiders see is shown and set by a verb", "[cli][settings]")
{
    const ClosedFile file;
    const auto threshold = [&] {
        return file.json({text("settings")}).json().object().value(text("threshold")).toInteger();
    };
    CHECK(threshold() == 5);
    CHECK(file.run({text("settings")}).out.startsWith(text("threshold     5 ")));
    CHECK(file.run({text("settings"), text("--threshold"), text("12")}).code == 0);
    CHECK(threshold() == 12);
    for (const char* wrong : {"1", "0", "1001"}) {
        const CliRun refused = file.run({text("settings"), text("--threshold"), text(wrong)});
        CHECK(refused.code == 1);
        CHECK(refused.err == text("“%1” is not a number from 2 to 1000.\n").arg(text(wrong)));
    }
    CHECK(threshold() == 12);
    CHECK(file.json({text("settings")}).json().object().value(text("second_place")).isNull());
}

TEST_CASE("One export may ask for a larger smallest number than the database, and for no lower one", "[cli][settings]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain"), text("--people"), text("300")}).code == 0);
    const auto write = [&](const char* name, const QStringList& more) {
        QString path = folder.filePath(text(name));
        const CliRun run = cli(QStringList{database, text("report"), text("write"), text("Alumni"), path,
                                           text("--audience"), text("funder"), text("--withhold-undecided")} +
                               more);
        INFO(run.err.toStdString());
        CHECK(run.code == 0);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll());
    };
    const QString tooFew = text("Too few people to be broken down.");
    const QString usual = write("usual.csv", {});
    CHECK(usual.contains(text("Participants by gender")));
    CHECK(usual.count(tooFew) < 4);
    CHECK(write("larger.csv", {text("--threshold"), text("500")}).count(tooFew) >= 4);
    const QString exported = folder.filePath(text("export.csv"));
    CHECK(cli({database, text("export"), text("workshop-report"), exported, text("--report"), text("Alumni"),
               text("--audience"), text("funder"), text("--withhold-undecided"), text("--threshold"), text("500")})
              .code == 0);
    QFile same(exported);
    REQUIRE(same.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(same.readAll()).count(tooFew) >= 4);
    for (const QStringList& verb :
         {QStringList{text("report"), text("write"), text("Alumni")}, QStringList{text("export"), text("people")}}) {
        const QString path = folder.filePath(text("lower.csv"));
        const CliRun lower =
            cli(QStringList{database} + verb +
                QStringList{path, text("--audience"), text("funder"), text("--threshold"), text("4")});
        CHECK(lower.code == 1);
        CHECK(lower.err == text("The file hides numbers below 5 from outsiders; for one export that can be a larger "
                                "number, and not 4.\n"));
        CHECK_FALSE(QFile::exists(path));
    }
    // It holds for that one: the file's own stays.
    CHECK(write("again.csv", {}) == usual);
}
