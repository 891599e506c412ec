// SPDX-License-Identifier: GPL-3.0-or-later
// When an encrypted file is to be locked: nobody touches the program, the screen is locked, the machine goes to sleep.
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QElapsedTimer>
#include <QObject>
#include <QVariantMap>

class QDBusMessage;
class QTimer;

namespace dtp
{

enum class LockReason { Asked, Idle, ScreenLocked, Sleep };

// No key, click, wheel or touch in the program for so long.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    void start(qint64 milliseconds); // 0: never
    void stop();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    qint64 quietFor() const;
    QTimer* m_timer;
    qint64 m_limit = 0;
    QElapsedTimer m_since;   // does not run while the machine sleeps
    qint64 m_sinceClock = 0; // does, but can be set
};

// What the system tells, where it does: systemd-logind before sleep and with the lock of the session
// (https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html), desktops when their screen
// saver comes on. Without a bus it is silent.
class SystemWatch : public QObject
{
    Q_OBJECT
public:
    SystemWatch(QDBusConnection system, QDBusConnection session, QObject* parent = nullptr);
    // Sleep may begin now: call it once the file is locked.
    void release();

Q_SIGNALS:
    void screenLocked();
    void goingToSleep();

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
