// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/task_dialog.h>

#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int ShownEvery = 80;   // milliseconds between two looks at the progress
constexpr int GuessAfter = 3000; // before that the time left is not worth saying
} // namespace

TaskDialog::TaskDialog(const QString& title, QWidget* parent)
    : QDialog(parent), m_what(mutedLabel(tr("Starting …"), this)), m_left(mutedLabel({}, this, TextSize::Small)),
      m_bar(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
    setWindowTitle(title);
    setModal(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* heading = plainLabel(title, this, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    all->addWidget(m_what);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(title);
    all->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    row->addWidget(m_left, 1);
    row->addWidget(m_cancel);
    all->addLayout(row);
    setMinimumWidth(440);
    connect(m_cancel, &QPushButton::clicked, this, &TaskDialog::reject);
}

TaskDialog::~TaskDialog() = default;

void TaskDialog::run(std::function<void(const Progress&)> work)
{
    auto last = std::make_shared<QElapsedTimer>();
    const Progress progress = [this, last, cancelled = m_cancelled](qint64 done, qint64 total, const QString& what) {
        if (!last->isValid() || last->elapsed() > ShownEvery || done == total) {
            last->start();
            QMetaObject::invokeMethod(
                this, [this, done, total, what] { showPage(done, total, what); }, Qt::QueuedConnection);
        }
        return !*cancelled;
    };
    m_time.start();
    std::unique_ptr<QThread> thread(QThread::create([work = std::move(work), progress] { work(progress); }));
    connect(thread.get(), &QThread::finished, this, &QDialog::accept);
    thread->start();
    exec();
    thread->wait();
}

void TaskDialog::showPage(qint64 done, qint64 total, const QString& what)
{
    if (!what.isEmpty() && !*m_cancelled)
        m_what->setText(what);
    if (total <= 0)
        return;
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(std::clamp<qint64>(done * 1000 / total, 0, 1000)));
    if (m_time.elapsed() < GuessAfter || done <= 0)
        return;
    const qint64 seconds = m_time.elapsed() * (total - done) / done / 1000 + 1;
    m_left->setText(seconds < 90 ? tr("About %n seconds left", nullptr, static_cast<int>(seconds))
                                 : tr("About %n minutes left", nullptr, static_cast<int>((seconds + 30) / 60)));
}

void TaskDialog::reject()
{
    *m_cancelled = true;
    m_cancel->setEnabled(false);
    m_what->setText(tr("Stopping; everything will be as it was."));
}

} // namespace dtp
