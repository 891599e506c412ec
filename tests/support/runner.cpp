// SPDX-License-Identifier: GPL-3.0-or-later
// Catch's own runner, for all test programs; each has a main() that makes its application first.
#define CATCH_CONFIG_RUNNER
#include <support/catch.h>
#include <support/runner.h>

#include <iostream>

namespace dtp::test
{

namespace
{
bool wasSkipped = false;
}

int runTests(int argc, char** argv)
{
    if (Catch::Session().run(argc, argv) != 0)
        return 1;
    return wasSkipped ? SkippedCode : 0;
}

void noteSkipped(const char* reason)
{
    wasSkipped = true;
    std::cout << "Skipped: " << reason << '\n';
}

} // namespace dtp::test
