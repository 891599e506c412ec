// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs never write one file at once: who has "<file>.lock" may write, the other reads and says who has it.
// Held for the file itself: whatever symbolic or hard link it is opened by.
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>
#include <optional>

namespace dtp
{

class FileLock
{
public:
    // Null when another program holds it, or the folder cannot be written to; reason is then a sentence.
    static std::unique_ptr<FileLock> take(const QString& path, QString& reason);
    // The reason of a file that may not be written to for want of room on its disk.
    static QString fullReason(const QString& path);
    // Whether path still leads to the file that was locked: it may have been deleted or replaced.
    bool isStillThere(const QString& path) const;

private:
    explicit FileLock(const QString& path) : m_lock(path) {}
    bool holdFile(const QString& path);

    std::shared_ptr<const void> m_held; // of the file; to the end
    QLockFile m_lock;
    std::optional<QLockFile> m_fileLock;
    QString m_identity;
};

} // namespace dtp
