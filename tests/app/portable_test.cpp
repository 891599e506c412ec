// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is on a system that offers nothing of its own; see core/platform.
#include "cli_run.h"

#include <QTemporaryDir>

using namespace dtp::test;

TEST_CASE("where the network cannot be refused the program says so and works", "[cli][platform]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(text("a.dtp"));
    CliSetting portable;
    portable.program = QStringLiteral(DTP_CLI_PORTABLE);
    const QString notice = noRefusal();
    const CliRun created = cli({file, text("create"), text("--plain")}, portable);
    CHECK(created.code == 0);
    CHECK(created.err == notice);
    const CliRun checked = cli({file, text("check")}, portable);
    CHECK(checked.code == 0);
    CHECK(checked.out == text("All is well.\n"));
    CHECK(checked.err == notice);
    // The same file with the program of this system, which has nothing to say.
    CHECK(cli({file, text("check")}).err.isEmpty());
}
