// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/lock_watch.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qint64 lookEvery = 30 * 1000; // milliseconds: so late, at most, after the machine has slept
} // namespace

IdleWatch::Times IdleWatch::ofSystem()
{
    QElapsedTimer awake;
    awake.start();
    return {[awake] { return awake.elapsed(); }, [] { return QDateTime::currentMSecsSinceEpoch(); }};
}

IdleWatch::IdleWatch(QObject* parent, Times times)
    : QObject(parent), m_times(std::move(times)), m_timer(new QTimer(this))
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
    noteUse();
    qApp->installEventFilter(this);
    look();
}

void IdleWatch::stop()
{
    m_limit = 0;
    m_timer->stop();
    qApp->removeEventFilter(this);
}

void IdleWatch::noteUse()
{
    m_awake = m_times.awake();
    m_clock = m_times.clock();
}

qint64 IdleWatch::quietFor() const
{
    return std::max(m_times.awake() - m_awake, m_times.clock() - m_clock);
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
        noteUse();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dtp
