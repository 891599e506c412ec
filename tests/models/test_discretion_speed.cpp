// SPDX-License-Identifier: GPL-3.0-or-later
// How long discreet mode takes to learn whom it covers in a large file; by hand:
// DTP_SPEED_FILE=many.dtp test_models "[.speed]".
#include <support/catch.h>
#include <support/fresh_store.h>
#include <ui/models/discretion.h>

#include <QElapsedTimer>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Discreet mode knows soon whom it covers", "[.speed]")
{
    const QString file = qEnvironmentVariable("DTP_SPEED_FILE");
    if (file.isEmpty())
        SKIP_TEST("needs DTP_SPEED_FILE, a file to measure on");
    const FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    Environment environment;
    environment.clock = &clock;
    auto store = Store::open(file, environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    Discretion& discretion = Discretion::attachedTo(**store);
    QElapsedTimer timer;
    for (int i = 0; i < 3; ++i) {
        timer.start();
        discretion.set(true);
        WARN("on after " << timer.elapsed() << " ms");
        timer.start();
        for (int text = 0; text < 1000; ++text)
            CHECK_FALSE(discretion.covered(QStringLiteral("Change Dara Sok of the network %1").arg(text)).isEmpty());
        WARN("1,000 texts in " << timer.elapsed() << " ms");
        discretion.set(false);
    }
}
