// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/background_store.h>

namespace dtp
{

class BackgroundStore::Worker : public QObject
{
public:
    Worker(const Store& store, std::shared_ptr<std::atomic_bool> isStopped)
        : m_original(store), m_isStopped(std::move(isStopped))
    {
    }

    void work(const std::function<void(Result<Store*>)>& job)
    {
        if (*m_isStopped)
            return;
        if (!m_own) {
            auto opened = m_original.another();
            if (!opened) {
                job(tl::unexpected<Error>(opened.error()));
                return;
            }
            m_own = std::move(*opened);
        }
        job(m_own.get());
    }

private:
    const Store& m_original;
    const std::shared_ptr<std::atomic_bool> m_isStopped;
    std::unique_ptr<Store> m_own; // made, used and destroyed on the thread
};

BackgroundStore::BackgroundStore(const Store& store, QObject* parent) : QObject(parent), m_store(store) {}

BackgroundStore::~BackgroundStore()
{
    if (!m_worker)
        return;
    *m_isStopped = true;
    m_thread.quit();
    m_thread.wait();
}

Progress BackgroundStore::whileNeeded() const
{
    return [isStopped = m_isStopped](qint64, qint64, const QString&) { return !*isStopped; };
}

void BackgroundStore::post(std::function<void(Result<Store*>)> job)
{
    if (!m_worker) {
        m_worker = new Worker(m_store, m_isStopped);
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker,
                &QObject::deleteLater); // runs on the thread, as its last deed
        m_thread.start(QThread::LowPriority);
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job = std::move(job)] { worker->work(job); }, Qt::QueuedConnection);
}

void BackgroundStore::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

} // namespace dtp
