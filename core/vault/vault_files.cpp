// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/vault_files.h>

#include "file_codecs.h"
#include "header.h"
#include "keys.h"
#include "sqlite_start.h"

#include <algorithm>
#include <memory>
#include <new>
#include <sqlite3.h>

namespace dtp::vault
{

namespace
{
// A file as SQLite has it: its memory is SQLite's, and the system's own file stands behind it there.
struct VaultFile {
    sqlite3_file base;
    FileCodec* codec;
    sqlite3_file* real;
};

VaultFile* of(sqlite3_file* file)
{
    return reinterpret_cast<VaultFile*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return of(file)->real;
}

sqlite3_vfs* system(sqlite3_vfs* files)
{
    return static_cast<sqlite3_vfs*>(files->pAppData);
}

int closeFile(sqlite3_file* file)
{
    delete std::exchange(of(file)->codec, nullptr);
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at)
{
    return of(file)->codec->read(real(file), static_cast<unsigned char*>(bytes), size, at);
}

int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    return of(file)->codec->write(real(file), static_cast<const unsigned char*>(bytes), size, at);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return real(file)->pMethods->xTruncate(real(file), of(file)->codec->realSize(size));
}

int syncFile(sqlite3_file* file, int flags)
{
    return real(file)->pMethods->xSync(real(file), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    const int code = real(file)->pMethods->xFileSize(real(file), size);
    if (code == SQLITE_OK)
        *size = of(file)->codec->shownSize(*size);
    return code;
}

int lockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReserved(sqlite3_file* file, int* isReserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), isReserved);
}

int controlFile(sqlite3_file* file, int what, void* value)
{
    // Both would have SQLite write past us.
    if (what == SQLITE_FCNTL_MMAP_SIZE || what == SQLITE_FCNTL_BEGIN_ATOMIC_WRITE)
        return SQLITE_NOTFOUND;
    return real(file)->pMethods->xFileControl(real(file), what, value);
}

int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file* file)
{
    // A page that was torn by a power cut cannot be opened; SQLite need not know more of the disk than that writing
    // one page harms no other, so that frames of its journal are never split.
    return (real(file)->pMethods->xDeviceCharacteristics(real(file)) & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN) |
           SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file* file, int region, int size, int isToExtend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, isToExtend, memory);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void barrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int unmapShared(sqlite3_file* file, int isToDelete)
{
    return real(file)->pMethods->xShmUnmap(real(file), isToDelete);
}

// Version 2: no memory maps, through which SQLite would see what is on the disk.
const sqlite3_io_methods methods{2,           closeFile,   readFile,        writeFile,  truncateFile,
                                 syncFile,    sizeOfFile,  lockFile,        unlockFile, checkReserved,
                                 controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                 barrier,     unmapShared, nullptr,         nullptr};

// How the contents of a file are kept, by what SQLite has it for.
std::unique_ptr<FileCodec> codecFor(const char* name, sqlite3_file* opened, int flags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0)
        return makeDatabaseCodec(opened);
    if ((flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0 && name) {
        auto* database = reinterpret_cast<VaultFile*>(sqlite3_database_file_object(name));
        return (flags & SQLITE_OPEN_WAL) != 0 ? makeWalCodec(*database->codec) : makeJournalCodec(*database->codec);
    }
    return makeTemporaryCodec();
}

int openFile(sqlite3_vfs* files, const char* name, sqlite3_file* file, int flags, int* flagsGiven)
{
    auto* opened = new (file) VaultFile{};
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    const int code = system(files)->xOpen(system(files), name, opened->real, flags, flagsGiven);
    if (code != SQLITE_OK)
        return code;
    try {
        opened->codec = codecFor(name, opened->real, flags).release();
    } catch (const std::bad_alloc&) {
        opened->codec = nullptr;
    }
    if (!opened->codec) {
        opened->real->pMethods->xClose(opened->real);
        return SQLITE_NOTADB;
    }
    opened->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* files, const char* name, int isToSync)
{
    return system(files)->xDelete(system(files), name, isToSync);
}

int accessFile(sqlite3_vfs* files, const char* name, int how, int* result)
{
    return system(files)->xAccess(system(files), name, how, result);
}

int fullName(sqlite3_vfs* files, const char* name, int size, char* full)
{
    return system(files)->xFullPathname(system(files), name, size, full);
}
} // namespace

const char* vaultFilesName()
{
    constexpr const char* name = "dtp-vault";
    static sqlite3_vfs files = [] {
        startSqlite();
        sqlite3_vfs* below = sqlite3_vfs_find(nullptr);
        sqlite3_vfs made = *below; // time, random numbers and sleep are the system's
        made.szOsFile = static_cast<int>(sizeof(VaultFile)) + below->szOsFile;
        made.zName = name;
        made.pNext = nullptr;
        made.pAppData = below;
        made.xOpen = openFile;
        made.xDelete = deleteFile;
        made.xAccess = accessFile;
        made.xFullPathname = fullName;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&files, 0);
    Q_UNUSED(registered)
    return name;
}

} // namespace dtp::vault
