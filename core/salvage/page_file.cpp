// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_file.h"

#include <vault/sqlite_start.h>
#include <vault/vault.h>
#include <vault/vault_files.h>

#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace dtp
{

PageFile::PageFile(const QString& path, qint64 missing) : m_missing(missing)
{
    vault::startSqlite();
    const bool isEncrypted = vault::isVault(path);
    sqlite3_vfs* files = sqlite3_vfs_find(isEncrypted ? vault::vaultFilesName() : nullptr);
    if (!files || !QFileInfo(path).isFile())
        return;
    // Zeros at the end: no parameters of a URI follow.
    m_path = QFile::encodeName(QFileInfo(path).absoluteFilePath()) + QByteArray(4, '\0');
    m_memory.resize(static_cast<std::size_t>(files->szOsFile));
    int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE;
    m_isOpen = files->xOpen(files, m_path.constData(), file(), flags, &flags) == SQLITE_OK;
    if (!m_isOpen)
        return;
    m_reserved = isEncrypted ? vault::reservedBytes : 0;
    // https://www.sqlite.org/fileformat.html#the_database_header
    const QByteArray start = page(1);
    const int size = start.isEmpty() ? 0 : static_cast<uchar>(start[16]) * 256 + static_cast<uchar>(start[17]);
    if (!isEncrypted && start.startsWith(QByteArray("SQLite format 3\0", 16)) && size >= 512 &&
        (size & (size - 1)) == 0) {
        m_pageSize = size;
        m_reserved = static_cast<uchar>(start[20]);
    }
    sqlite3_int64 bytes = 0;
    if (file()->pMethods->xFileSize(file(), &bytes) == SQLITE_OK)
        m_count = (bytes + m_missing) / m_pageSize;
}

PageFile::~PageFile()
{
    if (m_isOpen)
        file()->pMethods->xClose(file());
}

sqlite3_file* PageFile::file() const
{
    return reinterpret_cast<sqlite3_file*>(const_cast<char*>(m_memory.data()));
}

QByteArray PageFile::page(qint64 number) const
{
    QByteArray bytes(m_pageSize, '\0');
    const qint64 at = (number - 1) * m_pageSize - m_missing;
    if (!m_isOpen || number < 1 || at < 0 ||
        file()->pMethods->xRead(file(), bytes.data(), m_pageSize, at) != SQLITE_OK)
        return {};
    return bytes;
}

bool PageFile::put(qint64 number, const QByteArray& page)
{
    return m_isOpen && file()->pMethods->xWrite(file(), page.constData(), static_cast<int>(page.size()),
                                                (number - 1) * m_pageSize - m_missing) == SQLITE_OK;
}

} // namespace dtp
