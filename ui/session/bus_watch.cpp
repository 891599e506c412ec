// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/session/bus_watch.h>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace dtp
{

namespace
{
const QString login = QStringLiteral("org.freedesktop.login1");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString loginManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString loginSession = QStringLiteral("org.freedesktop.login1.Session");

QDBusConnection sessionBus()
{
    // Without an address Qt would start a bus of its own.
    return qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ? QDBusConnection(QString())
                                                                   : QDBusConnection::sessionBus();
}
} // namespace

// Signals are taken from anybody: to ask for the sender by name would make the window wait for the bus, and the worst
// that another program can do by them is to lock the file.
BusWatch::BusWatch(QDBusConnection system, QDBusConnection session, QObject* parent)
    : SystemWatch(parent), m_system(std::move(system))
{
    if (m_system.isConnected()) {
        m_system.connect({}, loginPath, loginManager, QStringLiteral("PrepareForSleep"), this, SLOT(noteSleep(bool)));
        findSession();
        delaySleep();
    }
    if (session.isConnected()) {
        for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
            session.connect({}, {}, QLatin1String(saver), QStringLiteral("ActiveChanged"), this,
                            SLOT(noteScreenSaver(bool)));
    }
}

// Of all sessions of the machine, that in which this program runs.
void BusWatch::findSession()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(login, loginPath, loginManager, QStringLiteral("GetSessionByPID"));
    call << static_cast<quint32>(QCoreApplication::applicationPid());
    auto* watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            return; // started outside of a session: only sleep is told
        const QString path = reply.value().path();
        m_system.connect({}, path, loginSession, QStringLiteral("Lock"), this, SIGNAL(screenLocked()));
        m_system.connect({}, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                         QStringLiteral("PropertiesChanged"), this,
                         SLOT(noteProperties(QString, QVariantMap, QStringList)));
    });
}

void BusWatch::delaySleep()
{
    QDBusMessage call = QDBusMessage::createMethodCall(login, loginPath, loginManager, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QCoreApplication::applicationName() << tr("Locking the open file")
         << QStringLiteral("delay");
    auto* watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError())
            m_delay = reply.value();
    });
}

void BusWatch::release()
{
    m_delay = {};
}

void BusWatch::noteSleep(bool begins)
{
    if (begins)
        Q_EMIT goingToSleep();
    else
        delaySleep(); // the next one
}

void BusWatch::noteScreenSaver(bool active)
{
    if (active)
        Q_EMIT screenLocked();
}

void BusWatch::noteProperties(const QString& interface, const QVariantMap& changed, const QStringList&)
{
    if (interface == loginSession && changed.value(QStringLiteral("LockedHint")).toBool())
        Q_EMIT screenLocked();
}

SystemWatch* watchSystem(QObject* parent)
{
    return new BusWatch(QDBusConnection::systemBus(), sessionBus(), parent);
}

} // namespace dtp
