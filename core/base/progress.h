// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells how far it is, and learns that it should stop.
#pragma once

#include <QString>
#include <functional>

namespace dtp
{

// Called from the thread that works. done and total count the same units (rows, pages); total is 0 while unknown.
// Returning false asks the work to stop and leave everything as it was.
using Progress = std::function<bool(qint64 done, qint64 total, const QString& what)>;

inline bool goOn(const Progress& progress, qint64 done, qint64 total, const QString& what = {})
{
    return !progress || progress(done, total, what);
}

} // namespace dtp
