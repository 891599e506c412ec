// SPDX-License-Identifier: GPL-3.0-or-later
// When an encrypted file is to be locked: nobody touches the program, or the system says so (ui/session).
#pragma once

#include <QElapsedTimer>
#include <QObject>

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

} // namespace dtp
