// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program that is tested (LD_PRELOAD): counts what it does to files below the folder DTP_KILL_UNDER
// and kills it (SIGKILL) just before the step number DTP_KILL_AT. A step makes, renames, links, removes, cuts or syncs
// a file or a folder; with DTP_KILL_WRITES every write is one as well. How many there were is written into
// DTP_KILL_COUNT at the end.
#undef _FORTIFY_SOURCE // it would make functions of those that are replaced here
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace
{
constexpr int mostFiles = 4096;
std::atomic<bool> isBelow[mostFiles];
std::atomic<long> steps{0};

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isMeant(const char* path)
{
    static const char* const folder = std::getenv("DTP_KILL_UNDER");
    return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool isMeant(int file)
{
    return file >= 0 && file < mostFiles && isBelow[file];
}

void step()
{
    static const char* const at = std::getenv("DTP_KILL_AT");
    static const long last = at ? std::atol(at) : 0;
    if (++steps == last)
        ::kill(::getpid(), SIGKILL);
}

void stepOfWrite(int file)
{
    static const bool isCounted = std::getenv("DTP_KILL_WRITES") != nullptr;
    if (isCounted && isMeant(file))
        step();
}

template <class Open>
int opened(const char* path, int flags, const Open& open)
{
    const bool isOurs = isMeant(path) && (flags & (O_WRONLY | O_RDWR)) != 0;
    if (isOurs && (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0)
        step();
    const int file = open();
    if (file >= 0 && file < mostFiles)
        isBelow[file] = isOurs || isMeant(path);
    return file;
}

// Called as the program ends.
struct AtEnd {
    ~AtEnd()
    {
        const char* const path = std::getenv("DTP_KILL_COUNT");
        FILE* const file = path ? std::fopen(path, "w") : nullptr;
        if (file) {
            std::fprintf(file, "%ld\n", steps.load());
            std::fclose(file);
        }
    }
} atEnd;

mode_t modeOf(int flags, va_list list)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
}
} // namespace

#define DTP_OPEN(name)                                                                                                \
    int name(const char* path, int flags, ...)                                                                        \
    {                                                                                                                 \
        va_list list;                                                                                                 \
        va_start(list, flags);                                                                                        \
        const mode_t mode = modeOf(flags, list);                                                                      \
        va_end(list);                                                                                                 \
        static const auto real = next<int (*)(const char*, int, mode_t)>(#name);                                      \
        return opened(path, flags, [&] { return real(path, flags, mode); });                                          \
    }
#define DTP_OPENAT(name)                                                                                              \
    int name(int folder, const char* path, int flags, ...)                                                            \
    {                                                                                                                 \
        va_list list;                                                                                                 \
        va_start(list, flags);                                                                                        \
        const mode_t mode = modeOf(flags, list);                                                                      \
        va_end(list);                                                                                                 \
        static const auto real = next<int (*)(int, const char*, int, mode_t)>(#name);                                 \
        return opened(path, flags, [&] { return real(folder, path, flags, mode); });                                  \
    }
// One path, or one before all else that is given on.
#define DTP_ON_PATH(name, parameters, path, ...)                                                                      \
    int name parameters                                                                                               \
    {                                                                                                                 \
        static const auto real = next<int(*) parameters>(#name);                                                      \
        if (isMeant(path))                                                                                            \
            step();                                                                                                   \
        return real(__VA_ARGS__);                                                                                     \
    }

extern "C" {
DTP_OPEN(open)
DTP_OPEN(open64)
DTP_OPENAT(openat)
DTP_OPENAT(openat64)
DTP_ON_PATH(rename, (const char* from, const char* to), from, from, to)
DTP_ON_PATH(renameat, (int a, const char* from, int b, const char* to), from, a, from, b, to)
DTP_ON_PATH(renameat2, (int a, const char* from, int b, const char* to, unsigned flags), from, a, from, b, to, flags)
DTP_ON_PATH(link, (const char* from, const char* to), from, from, to)
DTP_ON_PATH(linkat, (int a, const char* from, int b, const char* to, int flags), from, a, from, b, to, flags)
DTP_ON_PATH(unlink, (const char* path), path, path)
DTP_ON_PATH(unlinkat, (int folder, const char* path, int flags), path, folder, path, flags)
DTP_ON_PATH(mkdir, (const char* path, mode_t mode), path, path, mode)
DTP_ON_PATH(rmdir, (const char* path), path, path)
DTP_ON_PATH(fsync, (int file), file, file)
DTP_ON_PATH(fdatasync, (int file), file, file)
DTP_ON_PATH(ftruncate, (int file, off_t size), file, file, size)
DTP_ON_PATH(ftruncate64, (int file, off64_t size), file, file, size)

ssize_t write(int file, const void* bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    stepOfWrite(file);
    return real(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    stepOfWrite(file);
    return real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    stepOfWrite(file);
    return real(file, bytes, size, at);
}

ssize_t sendfile64(int to, int from, off64_t* at, size_t size)
{
    static const auto real = next<ssize_t (*)(int, int, off64_t*, size_t)>("sendfile64");
    stepOfWrite(to);
    return real(to, from, at, size);
}

int close(int file)
{
    static const auto real = next<int (*)(int)>("close");
    if (file >= 0 && file < mostFiles)
        isBelow[file] = false;
    return real(file);
}
}
