// SPDX-License-Identifier: GPL-3.0-or-later
// Lists on the command line: any columns, in any order, in groups.
#include "small_file.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Search shows the columns that are asked for, sorted and in groups by any", "[cli][columns]")
{
    const ClosedFile file;
    const CliRun sorted = file.run(
        {text("search"), text(""), text("--columns"), text("name,country"), text("--sort"), text("-country,-name")});
    CHECK(sorted.code == 0);
    const QStringList lines = sorted.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 3);
    CHECK(lines.at(2).startsWith(text("Dara Sok")));
    CHECK(lines.at(2).endsWith(text("Cambodia")));
    const QJsonArray grouped =
        file.json({text("search"), text(""), text("--group"), text("country"), text("--columns"), text("given_name")})
            .json()
            .array();
    REQUIRE(grouped.size() == 3);
    CHECK(grouped.first().toObject().value(text("group")).toString() == text("Cambodia"));
    CHECK(grouped.first().toObject().value(text("given_name")).toString() == text("Dara"));
    CHECK(file.run({text("search"), text(""), text("--group"), text("country"), text("--columns"), text("given_name")})
              .out.startsWith(text("Cambodia (1)")));
    const CliRun unknown = file.run({text("search"), text(""), text("--sort"), text("colour")});
    CHECK(unknown.code == 2);
    CHECK(unknown.err.contains(text("There is no column “colour”. There are: name, given_name")));
    CHECK(file.run({text("search"), text(""), text("--group"), text("other_names")}).code == 2);
    CHECK(file.run({text("search"), text(""), text("--columns"), text("colour")}).code == 2);
}

TEST_CASE("What is restricted of people stands in no list of the command line, nor is one ordered by it",
          "[cli][search]")
{
    const ClosedFile file;
    for (const char* option : {"--columns", "--sort", "--group"}) {
        for (const char* key : {"safety_level", "safe_channel", "disability"}) {
            CAPTURE(option, key);
            const CliRun refused = file.run({text("search"), text(""), text(option), text(key)});
            CHECK(refused.code == 2);
            CHECK(refused.out == QString());
            CHECK(refused.err.contains(text("“%1” is covered on screen and not shown here").arg(text(key))));
        }
    }
    CHECK(file.run({text("search"), text(""), text("--columns"), text("name,safety_level"), text("--json")}).code ==
          2);
    // Nor with a space before its key.
    CHECK(file.run({text("search"), text(""), text("--columns"), text("name, safety_level")}).code == 2);
    CHECK(file.run({text("search"), text(""), text("--group"), text(" disability ")}).code == 2);
    CHECK(file.run({text("search"), text(""), text("--columns"), text("name, country")}).code == 0);
    CHECK(file.run({text("search"), text(""), text("--columns"), text("name,country,status")}).code == 0);
}
