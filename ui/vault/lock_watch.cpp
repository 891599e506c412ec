// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/vault/lock_watch.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QTimer>
#include <algorithm>

namespace dtp
{

namespace
{
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

} // namespace dtp
