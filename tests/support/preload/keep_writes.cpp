// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program that is tested (LD_PRELOAD): keeps in the file DTP_KEEP_IN all that it writes to any file,
// also to one that is gone by the end, each behind a line with the name of the file; but for files below the folder
// DTP_KEEP_NOT, which it is told to write.
#undef _FORTIFY_SOURCE // it would make functions of those that are replaced here
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace
{
using Write = ssize_t (*)(int, const void*, size_t);

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

Write realWrite()
{
    static const auto real = next<Write>("write");
    return real;
}

void put(int sink, const void* bytes, size_t size)
{
    const auto* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t done = realWrite()(sink, from, size);
        if (done <= 0)
            return;
        from += done;
        size -= static_cast<size_t>(done);
    }
}

void keep(int file, const void* bytes, size_t size)
{
    static const char* const path = std::getenv("DTP_KEEP_IN");
    static const char* const meant = std::getenv("DTP_KEEP_NOT");
    static std::mutex mutex;
    struct stat what;
    if (!path || ::fstat(file, &what) != 0 || !S_ISREG(what.st_mode))
        return;
    const int error = errno;
    char link[64];
    char name[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, name, sizeof name - 1);
    name[length > 0 ? length : 0] = '\0';
    if (!meant || std::strncmp(name, meant, std::strlen(meant)) != 0) {
        const std::lock_guard guard(mutex);
        const int sink = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (sink >= 0) {
            put(sink, "\n", 1);
            put(sink, name, std::strlen(name));
            put(sink, "\n", 1);
            put(sink, bytes, size);
            ::close(sink);
        }
    }
    errno = error;
}

void keepAll(int file, const iovec* parts, int count)
{
    for (int i = 0; i < count; ++i)
        keep(file, parts[i].iov_base, parts[i].iov_len);
}
} // namespace

extern "C" {
ssize_t write(int file, const void* bytes, size_t size)
{
    keep(file, bytes, size);
    return realWrite()(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    keep(file, bytes, size);
    return real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    keep(file, bytes, size);
    return real(file, bytes, size, at);
}

ssize_t writev(int file, const iovec* parts, int count)
{
    static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
    keepAll(file, parts, count);
    return real(file, parts, count);
}

ssize_t pwritev(int file, const iovec* parts, int count, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const iovec*, int, off_t)>("pwritev");
    keepAll(file, parts, count);
    return real(file, parts, count, at);
}
}
