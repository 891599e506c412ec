// SPDX-License-Identifier: GPL-3.0-or-later
// Each in a process of its own, since what is given up is given up for good.
#include <platform/platform.h>
#include <support/catch.h>

#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace dtp;

namespace
{
constexpr int couldNotForbid = 255;

// What a call answers in a process that has given up the network: 0 or an errno.
int answerTo(const std::function<long()>& call)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!platform::forbidNetwork())
            _exit(couldNotForbid);
        _exit(call() >= 0 ? 0 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int answerToSocket(int family, int type = SOCK_STREAM)
{
    return answerTo([=] { return socket(family, type, 0); });
}

// The family as a program could pass it beside the C library, with a bit that the kernel does not look at.
constexpr long hidden(int family)
{
    return (1L << 32) | family;
}
} // namespace

TEST_CASE("the kernel refuses sockets of every kind but local ones", "[platform][safety]")
{
    CHECK(answerToSocket(AF_UNIX) == 0);
    for (const int family :
         {AF_INET, AF_INET6, AF_PACKET, AF_NETLINK, AF_BLUETOOTH, AF_VSOCK, AF_TIPC, AF_RDS, AF_ALG, 43}) {
        INFO("family " << family); // 43: AF_SMC, which falls back to TCP
        CHECK(answerToSocket(family) == EACCES);
        CHECK(answerToSocket(family, SOCK_RAW) == EACCES);
    }
    int ends[2];
    CHECK(answerTo([&] { return socketpair(AF_UNIX, SOCK_STREAM, 0, ends); }) == 0);
    CHECK(answerTo([&] { return socketpair(AF_INET, SOCK_STREAM, 0, ends); }) == EACCES);
}

TEST_CASE("a family with a bit that the kernel overlooks is refused too", "[platform][safety]")
{
    CHECK(answerTo([] { return syscall(SYS_socket, hidden(AF_INET), SOCK_STREAM, 0); }) == EACCES);
    CHECK(answerTo([] { return syscall(SYS_socket, hidden(AF_INET6), SOCK_STREAM, 0); }) == EACCES);
    CHECK(answerTo([] { return syscall(SYS_socket, hidden(AF_UNIX), SOCK_STREAM, 0); }) == 0);
}

TEST_CASE("io_uring, which makes sockets without the call, is refused", "[platform][safety]")
{
    char parameters[256] = {};
    CHECK(answerTo([&] { return syscall(SYS_io_uring_setup, 8, parameters); }) == EPERM);
}

TEST_CASE("a thread that began before has given the network up as well", "[platform][safety]")
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        int answer = 0;
        std::thread early([&] {
            char go = 0;
            if (read(ends[0], &go, 1) == 1)
                answer = socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : errno;
        });
        const bool done = platform::forbidNetwork() && write(ends[1], "x", 1) == 1;
        early.join();
        _exit(done ? answer : couldNotForbid);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == EACCES);
}

TEST_CASE("a kernel that knows no filters makes the program say so", "[platform][safety]")
{
    const pid_t child = fork();
    if (child == 0) {
        // As in a sandbox that lets nobody set a filter of their own.
        const scmp_filter_ctx none = seccomp_init(SCMP_ACT_ALLOW);
        for (const int call : {SCMP_SYS(seccomp), SCMP_SYS(prctl)})
            if (seccomp_rule_add(none, SCMP_ACT_ERRNO(ENOSYS), call, 0) != 0)
                _exit(couldNotForbid);
        if (seccomp_load(none) != 0)
            _exit(couldNotForbid);
        const bool refused = platform::forbidNetwork();
        _exit(!refused && platform::networkNotice().contains(QStringLiteral("could not be asked to refuse")) ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("files that come to be are their owner's alone", "[platform][safety]")
{
    const QTemporaryDir folder;
    const QByteArray name = QFile::encodeName(folder.filePath(QStringLiteral("new")));
    const pid_t child = fork();
    if (child == 0) {
        ::umask(0);
        platform::keepFilesPrivate();
        _exit(::creat(name.constData(), 0666) >= 0 ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    struct stat state = {};
    REQUIRE(::stat(name.constData(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
}

TEST_CASE("no core file is written and nobody looks into the process", "[platform][safety]")
{
    const pid_t child = fork();
    if (child == 0) {
        rlimit limit{};
        const bool done = platform::forbidDumps() && getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 &&
                          prctl(PR_GET_DUMPABLE) == 0;
        _exit(done ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a file is the same by every name, and another when it was replaced", "[platform]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    const QString link = folder.filePath(QStringLiteral("link"));
    const QString other = folder.filePath(QStringLiteral("other"));
    for (const QString& name : {path, other}) {
        QFile file(name);
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    CHECK(platform::fileIdentity(link).isEmpty());
    REQUIRE(::link(QFile::encodeName(path).constData(), QFile::encodeName(link).constData()) == 0);
    CHECK(platform::fileIdentity(link) == platform::fileIdentity(path));
    CHECK(platform::fileIdentity(other) != platform::fileIdentity(path));
    CHECK(platform::isRunning(getpid()));
    CHECK_FALSE(platform::isRunning(4194303 + 1));
}
