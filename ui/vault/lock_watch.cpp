// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/lock_watch.h>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDateTime>
#include <QEvent>
#include <QTimer>
#include <algorithm>

namespace dtp
{

namespace
{
const QString login = QStringLiteral("org.freedesktop.login1");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString loginManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString loginSession = QStringLiteral("org.freedesktop.login1.Session");
constexpr qint64 lookEvery = 30 * 1000; // milliseconds: so late, at most, after the machine has slept
} // namespace

IdleWatch::IdleWatch(QObject* parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start(qint64 milliseconds)
{
    stop();
    m_limit = milliseconds;
    if (milliseconds <= 0)
        return;
    m_since.start();
    m_sinceClock = QDateTime::currentMSecsSinceEpoch();
    qApp->installEventFilter(this);
    look();
}

void IdleWatch::stop()
{
    m_limit = 0;
    m_timer->stop();
    qApp->removeEventFilter(this);
}

qint64 IdleWatch::quietFor() const
{
    return std::max(m_since.elapsed(), QDateTime::currentMSecsSinceEpoch() - m_sinceClock);
}

void IdleWatch::look()
{
    if (m_limit <= 0)
        return;
    const qint64 left = m_limit - quietFor();
    if (left > 0) {
        m_timer->start(static_cast<int>(std::min(left, lookEvery)));
        return;
    }
    stop();
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::DragMove:
        m_since.restart();
        m_sinceClock = QDateTime::currentMSecsSinceEpoch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

// Signals are taken from anybody: to ask for the sender by name would make the window wait for the bus, and the worst
// that another program can do by them is to lock the file.
SystemWatch::SystemWatch(QDBusConnection system, QDBusConnection session, QObject* parent)
    : QObject(parent), m_system(std::move(system))
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
void SystemWatch::findSession()
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

void SystemWatch::delaySleep()
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

void SystemWatch::release()
{
    m_delay = {};
}

void SystemWatch::noteSleep(bool begins)
{
    if (begins)
        Q_EMIT goingToSleep();
    else
        delaySleep(); // the next one
}

void SystemWatch::noteScreenSaver(bool active)
{
    if (active)
        Q_EMIT screenLocked();
}

void SystemWatch::noteProperties(const QString& interface, const QVariantMap& changed, const QStringList&)
{
    if (interface == loginSession && changed.value(QStringLiteral("LockedHint")).toBool())
        Q_EMIT screenLocked();
}

} // namespace dtp
