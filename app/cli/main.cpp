// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the secretariat: dtp-secretariat-cli [--json] DATABASE VERB …
#include "../no_network.h"
#include "cli.h"

#include <sys/stat.h>

int main(int argc, char** argv)
{
    ::umask(077); // every file that comes to be is its owner's alone
    dtp::forbidNetwork();
    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed.append(QString::fromLocal8Bit(argv[i]));
    return dtp::cli::runCommandLine(typed);
}
