// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_run.h"

#include <support/file_bytes.h>

#include <QTemporaryDir>
#include <unistd.h>

using namespace dtp::test;

TEST_CASE("A library that lies in the folder where the program is started is not loaded", "[cli][safety]")
{
    const QTemporaryDir stick;
    for (const char* library : {"libsqlite3.so.0", "libQt6Core.so.6", "libQt6Sql.so.6", "libstdc++.so.6"})
        put(stick.filePath(text(library)), "no library");
    CliSetting there;
    there.inChild = [folder = stick.path().toLocal8Bit()] {
        if (chdir(folder.constData()) != 0)
            _exit(1);
    };
    QStringList programs{text(DTP_CLI), text(DTP_CLI_PORTABLE)};
#ifdef DTP_WINDOW
    programs << text(DTP_WINDOW);
#endif
    for (const QString& program : programs) {
        INFO(program.toStdString());
        there.program = program;
        const CliRun run = cli({text("--version")}, there);
        INFO(run.err.toStdString());
        CHECK(run.code == 0);
        CHECK(run.out.contains(text("dtp-secretariat")));
    }
}
