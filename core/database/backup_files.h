// SPDX-License-Identifier: GPL-3.0-or-later
// The backups in a folder, and what is in them.
#pragma once

#include <base/result.h>

#include <QDateTime>
#include <QFileInfo>

struct sqlite3;

namespace dtp
{

class Connection;

// given: the environment's folder; else "<name> backups" beside the file.
QString backupFolderOf(const QString& path, const QString& given);
QFileInfoList backupsOf(const QString& path, const QString& folder); // the newest first, by their names
// The newest of them that is a way out when the file is damaged: it opens and was looked through, or is locked, which
// says nothing of it. Empty: there is none.
QString newestSoundBackup(const QString& path, const QString& folder);
// What is set aside beside the file before another takes its place, or before its indexes are made anew: "<name> (set
// aside <time>).dtp". All of them, and a name that is free.
QFileInfoList setAsideOf(const QString& path);
QString nameToSetAside(const QString& path);
// Keeps what is there under that name, and leaves it in its place until another one replaces it; its journals go.
Result<> setAside(const QString& target);
// When a backup of the file at path was made: local time, by its name, which a copy keeps. Invalid: it is called
// otherwise.
QDateTime timeOfBackup(const QString& path, const QFileInfo& backup);

// What is in a backup; reads a few pages of it.
struct BackupContent {
    enum class State : unsigned char { Readable, Locked, Unreadable } state = State::Unreadable;
    qint64 people = -1;
    QString change; // the newest change in it, see changeOf()
};
BackupContent contentOfBackup(const QString& backup);
// "3,512 people", or why that is not known.
QString backupPeople(const BackupContent& content);
// Says which changes are in a file: the same in two of its copies when none was made, undone or redone in between.
Result<QString> changeOf(sqlite3* database);
// Whether its newest change or disclosure is none of the file's: it was worked in since, and would lose that.
Result<bool> holdsNewer(Connection& backup, sqlite3* file);
// Keeps in a backup how many people are in it, so that a large one need not be counted again. It stands within the
// file, so that an encrypted one tells nobody.
Result<> noteContent(Connection& backup);

} // namespace dtp
