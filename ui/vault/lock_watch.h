// SPDX-License-Identifier: GPL-3.0-or-later
// When an encrypted file is to be locked: nobody touches the program, or the system says so (ui/session).
#pragma once

#include <QObject>
#include <functional>

class QTimer;

namespace dtp
{

enum class LockReason { Asked, Idle, ScreenLocked, Sleep };

// No key, click, wheel or touch in the program for so long.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    // In milliseconds from any beginning.
    struct Times {
        std::function<qint64()> awake; // stands still while the machine sleeps
        std::function<qint64()> clock; // does not, but can be set
    };
    explicit IdleWatch(QObject* parent = nullptr, Times times = ofSystem());
    void start(qint64 milliseconds); // 0: never
    void stop();
    void look(); // whether the time is over; it does so by itself as well

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static Times ofSystem();
    void noteUse();
    qint64 quietFor() const;
    Times m_times;
    QTimer* m_timer;
    qint64 m_limit = 0;
    qint64 m_awake = 0; // both when it was used last
    qint64 m_clock = 0;
};

} // namespace dtp
