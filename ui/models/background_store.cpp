// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/background_store.h>

#include <atomic>

namespace dtp
{

class BackgroundStore::Worker : public QObject
{
public:
    explicit Worker(const Store& store) : m_original(store) {}

    void work(const std::function<void(Result<Store*>)>& job)
    {
        if (m_stopped)
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

    std::atomic_bool m_stopped = false;

private:
    const Store& m_original;
    std::unique_ptr<Store> m_own; // made, used and destroyed on the thread
};

BackgroundStore::BackgroundStore(const Store& store, QObject* parent) : QObject(parent), m_store(store) {}

BackgroundStore::~BackgroundStore()
{
    if (!m_worker)
        return;
    m_worker->m_stopped = true;
    m_thread.quit();
    m_thread.wait();
}

void BackgroundStore::post(std::function<void(Result<Store*>)> job)
{
    if (!m_worker) {
        m_worker = new Worker(m_store);
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
