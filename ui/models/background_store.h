// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a connection of its own to the open file, for reading that takes longer than a blink.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <storage/store.h>

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>

namespace dtp
{

// Jobs run one after the other, in order. The store given must outlive this object. Destruction waits for the job that
// runs and drops the rest; nothing of theirs is delivered afterwards.
class BackgroundStore : public QObject
{
    Q_OBJECT
public:
    explicit BackgroundStore(const Store& store, QObject* parent = nullptr);
    ~BackgroundStore() override;

    // read runs on the thread; done runs where this object lives, with what read returned.
    template <class T>
    void run(std::function<Result<T>(Store&)> read, std::function<void(Result<T>)> done)
    {
        post([this, read = std::move(read), done = std::move(done)](Result<Store*> store) {
            Result<T> result = store ? read(**store) : Result<T>(tl::unexpected<Error>(store.error()));
            deliver([done, result = std::make_shared<Result<T>>(std::move(result))] { done(std::move(*result)); });
        });
    }

    // For long jobs: says to stop when this object is about to go, which waits for them.
    Progress whileNeeded() const;

private:
    void post(std::function<void(Result<Store*>)> job);
    void deliver(std::function<void()> answer);
    class Worker;
    const Store& m_store;
    std::shared_ptr<std::atomic_bool> m_isStopped = std::make_shared<std::atomic_bool>(false);
    QThread m_thread;
    Worker* m_worker = nullptr;
};

} // namespace dtp
