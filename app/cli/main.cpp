// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the secretariat: dtp-secretariat-cli [--json] DATABASE VERB …
#include "cli.h"

#include <platform/platform.h>

int main(int argc, char** argv)
{
    dtp::platform::keepFilesPrivate();
    dtp::platform::forbidNetwork();
    dtp::platform::forbidDumps();
    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed.append(QString::fromLocal8Bit(argv[i]));
    return dtp::cli::runCommandLine(typed);
}
