// SPDX-License-Identifier: GPL-3.0-or-later
// A database on the disk: what SQLite keeps beside it, copies that are in the making, and putting one in its place.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QDateTime>
#include <QDir>
#include <QString>
#include <functional>

namespace dtp
{

// With what SQLite keeps beside it.
void removeDatabase(const QString& path);

// For the owner alone, with what SQLite keeps beside it, whatever a copy or a stick made of it.
void makePrivate(const QString& path);

// Name of a copy in the making, beside the target, and of this one alone: others may be making the same.
QString partOf(const QString& target);
// What programs that were killed left of copies to names of this folder, or to one of them and what is set aside of
// it: at once when they ran on this computer, else when it is a day old.
void removeLeftParts(const QDir& folder, const QString& ofName = {});
// A name for a folder in the making, beside the one that it is to become, and what a killed run left of such a folder:
// its files go with it.
QString folderInMaking(const QString& target);
void removeLeftFolder(const QString& path);
// Other names of the file at path that a restore left when it was killed before it had put another file in its place:
// "<name> (… <time>).dtp" beside it that is the same file, and its journals likewise.
void removeSecondNames(const QString& path);

// A name with a time in it, which is moved on until no file has that name: two in one second are two.
QString freeName(const QDir& folder, QDateTime time, const std::function<QString(const QString&)>& nameAt);

// Whether the file has a name besides this one (a hard link): what its journal there holds is not seen from here.
bool hasOtherName(const QString& path);
// Whether a journal beside the file holds something of it: it was not closed, or is open.
bool hasJournal(const QString& path);
// Brings what journals hold into the file itself, and fails when one is left, or damaged, which stays as it is.
Result<> foldJournals(const QString& path);

// Opens a database of ours and looks it through, so that a backup is known to be one.
Result<> verifyDatabase(const QString& path, const Progress& progress = {});

// Puts a whole copy in the place of target in one step; a kill leaves the one or the other there, and so does a power
// cut. What was in its place must be without journals.
Result<> replaceBy(const QString& part, const QString& target);
// The same, and no byte of what was there is left where it was.
Result<> replaceAndOverwrite(const QString& part, const QString& target);

} // namespace dtp
