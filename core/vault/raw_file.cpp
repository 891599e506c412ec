// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_file.h"

#include "sqlite_start.h"

#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace dtp::vault
{

RawFile::RawFile(const QString& path, bool toWrite)
{
    startSqlite();
    sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
    if (!files || !QFileInfo(path).isFile())
        return;
    // Two zeros at the end: no parameters of a URI follow.
    m_path = QFile::encodeName(QFileInfo(path).absoluteFilePath()) + QByteArray(4, '\0');
    m_memory.resize(static_cast<std::size_t>(files->szOsFile));
    int flags = SQLITE_OPEN_MAIN_DB | (toWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    const int wanted = flags;
    m_isOpen = files->xOpen(files, m_path.constData(), file(), flags, &flags) == SQLITE_OK;
    if (m_isOpen && toWrite && (flags & SQLITE_OPEN_READONLY) != (wanted & SQLITE_OPEN_READONLY)) {
        file()->pMethods->xClose(file());
        m_isOpen = false;
    }
}

RawFile::~RawFile()
{
    if (m_isOpen)
        file()->pMethods->xClose(file());
}

sqlite3_file* RawFile::file() const
{
    return reinterpret_cast<sqlite3_file*>(const_cast<char*>(m_memory.data()));
}

qint64 RawFile::size() const
{
    sqlite3_int64 size = 0;
    return m_isOpen && file()->pMethods->xFileSize(file(), &size) == SQLITE_OK ? size : 0;
}

QByteArray RawFile::read(qint64 at, int size) const
{
    QByteArray bytes(size, '\0');
    if (!m_isOpen || file()->pMethods->xRead(file(), bytes.data(), size, at) != SQLITE_OK)
        return {};
    return bytes;
}

bool RawFile::write(qint64 at, const QByteArray& bytes)
{
    return m_isOpen &&
           file()->pMethods->xWrite(file(), bytes.constData(), static_cast<int>(bytes.size()), at) == SQLITE_OK;
}

bool RawFile::sync()
{
    return m_isOpen && file()->pMethods->xSync(file(), SQLITE_SYNC_FULL) == SQLITE_OK;
}

} // namespace dtp::vault
