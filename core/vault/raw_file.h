// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file as they are, through SQLite's own way to files: opening and closing a file that SQLite has open
// by other means would make the system forget SQLite's locks on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

struct sqlite3_file;

namespace dtp::vault
{

class RawFile
{
public:
    RawFile(const QString& path, bool toWrite); // of a file that is there
    ~RawFile();
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;

    bool isOpen() const { return m_isOpen; }
    qint64 size() const;
    QByteArray read(qint64 at, int size) const; // empty when there is less
    bool write(qint64 at, const QByteArray& bytes);
    bool sync();

private:
    sqlite3_file* file() const;
    QByteArray m_path; // SQLite keeps no copy of it
    std::vector<char> m_memory;
    bool m_isOpen = false;
};

} // namespace dtp::vault
