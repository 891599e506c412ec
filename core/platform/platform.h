// SPDX-License-Identifier: GPL-3.0-or-later
// What each operating system does in its own way, in one place: linux.cpp, or portable.cpp, which needs standard C++
// and Qt alone and leaves undone what only a system can do. DTP_PLATFORM in CMake says which.
#pragma once

#include <QFile>
#include <QString>
#include <cstdio>
#include <memory>
#include <optional>

namespace dtp::platform
{

// From here on the process with all its threads, and what it starts, can make local sockets only, as of the display:
// every other kind is refused with EACCES, and io_uring, which could go round that, with EPERM. The promise of no
// network access is thus kept by the kernel: libraries that we need bring network code along (Qt's PDF preview links
// Qt's network module). By seccomp, see https://man7.org/linux/man-pages/man2/seccomp.2.html. False when the system
// has no such thing; then all is as without it, and networkNotice() says so.
bool forbidNetwork();

// From here on the memory of this process, with the names in it, is written into no core file when it crashes, and
// other processes of the same user cannot look into it. False where the system has no such thing.
bool forbidDumps();

// A sentence for the user when forbidNetwork() was called and failed; otherwise empty.
QString networkNotice();

// Files that come to be from here on are for their owner alone, whatever the system's habit.
void keepFilesPrivate();

// Of who uses the program, as the system knows the person; "?" when it does not.
QString userName();

// Where what runs now leaves word of it: the same for every program of this user, whatever its environment says.
QString runtimeFolder();

// False where texts and names of files of this environment are in another encoding than UTF-8.
bool isUtf8Environment();

// Which file a path leads to, whatever it is called: the same through symbolic and hard links, another when it was
// replaced. Empty when there is none, or the system does not tell.
QString fileIdentity(const QString& path);
// As long as what is returned lives, no other file gets the identity of this one, even when it is deleted. Nothing
// where the system tells no identity.
std::shared_ptr<const void> holdIdentity(const QString& path);

// Whether a process of this number runs; also true where the system does not tell.
bool isRunning(qint64 process);

// What was written to a file, or the names in a folder, is on the disk afterwards; where the system knows how.
void syncToDisk(const QString& path);
void syncToDisk(const QFile& file);

// How much memory the machine has, in KiB; 0 when the system does not tell.
qint64 wholeMemory();

// Asks on the terminal for what nobody is to see while it is typed; prompt goes there, too, so that output may be sent
// elsewhere. Nothing where there is no terminal, or the system knows none.
std::optional<QString> askOnTerminal(const QString& prompt);

// Whether standard output is shown to somebody; also true where the system does not tell.
bool isOutputShown();

// From here on what libraries write to standard error by themselves goes nowhere. What is returned writes there.
std::FILE* quietLibraries();

// The most memory that the process has had so far, in KiB; 0 when the system does not tell.
qint64 peakMemory();

} // namespace dtp::platform
