// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/work_bar.h>

#include <ui/widgets/theme.h>

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
constexpr int shownEvery = 80; // milliseconds between two looks at the progress
} // namespace

WorkBar::WorkBar(const Store& store, QWidget* parent)
    : QWidget(parent), m_what(mutedLabel({}, this)), m_progress(new QProgressBar(this)),
      m_background(std::make_unique<BackgroundStore>(store))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_what->setWordWrap(true);
    row->addWidget(m_progress);
    row->addWidget(m_what, 1);
}

WorkBar::~WorkBar()
{
    if (m_stopped)
        *m_stopped = true;
    m_background.reset(); // waits for the work that runs
}

Progress WorkBar::begin(const QString& what)
{
    if (m_stopped)
        *m_stopped = true; // what runs is no longer wanted
    m_stopped = std::make_shared<std::atomic_bool>(false);
    m_what->setText(what);
    m_progress->setRange(0, 0);
    m_progress->show();
    Q_EMIT busyChanged();
    return [this, stopped = m_stopped, last = std::make_shared<QElapsedTimer>()](qint64 finished, qint64 total,
                                                                                 const QString& doing) {
        if (!last->isValid() || last->elapsed() > shownEvery) {
            last->start();
            QMetaObject::invokeMethod(
                this,
                [this, stopped, finished, total, doing] {
                    if (stopped == m_stopped && !*stopped)
                        showProgress(finished, total, doing);
                },
                Qt::QueuedConnection);
        }
        return !*stopped;
    };
}

bool WorkBar::end(const std::shared_ptr<std::atomic_bool>& stopped)
{
    if (stopped != m_stopped)
        return false;
    m_wasStopped = *stopped;
    m_stopped.reset();
    m_what->clear();
    m_progress->hide();
    return true;
}

void WorkBar::stop()
{
    if (m_stopped)
        *m_stopped = true;
}

void WorkBar::drop()
{
    if (!m_stopped)
        return;
    *std::exchange(m_stopped, nullptr) = true;
    m_what->clear();
    m_progress->hide();
    Q_EMIT busyChanged();
}

void WorkBar::say(const QString& sentence)
{
    m_what->setText(sentence);
}

QString WorkBar::sentence() const
{
    return m_what->text();
}

void WorkBar::showProgress(qint64 finished, qint64 total, const QString& what)
{
    if (!what.isEmpty())
        m_what->setText(what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(std::clamp<qint64>(finished * 1000 / total, 0, 1000)));
}

} // namespace dtp
