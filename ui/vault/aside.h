// SPDX-License-Identifier: GPL-3.0-or-later
// Work of a second or so that needs no open file, on a thread of its own: making a key of a passphrase.
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <functional>
#include <utility>

namespace dtp
{

// done is told on the receiver's thread, unless the receiver is gone by then.
template <class T>
void runAside(QObject* receiver, std::function<T()> work, std::function<void(T)> done)
{
    // Not QFuture::then() with the receiver, which takes for granted that it is there at the end.
    auto* watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace dtp
