// SPDX-License-Identifier: GPL-3.0-or-later
// What Linux tells over D-Bus.
#pragma once

#include <ui/session/system_watch.h>

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QVariantMap>

namespace dtp
{

// Of systemd-logind before sleep and with the lock of the session
// (https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html), of desktops when their screen
// saver comes on. Without a bus it is silent.
class BusWatch : public SystemWatch
{
    Q_OBJECT
public:
    BusWatch(QDBusConnection system, QDBusConnection session, QObject* parent = nullptr);
    void release() override;

private Q_SLOTS:
    void noteSleep(bool begins);
    void noteScreenSaver(bool active);
    void noteProperties(const QString& interface, const QVariantMap& changed, const QStringList& invalid);

private:
    void findSession();
    void delaySleep();
    QDBusConnection m_system;
    QDBusUnixFileDescriptor m_delay; // sleep waits for a few seconds at most while this is held
};

} // namespace dtp
