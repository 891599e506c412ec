// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that are made by themselves, in one or two places, and kept by age.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QStringList>

namespace dtp
{

class Store;

enum class BackupReason {
    Asked,   // somebody wants one now
    Before,  // an import, a merge: what changes much at once
    Closing, // the file
    Work     // people work, or have just opened the file
};

struct BackupsMade {
    QStringList files = {};   // where they are now; none when none was needed
    QStringList remarks = {}; // sentences for the user
    bool isEverywhere = true; // no place was missing or failed
};

// In each place that is there: always when asked; else when something has changed since the newest backup there, while
// people work only when that is an hour old as well. A file without people and organisations makes none unasked.
// Afterwards older ones of this file go by keptBackups(); what lies there under other names, of other files or cannot
// be read stays. The second place may fail or be missing: that is a remark. Each is of the state at its start: who
// writes meanwhile neither waits nor is in it. When progress stops it, it fails and leaves nothing behind.
Result<BackupsMade> backUp(const Store& store, BackupReason reason, const Progress& progress = {});

// Before an import or what else changes much at once: the remarks. That none could be made is one as well, since what
// follows can be undone; fails only when progress stops it.
Result<QStringList> backUpBefore(const Store& store, const Progress& progress = {});

// While people work: it rests as long as it works.
Result<BackupsMade> backUpAtLeisure(const Store& store, const Progress& progress);

// In each place where the newest is older than maximumAge seconds; 0: always. Of those that age out it keeps the
// newest `keep`.
Result<> backUpIfOlderThan(const Store& store, qint64 maximumAge, int keep, const Progress& progress = {});

} // namespace dtp
