// SPDX-License-Identifier: GPL-3.0-or-later
// What not every system tells; a test that needs it says that it was skipped: if (!knowsFiles()) SKIP_TEST("…").
#pragma once

#include <platform/platform.h>

#include <QCoreApplication>
#include <limits>

namespace dtp::test
{

// Whether two names of one file are known to be one.
inline bool knowsFiles()
{
    return !platform::fileIdentity(QCoreApplication::applicationFilePath()).isEmpty();
}

// Whether a process that has ended is known to have.
inline bool knowsProcesses()
{
    return !platform::isRunning(std::numeric_limits<int>::max());
}

} // namespace dtp::test
