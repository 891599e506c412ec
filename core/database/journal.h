// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log beside a file, looked through before SQLite does.
#pragma once

#include <base/result.h>

#include <QString>

namespace dtp
{

// SQLite takes a frame that is not as it was written for the end of the log, and throws away what was committed behind
// it; a log whose head says nothing it throws away as a whole. Fails when the end of a change stands behind such a
// frame, and where frames may stand behind such a head; nothing is written. A log that breaks off, as a kill or a
// power cut leaves it, is none of these, nor what earlier logs left behind its end. Of an encrypted file, which must
// be unlocked, as of a plain one; also while somebody writes to it.
Result<> checkJournal(const QString& path);

} // namespace dtp
