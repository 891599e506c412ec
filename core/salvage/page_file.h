// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a database by their numbers, where SQLite's trees do not lead to them any more.
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

struct sqlite3_file;

namespace dtp
{

// What stands in the file itself, of an encrypted one as it is read; not what a journal holds beside it.
class PageFile
{
public:
    // missing: bytes that are not there any more before the first one of a plain file; negative: that do not belong.
    explicit PageFile(const QString& path, qint64 missing = 0);
    ~PageFile();
    PageFile(const PageFile&) = delete;
    PageFile& operator=(const PageFile&) = delete;

    qint64 count() const { return m_count; }
    int pageSize() const { return m_pageSize; }
    int usableSize() const { return m_pageSize - m_reserved; } // of a page, by SQLite
    QByteArray page(qint64 number) const; // from 1; empty: not there, or not as it was written in this place
    bool put(qint64 number, const QByteArray& page);

private:
    sqlite3_file* file() const;
    QByteArray m_path; // SQLite keeps no copy of it
    std::vector<char> m_memory;
    bool m_isOpen = false;
    int m_pageSize = 4096; // of every file that this program makes
    int m_reserved = 0;
    qint64 m_missing = 0;
    qint64 m_count = 0;
};

} // namespace dtp
