// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups are kept, by their age and by how many people are in them.
#pragma once

#include <QDateTime>
#include <optional>
#include <vector>

namespace dtp
{

struct BackupMoment {
    QDateTime at;       // in local time
    qint64 people = -1; // who are in it; -1: it could not be read
};

// How many periods of each kind keep their newest backup.
struct RetentionRule {
    int last = 10; // the newest, whatever their age: one made before an import outlives the closing of that day
    int hourly = 24;
    int daily = 14;
    int weekly = 8; // ISO weeks
    int monthly = 12;
};

// For each backup whether it is kept, whatever their order. By age as `borg prune` does it
// (https://borgbackup.readthedocs.io/en/stable/usage/prune.html): the newest of each period, a backup counts for one
// rule alone, and where a rule has periods left the oldest is kept as well. Besides are kept: the newest; those dated
// after now, which stand for no period (a clock was wrong then, or is now); those that could not be read, likewise;
// and each that has far more people than all newer ones that are kept, so that what vanished does not age out.
std::vector<bool> keptBackups(const std::vector<BackupMoment>& all, const QDateTime& now,
                              const RetentionRule& rule = {});

// For each backup the day on which it ages out, when the file is backed up once a day from now on and the people in it
// stay as many; none for what is kept for good.
std::vector<std::optional<QDate>> daysOfAgeing(const std::vector<BackupMoment>& all, const QDateTime& now,
                                               const RetentionRule& rule = {});

// Whether so many fewer are there now that people may have vanished.
bool isFarFewer(qint64 now, qint64 before);

} // namespace dtp
