// SPDX-License-Identifier: GPL-3.0-or-later
// What holds on every platform; compiled for this one and for the portable one.
#include <platform/platform.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("whoever uses the program has a name", "[platform]")
{
    CHECK_FALSE(platform::userName().isEmpty());
}

TEST_CASE("nothing is said of the network before it was to be refused", "[platform][safety]")
{
    CHECK(platform::networkNotice().isEmpty());
}

TEST_CASE("the most memory so far never shrinks", "[platform]")
{
    const qint64 before = platform::peakMemory();
    CHECK(before >= 0);
    CHECK(platform::peakMemory() >= before);
}
