// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs never write one file at once: who has "<file>.lock" may write, the other reads and says who has it.
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>

namespace dtp
{

class FileLock
{
public:
    // Null when another program holds it, or the folder cannot be written to; reason is then a sentence.
    static std::unique_ptr<FileLock> take(const QString& path, QString& reason);
    // The reason of a file that may not be written to for want of room on its disk.
    static QString fullReason(const QString& path);

private:
    explicit FileLock(const QString& path) : m_lock(path) {}
    QLockFile m_lock;
};

} // namespace dtp
