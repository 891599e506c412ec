// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tests of a program, and what it answers to CTest.
#pragma once

namespace dtp::test
{

// What a program ends with when all went well but something was skipped; see SKIP_RETURN_CODE in tests/CMakeLists.txt.
// The number is that of Catch2 3, which tells CTest so whatever we say.
constexpr int SkippedCode = 4;

// Runs the tests that the command line asks for. 0: all went well; 1: something failed; SkippedCode.
int runTests(int argc, char** argv);

// For SKIP_TEST.
void noteSkipped(const char* reason);

} // namespace dtp::test
