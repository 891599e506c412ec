// SPDX-License-Identifier: GPL-3.0-or-later
// Work on another thread that a dialog shows at its foot: what is being done and how far it is.
#pragma once

#include <ui/models/background_store.h>

#include <QWidget>
#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;

namespace dtp
{

class WorkBar : public QWidget
{
    Q_OBJECT
public:
    explicit WorkBar(const Store& store, QWidget* parent = nullptr);
    ~WorkBar() override; // stops what runs and waits for it

    // done is told unless other work was begun or this was dropped meanwhile.
    template <class T>
    void run(const QString& what, std::function<Result<T>(Store&, const Progress&)> deed,
             std::function<void(Result<T>)> done)
    {
        const Progress progress = begin(what);
        m_background->run<T>([deed = std::move(deed), progress](Store& store) { return deed(store, progress); },
                             [this, done = std::move(done), stopped = m_stopped](Result<T> result) {
                                 if (!end(stopped))
                                     return;
                                 done(std::move(result));
                                 Q_EMIT busyChanged();
                             });
    }

    bool isBusy() const { return m_stopped != nullptr; }
    bool wasStopped() const { return m_wasStopped; } // the work that ended last, by the person
    void stop();                                     // the work says so in its result
    void drop();                                     // nobody waits for it any more
    void say(const QString& sentence);
    QString sentence() const;

Q_SIGNALS:
    void busyChanged();

private:
    Progress begin(const QString& what);
    bool end(const std::shared_ptr<std::atomic_bool>& stopped); // false: superseded
    void showProgress(qint64 finished, qint64 total, const QString& what);
    QLabel* m_what;
    QProgressBar* m_progress;
    std::unique_ptr<BackgroundStore> m_background;
    std::shared_ptr<std::atomic_bool> m_stopped; // of the work that runs
    bool m_wasStopped = false;
};

} // namespace dtp
