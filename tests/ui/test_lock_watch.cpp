// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/vault/lock_watch.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Time that passes when the test says so.
struct Time {
    qint64 awake = 0;
    qint64 asleep = 0;
    IdleWatch::Times times()
    {
        return {[this] { return awake; }, [this] { return awake + asleep; }};
    }
};
} // namespace

TEST_CASE("Whoever types is not idle", "[window][lock]")
{
    Time time;
    IdleWatch watch(nullptr, time.times());
    const QSignalSpy spy(&watch, &IdleWatch::idle);
    QLineEdit line;
    watch.start(200);
    for (int key = 0; key < 3; ++key) {
        time.awake += 199;
        watch.look();
        CHECK(spy.isEmpty());
        QTest::keyClick(&line, Qt::Key_A);
    }
    time.awake += 200;
    watch.look();
    CHECK(spy.size() == 1);
    QTest::keyClick(&line, Qt::Key_A);
    time.awake += 200;
    watch.look();
    CHECK(spy.size() == 1); // once, until it is started again
}

TEST_CASE("The time that the machine slept counts as idle", "[window][lock]")
{
    Time time;
    IdleWatch watch(nullptr, time.times());
    const QSignalSpy spy(&watch, &IdleWatch::idle);
    watch.start(60'000);
    time.asleep = 59'999;
    watch.look();
    CHECK(spy.isEmpty());
    time.asleep = 60'000;
    watch.look();
    CHECK(spy.size() == 1);
}

TEST_CASE("The watch looks by itself when the time is over, and never without a limit", "[window][lock]")
{
    IdleWatch watch;
    const QSignalSpy spy(&watch, &IdleWatch::idle);
    watch.start(1);
    CHECK(waitFor([&] { return spy.size() == 1; }));
    watch.start(60'000);
    CHECK(watch.findChild<QTimer*>()->isActive());
    watch.start(0);
    CHECK_FALSE(watch.findChild<QTimer*>()->isActive());
}
