// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Merging on the command line says what becomes of it, does it, and undo takes it back", "[cli][merge]")
{
    const ClosedFile file;
    const auto count = [&] { return file.json({text("search"), text("")}).json().array().size(); };
    const auto people = count();
    const CliRun tried = file.run({text("merge"), text("Mali"), text("Dara"), text("--dry-run")});
    CHECK(tried.err == QString());
    CHECK(tried.out.endsWith(text("Nothing was changed.\n")));
    CHECK(tried.out.contains(text("Are these really one person? The names differ.")));
    CHECK(count() == people);
    const CliRun done = file.run({text("merge"), text("Mali"), text("Dara"), text("--take"), text("given_name=Dara")});
    CHECK(done.err == QString());
    CHECK(done.out.endsWith(text("Merged 2 people into “Dara Chai”.\n")));
    CHECK(count() == people - 1);
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(count() == people);
}

TEST_CASE("A merge of one, of a field that is none and of safety is refused in a sentence", "[cli][merge]")
{
    const ClosedFile file;
    CHECK(file.run({text("merge"), text("Mali")}).code != 0);
    const CliRun unknown = file.run({text("merge"), text("Mali"), text("Dara"), text("--take"), text("bla=Dara")});
    CHECK(unknown.code != 0);
    CHECK(unknown.err.startsWith(text("“bla=Dara” is not understood: write FIELD=PERSON")));
    const CliRun safety =
        file.run({text("merge"), text("Mali"), text("Dara"), text("--take"), text("safety_level=Dara")});
    CHECK(safety.code != 0);
    CHECK(safety.err.startsWith(text("Safety cannot be chosen: the more careful holds.")));
    CHECK(file.run({text("do"), text("merge"), text("person"), text("Mali")})
              .err.contains(text("Choose 2 or more people")));
}
