// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <ui/session/system_watch.h>

#include <QCoreApplication>
#include <QSignalSpy>

using namespace dtp;

TEST_CASE("a system that tells nothing of the session is watched in silence", "[session][lock]")
{
    QObject window;
    SystemWatch* watch = watchSystem(&window);
    CHECK(watch->parent() == &window);
    const QSignalSpy locked(watch, &SystemWatch::screenLocked);
    const QSignalSpy sleeping(watch, &SystemWatch::goingToSleep);
    watch->release();
    QCoreApplication::processEvents();
    CHECK(locked.isEmpty());
    CHECK(sleeping.isEmpty());
}
