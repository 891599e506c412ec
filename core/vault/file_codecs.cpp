// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_codecs.h"

#include "header.h"
#include "journal_parts.h"
#include "keys.h"
#include "page_codec.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <sqlite3.h>

namespace dtp::vault
{

namespace
{
int readReal(sqlite3_file* file, unsigned char* bytes, int size, qint64 at)
{
    return file->pMethods->xRead(file, bytes, size, at);
}

int writeReal(sqlite3_file* file, const unsigned char* bytes, int size, qint64 at)
{
    return file->pMethods->xWrite(file, bytes, size, at);
}

class DatabaseCodec : public FileCodec
{
public:
    DatabaseCodec(std::shared_ptr<const SecretBytes> key, const QByteArray& id) : m_pages(*key, "dtp page", id)
    {
        master = std::move(key);
        fileId = id;
    }

    int read(sqlite3_file* file, unsigned char* bytes, int size, qint64 at) override
    {
        if (size == pageSize && at % pageSize == 0)
            return readPage(file, bytes, at);
        // Parts of the first page: its beginning on opening, its counters at each transaction.
        std::array<unsigned char, pageSize> page;
        const qint64 within = at % pageSize;
        if (within + size > pageSize)
            return SQLITE_IOERR_READ;
        const int code = readPage(file, page.data(), at - within);
        std::memcpy(bytes, page.data() + within, static_cast<std::size_t>(size));
        return code;
    }

    int write(sqlite3_file* file, const unsigned char* bytes, int size, qint64 at) override
    {
        if (size != pageSize || at % pageSize != 0)
            return SQLITE_IOERR_WRITE;
        std::array<unsigned char, pageSize> page;
        std::memcpy(page.data(), bytes, pageSize);
        if (!m_pages.seal(page.data(), numberAt(at)))
            return SQLITE_IOERR_WRITE;
        return writeReal(file, page.data(), pageSize, at + headerSize);
    }

    qint64 realSize(qint64 shown) const override { return shown + headerSize; }
    qint64 shownSize(qint64 real) const override { return std::max<qint64>(0, real - headerSize); }

private:
    static quint32 numberAt(qint64 at) { return static_cast<quint32>(at / pageSize + 1); }

    int readPage(sqlite3_file* file, unsigned char* page, qint64 at)
    {
        const int code = readReal(file, page, pageSize, at + headerSize);
        if (code != SQLITE_OK) {
            std::memset(page, 0, pageSize); // a part of a page says nothing
            return code;
        }
        return m_pages.open(page, numberAt(at)) ? SQLITE_OK : SQLITE_CORRUPT;
    }

    PageCodec m_pages;
};

// Files that are read and written in pieces of any size, but sealed in parts: what is asked for is taken out of the
// parts, and what is written put into them.
class PartsCodec : public FileCodec
{
public:
    int read(sqlite3_file* file, unsigned char* bytes, int size, qint64 at) override
    {
        // A frame with its head is read to look whether it is whole; a page by itself, since it has to be.
        const bool isToBeWhole = size == pageSize;
        for (qint64 done = 0; done < size;) {
            const Part part = partAt(at + done);
            const qint64 within = at + done - part.at;
            const qint64 taken = std::min<qint64>(part.size - within, size - done);
            std::array<unsigned char, pageSize> whole;
            const int code = readPart(file, whole.data(), part);
            if (code != SQLITE_OK && (code != SQLITE_CORRUPT || isToBeWhole)) {
                std::memset(bytes + done, 0, static_cast<std::size_t>(size - done));
                return code;
            }
            std::memcpy(bytes + done, whole.data() + within, static_cast<std::size_t>(taken));
            done += taken;
        }
        return SQLITE_OK;
    }

    int write(sqlite3_file* file, const unsigned char* bytes, int size, qint64 at) override
    {
        for (qint64 done = 0; done < size;) {
            const Part part = partAt(at + done);
            const qint64 within = at + done - part.at;
            const qint64 taken = std::min<qint64>(part.size - within, size - done);
            std::array<unsigned char, pageSize> whole{};
            if (taken < part.size) {
                const int code = readPart(file, whole.data(), part);
                if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
                    return code;
            }
            std::memcpy(whole.data() + within, bytes + done, static_cast<std::size_t>(taken));
            if (!seal(whole.data(), part))
                return SQLITE_IOERR_WRITE;
            if (const int code = writeReal(file, whole.data(), part.size, part.at); code != SQLITE_OK)
                return code;
            done += taken;
        }
        return SQLITE_OK;
    }

protected:
    struct Part {
        qint64 at;
        int size; // pageSize at most
        quint64 number;
    };

private:
    virtual Part partAt(qint64 at) const = 0;
    virtual bool seal(unsigned char* bytes, const Part& part) = 0;
    virtual int open(unsigned char* bytes, const Part& part) = 0; // gives a code of SQLite

    int readPart(sqlite3_file* file, unsigned char* bytes, const Part& part)
    {
        if (const int code = readReal(file, bytes, part.size, part.at); code != SQLITE_OK) {
            std::memset(bytes, 0, static_cast<std::size_t>(part.size));
            return code;
        }
        return open(bytes, part);
    }
};

// The write-ahead log. A power cut, which tears the last frames, leaves what SQLite takes for the end of the log.
class WalCodec : public PartsCodec
{
public:
    WalCodec(const SecretBytes& key, const QByteArray& id) : m_parts(key, id) {}

private:
    Part partAt(qint64 at) const override
    {
        constexpr int frame = frameHeadSize + pageSize;
        if (at < logHeadSize)
            return {0, logHeadSize, 0};
        const qint64 index = (at - logHeadSize) / frame;
        const qint64 begin = logHeadSize + index * frame;
        const auto number = static_cast<quint64>(index + 1);
        return at < begin + frameHeadSize ? Part{begin, frameHeadSize, number}
                                          : Part{begin + frameHeadSize, pageSize, number};
    }

    bool seal(unsigned char* bytes, const Part& part) override
    {
        return part.size == pageSize ? m_parts.sealPage(bytes, part.number)
                                     : m_parts.sealHead(bytes, static_cast<std::size_t>(part.size), part.number);
    }

    int open(unsigned char* bytes, const Part& part) override
    {
        if (part.size == pageSize)
            return m_parts.openPage(bytes, part.number) ? SQLITE_OK : SQLITE_CORRUPT;
        return m_parts.openHead(bytes, static_cast<std::size_t>(part.size), part.number) ? SQLITE_OK
                                                                                         : SQLITE_IOERR_READ;
    }

    JournalParts m_parts;
};

// Sectors of 512 bytes, of which the last is filled up. SQLite takes the zeros at the end of a rollback journal for
// its end.
class SectorCodec : public PartsCodec
{
public:
    explicit SectorCodec(const SecretBytes& key) : m_sectors(key) {}

    qint64 realSize(qint64 shown) const override { return (shown + sector - 1) / sector * sector; }

private:
    static constexpr int sector = 512;

    Part partAt(qint64 at) const override { return {at / sector * sector, sector, static_cast<quint64>(at / sector)}; }
    bool seal(unsigned char* bytes, const Part& part) override
    {
        return m_sectors.encrypt(bytes, sector, part.number);
    }
    int open(unsigned char* bytes, const Part& part) override
    {
        return m_sectors.decrypt(bytes, sector, part.number) ? SQLITE_OK : SQLITE_IOERR_READ;
    }

    SectorCipher m_sectors;
};
} // namespace

std::unique_ptr<FileCodec> makeDatabaseCodec(sqlite3_file* file)
{
    QByteArray both(headerSize, '\0');
    if (readReal(file, reinterpret_cast<unsigned char*>(both.data()), headerSize, 0) != SQLITE_OK)
        return nullptr;
    const auto header = newerHeader(both);
    if (!header)
        return nullptr;
    auto key = masterKeyOf(header->vaultId);
    if (!key || !isAuthentic(both, *header, *key))
        return nullptr;
    return std::make_unique<DatabaseCodec>(std::move(key), header->fileId);
}

std::unique_ptr<FileCodec> makeWalCodec(const FileCodec& database)
{
    return std::make_unique<WalCodec>(*database.master, database.fileId);
}

std::unique_ptr<FileCodec> makeJournalCodec(const FileCodec& database)
{
    return std::make_unique<SectorCodec>(deriveKey(*database.master, "dtp rollback journal", 2 * keySize));
}

std::unique_ptr<FileCodec> makeTemporaryCodec()
{
    SecretBytes key(2 * keySize);
    fillWithRandom(key.data(), key.size());
    return std::make_unique<SectorCodec>(key);
}

} // namespace dtp::vault
