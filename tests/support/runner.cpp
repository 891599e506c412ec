// SPDX-License-Identifier: GPL-3.0-or-later
// Catch's own runner, for all test programs; each has a main() that makes its application first.
#define CATCH_CONFIG_RUNNER
#include <support/catch.h>
#include <support/runner.h>

int dtp::test::runTests(int argc, char** argv)
{
    return Catch::Session().run(argc, argv);
}
