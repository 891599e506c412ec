// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of words on the command line.
#include "small_file.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Words are listed, added, called otherwise, put together and removed", "[cli][words]")
{
    const ClosedFile file;
    const CliRun lists = file.run({text("words")});
    CHECK(lists.code == 0);
    CHECK(lists.out.contains(text("Kinds of network")));
    CHECK(file.run({text("words"), text("skills"), text("--add"), text("Drone photography")}).out ==
          text("Added “Drone photography”.\n"));
    CHECK(file.run({text("words"), text("Skills"), text("--add"), text("Kite flying")}).code == 0);
    REQUIRE(
        file.run({text("do"), text("add-skill"), text("people"), text("Dara Sok"), text("skill=Kite flying")}).code ==
        0);
    CHECK(file.run({text("words"), text("skills"), text("--merge"), text("kite flying=drone photography")}).out ==
          text("“Kite flying” is “Drone photography” now. Records that held it: 1.\n"));
    CHECK(file.run({text("words"), text("skills"), text("--rename"), text("Kite flying=Pictures from above")}).out ==
          text("“Drone photography” is called “Pictures from above” now.\n"));
    CHECK(file.run({text("search"), text("skill:\"kite flying\"")}).out.contains(text("Dara Sok")));
    const CliRun held = file.run({text("words"), text("skills"), text("--remove"), text("Kite flying")});
    CHECK(held.code == 1);
    CHECK(held.isOneSentence());
    const QJsonArray words = file.json({text("words"), text("skills")}).json().array();
    const QJsonObject last = words.last().toObject();
    CHECK(last.value(text("word")).toString() == text("Pictures from above"));
    CHECK(last.value(text("records")).toInt() == 1);
    CHECK(last.value(text("spellings")).toString() == text("Kite flying|kite_flying|Drone photography"));
    CHECK(file.run({text("undo")}).out == text("Undone: Call “Drone photography” “Pictures from above”\n"));
}

TEST_CASE("What is asked of words and makes no sense is refused with a sentence", "[cli][words]")
{
    const ClosedFile file;
    const auto refused = [&](const QStringList& words, int code) {
        const CliRun run = file.run(QStringList{text("words")} + words);
        CAPTURE(words.join(u' ').toStdString());
        CHECK(run.code == code);
        CHECK(run.isOneSentence());
    };
    refused({text("colours")}, 2);
    refused({text("--add"), text("Red")}, 2);
    refused({text("skills"), text("--add"), text("A"), text("--remove"), text("B")}, 2);
    refused({text("skills"), text("--merge"), text("Video")}, 1);
    refused({text("skills"), text("--merge"), text("Video=")}, 1);
    refused({text("skills"), text("--rename"), text("Nothing of the kind=B")}, 1);
    refused({text("skill_levels"), text("--add"), text("Perfect")}, 1);
}
