// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_notice.h"

#include <platform/platform.h>

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <memory>
#include <pwd.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace dtp::platform
{

namespace
{
bool failedToForbid = false;

// Refuses a call that makes sockets of another family than AF_UNIX. The kernel reads the low 32 bits of the family
// alone, and what stands in the others is not ours to say; a filter knows no "differs in these bits". So each bit by
// itself.
bool refuseAllButLocal(scmp_filter_ctx filter, int call)
{
    static_assert(AF_UNIX == 1);
    for (unsigned bit = 0; bit < 32; ++bit) {
        const scmp_datum_t mask = scmp_datum_t{1} << bit;
        const scmp_datum_t wrong = bit == 0 ? 0 : mask;
        const scmp_arg_cmp differs{0, SCMP_CMP_MASKED_EQ, mask, wrong};
        if (seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), call, 1, &differs) != 0)
            return false;
    }
    return true;
}

bool setFilter()
{
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    return filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
           refuseAllButLocal(filter.get(), SCMP_SYS(socket)) &&
           refuseAllButLocal(filter.get(), SCMP_SYS(socketpair)) &&
           seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(io_uring_setup), 0) == 0 &&
           seccomp_load(filter.get()) == 0;
}
} // namespace

bool forbidDumps()
{
    const rlimit none{0, 0};
    return ::setrlimit(RLIMIT_CORE, &none) == 0 && ::prctl(PR_SET_DUMPABLE, 0) == 0;
}

bool forbidNetwork()
{
    failedToForbid = !setFilter();
    return !failedToForbid;
}

QString networkNotice()
{
    return failedToForbid ? noticeOfOpenNetwork() : QString();
}

void keepFilesPrivate()
{
    ::umask(077);
}

QString runtimeFolder()
{
    const QFileInfo own(QStringLiteral("/run/user/%1").arg(getuid()));
    return own.isDir() && own.isWritable() ? own.filePath() : QStringLiteral("/tmp");
}

QString userName()
{
    if (const passwd* entry = getpwuid(getuid())) {
        const QString full = QString::fromLocal8Bit(entry->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
        return full.isEmpty() ? QString::fromLocal8Bit(entry->pw_name) : full;
    }
    return QStringLiteral("?");
}

bool isUtf8Environment()
{
    return std::setlocale(LC_ALL, "") && std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

QString fileIdentity(const QString& path)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0)
        return {};
    return QStringLiteral("%1-%2").arg(quint64(state.st_dev), 0, 16).arg(quint64(state.st_ino), 0, 16);
}

std::shared_ptr<const void> holdIdentity(const QString& path)
{
    // O_PATH: closing it takes no lock off the file, as closing another one would.
    const int held = ::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC);
    if (held < 0)
        return nullptr;
    return {std::make_unique<int>(held).release(), [](const int* file) {
                ::close(*file);
                delete file;
            }};
}

bool isRunning(qint64 process)
{
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

std::optional<QString> askOnTerminal(const QString& prompt)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> terminal(std::fopen("/dev/tty", "r+"), &std::fclose);
    termios usual{};
    if (!terminal || ::tcgetattr(::fileno(terminal.get()), &usual) != 0)
        return std::nullopt;
    std::setvbuf(terminal.get(), nullptr, _IONBF, 0); // no copy of what is typed stays in a buffer
    termios quiet = usual;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    quiet.c_lflag |= ECHONL;
    ::tcsetattr(::fileno(terminal.get()), TCSAFLUSH, &quiet);
    std::fputs(prompt.toLocal8Bit().constData(), terminal.get());
    std::fflush(terminal.get());
    constexpr std::size_t longest = 4096;
    std::array<char, longest> line{};
    const char* got = std::fgets(line.data(), static_cast<int>(line.size()), terminal.get());
    ::tcsetattr(::fileno(terminal.get()), TCSAFLUSH, &usual);
    QString answer = got ? QString::fromLocal8Bit(got) : QString();
    ::explicit_bzero(line.data(), line.size());
    while (answer.endsWith(QLatin1Char('\n')) || answer.endsWith(QLatin1Char('\r')))
        answer.chop(1);
    if (!got)
        return std::nullopt;
    return answer;
}

void syncToDisk(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

void syncToDisk(const QFile& file)
{
    ::fsync(file.handle());
}

qint64 wholeMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long bytes = ::sysconf(_SC_PAGESIZE);
    constexpr qint64 kibi = 1024;
    return pages > 0 && bytes > 0 ? static_cast<qint64>(pages) * bytes / kibi : 0;
}

bool isOutputShown()
{
    return isatty(STDOUT_FILENO) != 0;
}

std::FILE* quietLibraries()
{
#ifdef __SANITIZE_ADDRESS__
    return stderr; // where its reports go
#else
    const int own = ::dup(STDERR_FILENO);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    std::FILE* kept = own >= 0 && nowhere >= 0 ? ::fdopen(own, "w") : nullptr;
    if (kept)
        ::dup2(nowhere, STDERR_FILENO);
    else if (own >= 0)
        ::close(own);
    if (nowhere >= 0)
        ::close(nowhere);
    return kept ? kept : stderr;
#endif
}

qint64 peakMemory()
{
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

} // namespace dtp::platform
