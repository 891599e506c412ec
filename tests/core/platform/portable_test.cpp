// SPDX-License-Identifier: GPL-3.0-or-later
#include <platform/platform.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("a system that cannot refuse the network says so", "[platform][safety]")
{
    CHECK_FALSE(platform::forbidNetwork());
    CHECK(platform::networkNotice() == QStringLiteral("This system could not be asked to refuse network connections. "
                                                      "The program makes none by itself."));
}

TEST_CASE("the user's name comes from the environment", "[platform]")
{
    const QByteArray before = qgetenv("USER");
    qputenv("USER", "dara");
    CHECK(platform::userName() == QStringLiteral("dara"));
    qunsetenv("USER");
    qputenv("USERNAME", "mali");
    CHECK(platform::userName() == QStringLiteral("mali"));
    qunsetenv("USERNAME");
    CHECK(platform::userName() == QStringLiteral("?"));
    qputenv("USER", before);
}
