// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/session/second_start.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace dtp
{

namespace
{
constexpr int LongestWait = 1000; // milliseconds
constexpr int BetweenLooks = 10;

QString folderFor(const QString& identity)
{
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString among = own.isEmpty() ? QDir::tempPath() : own;
    return identity.isEmpty()
               ? QString()
               : QString(among + QStringLiteral("/dtp-secretariat-") + identity + QStringLiteral(".open"));
}

// Where there is no folder of the user's own for what runs, others can write beside it.
bool isOwn(const QString& folder)
{
    const QFileInfo info(folder);
    return info.isDir() && !info.isSymLink() && info.ownerId() == QFileInfo(QDir::homePath()).ownerId();
}

QString signIn(const QString& folder)
{
    return folder + QStringLiteral("/started");
}
} // namespace

SecondStart::SecondStart(const QString& identity, QObject* parent) : QObject(parent), m_folder(folderFor(identity))
{
    if (m_folder.isEmpty())
        return;
    QDir().mkdir(m_folder); // one that was killed may have left it
    if (!isOwn(m_folder)) {
        m_folder.clear();
        return;
    }
    QFile::remove(signIn(m_folder));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SecondStart::look);
    m_watcher.addPath(m_folder);
}

SecondStart::~SecondStart()
{
    if (m_folder.isEmpty())
        return;
    QFile::remove(signIn(m_folder));
    QDir().rmdir(m_folder);
}

// That the sign is gone is the answer.
void SecondStart::look()
{
    if (QFile::remove(signIn(m_folder)))
        Q_EMIT told();
}

bool tellFirstStart(const QString& identity)
{
    const QString folder = folderFor(identity);
    QFile sign(signIn(folder));
    if (folder.isEmpty() || !isOwn(folder) || !sign.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    sign.close();
    QElapsedTimer waited;
    waited.start();
    while (sign.exists()) {
        if (waited.elapsed() > LongestWait)
            return !sign.remove(); // taken away just now: it was heard
        QThread::msleep(BetweenLooks);
    }
    return true;
}

} // namespace dtp
