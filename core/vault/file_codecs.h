// SPDX-License-Identifier: GPL-3.0-or-later
// How each kind of file that SQLite writes for an encrypted database is kept: the database with its pages sealed, the
// write-ahead log with the pages in its frames sealed, the rollback journal and temporary files in sectors.
#pragma once

#include "cipher.h"

#include <QByteArray>
#include <memory>

struct sqlite3_file;

namespace dtp::vault
{

class FileCodec
{
public:
    FileCodec() = default;
    FileCodec(const FileCodec&) = delete;
    FileCodec& operator=(const FileCodec&) = delete;
    virtual ~FileCodec() = default;

    // As xRead and xWrite of SQLite's files: results are its codes; what a short read leaves out is zeros.
    virtual int read(sqlite3_file* file, unsigned char* bytes, int size, qint64 at) = 0;
    virtual int write(sqlite3_file* file, const unsigned char* bytes, int size, qint64 at) = 0;
    virtual qint64 realSize(qint64 shown) const { return shown; }
    virtual qint64 shownSize(qint64 real) const { return real; }

    // Of a database's, for what belongs to it.
    std::shared_ptr<const SecretBytes> master;
    QByteArray fileId;
};

// Null when the file has no head, or is locked.
std::unique_ptr<FileCodec> makeDatabaseCodec(sqlite3_file* file);
std::unique_ptr<FileCodec> makeWalCodec(const FileCodec& database);
std::unique_ptr<FileCodec> makeJournalCodec(const FileCodec& database);
std::unique_ptr<FileCodec> makeTemporaryCodec(); // under a key that nobody keeps

} // namespace dtp::vault
