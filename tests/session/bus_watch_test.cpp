// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <ui/session/bus_watch.h>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace dtp;

namespace
{
const QString mySession = QStringLiteral("/org/freedesktop/login1/session/_31");

// What systemd-logind answers. Holds the other end of what a program delays sleep by.
class Login : public QDBusVirtualObject
{
public:
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        if (message.member() == QLatin1String("GetSessionByPID"))
            return connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(mySession))));
        if (message.member() != QLatin1String("Inhibit") || pipe(m_ends) != 0)
            return false;
        fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(m_ends[1]);
        asked = message.arguments();
        return connection.send(message.createReply(QVariant::fromValue(given)));
    }
    // Whether somebody has the other end still; it is ours alone until the answer has gone.
    bool isDelayed() const
    {
        char byte = 0;
        return m_ends[0] >= 0 && read(m_ends[0], &byte, 1) < 0;
    }
    QVariantList asked;

private:
    int m_ends[2] = {-1, -1};
};

// The bus handles what each side sends, and delivers what it has for it, in order: after its answer all that was sent
// from here has been handled, and all that was sent to here has come.
void waitForBus(const QDBusConnection& side)
{
    const QDBusMessage answer = side.call(
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
    REQUIRE(answer.type() == QDBusMessage::ReplyMessage);
}
} // namespace

TEST_CASE("sleep and the lock of the screen are told by the system's bus", "[session][lock]")
{
    QProcess daemon;
    daemon.start(QStringLiteral("dbus-daemon"),
                 {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (!daemon.waitForStarted() || !daemon.waitForReadyRead())
        SKIP_TEST("needs dbus-daemon");
    const QString address = QString::fromUtf8(daemon.readLine()).trimmed();
    const QDBusConnection own = QDBusConnection::connectToBus(address, QStringLiteral("ours"));
    QDBusConnection system = QDBusConnection::connectToBus(address, QStringLiteral("system"));
    REQUIRE(system.registerService(QStringLiteral("org.freedesktop.login1")));
    REQUIRE(system.registerService(QStringLiteral("org.gnome.ScreenSaver")));
    Login login;
    REQUIRE(system.registerVirtualObject(QStringLiteral("/org/freedesktop/login1"), &login));
    {
        BusWatch watch(own, own);
        const auto settle = [&] {
            waitForBus(system);
            waitForBus(own);
            QCoreApplication::processEvents();
        };
        settle();
        QSignalSpy sleeps(&watch, &SystemWatch::goingToSleep);
        QSignalSpy locks(&watch, &SystemWatch::screenLocked);
        const auto send = [&](const char* path, const char* interface, const char* name, bool value) {
            QDBusMessage signal =
                QDBusMessage::createSignal(QLatin1String(path), QLatin1String(interface), QLatin1String(name));
            signal << value;
            REQUIRE(system.send(signal));
        };
        send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", true);
        settle();
        CHECK(sleeps.size() == 1);
        send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", false);
        send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", false);
        send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", true);
        settle();
        CHECK(locks.size() == 1);
        CHECK(sleeps.size() == 1);

        REQUIRE(QTest::qWaitFor([&] { return login.isDelayed(); })); // asked last
        settle();                                                    // the watch has both answers
        settle();                                                    // the bus knows what it waits for since
        CHECK(login.asked.value(0) == QStringLiteral("sleep"));
        CHECK(login.asked.value(3) == QStringLiteral("delay"));
        const auto lockSession = [&](const QString& session) {
            REQUIRE(system.send(QDBusMessage::createSignal(session, QStringLiteral("org.freedesktop.login1.Session"),
                                                           QStringLiteral("Lock"))));
        };
        lockSession(mySession);
        settle();
        CHECK(locks.size() == 2);
        lockSession(QStringLiteral("/org/freedesktop/login1/session/_32")); // of somebody else
        settle();
        CHECK(locks.size() == 2);
        QDBusMessage hint = QDBusMessage::createSignal(mySession, QStringLiteral("org.freedesktop.DBus.Properties"),
                                                       QStringLiteral("PropertiesChanged"));
        hint << QStringLiteral("org.freedesktop.login1.Session") << QVariantMap{{QStringLiteral("LockedHint"), true}}
             << QStringList();
        REQUIRE(system.send(hint));
        settle();
        CHECK(locks.size() == 3);
        watch.release();
        CHECK(QTest::qWaitFor([&] { return !login.isDelayed(); }));
    }
    QDBusConnection::disconnectFromBus(QStringLiteral("ours"));
    QDBusConnection::disconnectFromBus(QStringLiteral("system"));
    daemon.kill();
    daemon.waitForFinished();
}

TEST_CASE("without a bus nothing is watched and nothing fails", "[session][lock]")
{
    const QDBusConnection none{QString()};
    BusWatch watch(none, none);
    const QSignalSpy locked(&watch, &SystemWatch::screenLocked);
    const QSignalSpy sleeping(&watch, &SystemWatch::goingToSleep);
    REQUIRE(locked.isValid());
    watch.release();
    QCoreApplication::processEvents();
    CHECK(locked.isEmpty());
    CHECK(sleeping.isEmpty());
}
