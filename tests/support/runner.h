// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tests of a program by its command line; gives its exit code.
#pragma once

namespace dtp::test
{

int runTests(int argc, char** argv);

} // namespace dtp::test
