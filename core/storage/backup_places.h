// SPDX-License-Identifier: GPL-3.0-or-later
// Where the backups of an open file are: beside it, and in a second place.
#pragma once

#include <database/backup_files.h>

#include <optional>
#include <vector>

namespace dtp
{

class Store;

// A folder with backups. The second one is chosen by the user, as on a stick, and kept in the file's settings: it is
// taken up when it is there. Where another file of the same name has its backups there, this one has a folder beside.
struct BackupPlace {
    QString folder;
    QString chosen; // what the user chose: the folder above; empty: the place beside the file
    bool isThere = true;

    bool isSecond() const { return !chosen.isEmpty(); }
};
std::vector<BackupPlace> backupPlaces(const Store& store); // one or two
// An empty folder: no second place any more. What is there already stays there.
Result<> setSecondPlace(Store& store, const QString& folder);

// Whether it is of this file and of no other that has its name: by a person or a change, whose key no other file has.
// One without people has nothing to lose.
Result<bool> isBackupOf(const Store& store, const QString& backup);

// Whether it is known to be of another file, which has this name as well: on a stick that two of them share.
bool isOfAnother(const Store& store, const QString& backup);
// Those in a place, the newest first by their names; of a second place without those of another file.
QFileInfoList backupsIn(const Store& store, const BackupPlace& place);

// A backup, for who looks for one. People are read apart: contentOfBackup().
struct BackupEntry {
    QString path;
    QDateTime at;
    bool isInSecondPlace = false;
};
std::vector<BackupEntry> allBackups(const Store& store); // the newest first, then those dated after now
// Not one that is dated after now, as by a clock that was wrong.
std::optional<BackupEntry> newestBackupIn(const Store& store, const BackupPlace& place);

// How well the file is backed up just now.
struct BackupStatus {
    std::optional<BackupEntry> newest; // in any place that is there
    BackupContent content;             // of that one
    bool isCurrent = false;            // nothing was changed since
    QString missingPlace;              // the second one, when it is not there
};
BackupStatus backupStatus(const Store& store);

} // namespace dtp
