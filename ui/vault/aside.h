// SPDX-License-Identifier: GPL-3.0-or-later
// Work of a second or so that needs no open file, on a thread of its own: making a key of a passphrase.
#pragma once

#include <QFuture>
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
    QtConcurrent::run(std::move(work)).then(receiver, [done = std::move(done)](const T& result) { done(result); });
}

} // namespace dtp
