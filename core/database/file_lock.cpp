// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/file_lock.h>

#include <platform/platform.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// A lock in which nobody's name stands was left by who was killed before writing it, or is just being made: it counts
// no more when it stays so. Qt keeps it then as long as the system says that somebody has it open.
bool tryLock(QLockFile& lock)
{
    if (lock.tryLock(0))
        return true;
    qint64 process = 0;
    QString host;
    QString program;
    if (lock.error() != QLockFile::LockFailedError || lock.getLockInfo(&process, &host, &program))
        return false;
    constexpr int stale = 500; // milliseconds
    lock.setStaleLockTime(stale);
    const bool isTaken = lock.tryLock(2 * stale);
    lock.setStaleLockTime(0);
    return isTaken;
}
} // namespace

QString FileLock::fullReason(const QString& path)
{
    return Storage::tr("The disk of %1 is full, so the file is opened to read. Make room on the disk to change it.")
        .arg(QFileInfo(path).fileName());
}

// A second lock by the number of the file, beside the other one by its name: the same file may have a name in another
// folder (a hard link).
bool FileLock::holdFile(const QString& path)
{
    m_held = platform::holdIdentity(path); // else a file that comes after this one could be taken for it
    m_identity = platform::fileIdentity(path);
    if (m_identity.isEmpty())
        return true;
    m_fileLock.emplace(platform::runtimeFolder() + QStringLiteral("/dtp-secretariat-") + m_identity +
                       QStringLiteral(".lock"));
    m_fileLock->setStaleLockTime(0);
    return tryLock(*m_fileLock) || m_fileLock->error() != QLockFile::LockFailedError;
}

bool FileLock::isStillThere(const QString& path) const
{
    return m_identity.isEmpty() || platform::fileIdentity(path) == m_identity;
}

std::unique_ptr<FileLock> FileLock::take(const QString& path, QString& reason)
{
    // Through symbolic links to the file itself.
    const QString there = QFileInfo(path).canonicalFilePath();
    const QString file = (there.isEmpty() ? path : there) + QStringLiteral(".lock");
    const QString name = QFileInfo(path).fileName();
    std::unique_ptr<FileLock> lock(new FileLock(file));
    lock->m_lock.setStaleLockTime(0); // stale only when its process is gone, however long it has been open
    if (tryLock(lock->m_lock)) {
        if (lock->holdFile(path))
            return lock;
        reason =
            Storage::tr("%1 is open on this computer under another name. You can read it here; to change it, close "
                        "it there.")
                .arg(name);
        return nullptr;
    }
    if (lock->m_lock.error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        lock->m_lock.getLockInfo(&process, &host, &program);
        const QDateTime since = QFileInfo(file).lastModified();
        const QString when = since.date() == QDate::currentDate()
                                 ? QLocale().toString(since.time(), QLocale::ShortFormat)
                                 : QLocale().toString(since, QLocale::ShortFormat);
        const bool here = host.isEmpty() || host == QSysInfo::machineHostName();
        reason =
            here ? Storage::tr(
                       "%1 is open in another window on this computer since %2. You can read it here; to change it, "
                       "close it there.")
                       .arg(name, when)
                 : Storage::tr(
                       "%1 is open on the computer “%2” since %3. You can read it here; to change it, close it there.")
                       .arg(name, host, when);
    } else if (lock->m_lock.error() == QLockFile::UnknownError) {
        reason = fullReason(path);
    } else {
        reason = Storage::tr(
                     "The folder of %1 may only be read, so the file is opened to read. Copy it to a folder of your "
                     "own to change it.")
                     .arg(name);
    }
    return nullptr;
}

} // namespace dtp
