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

TEST_CASE("Whoever types is not idle, and zero means never", "[window][lock]")
{
    IdleWatch watch;
    QSignalSpy spy(&watch, &IdleWatch::idle);
    QLineEdit line;
    QElapsedTimer time;
    time.start();
    watch.start(200);
    while (time.elapsed() < 500) {
        QTest::keyClick(&line, Qt::Key_A);
        QTest::qWait(10);
    }
    CHECK(spy.isEmpty());
    CHECK(waitFor([&] { return spy.size() == 1; }));
    watch.start(0);
    CHECK_FALSE(watch.findChild<QTimer*>()->isActive());
}
