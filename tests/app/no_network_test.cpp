// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/no_network.h"

#include <support/catch.h>

#include <cerrno>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{
// What making a socket of the family answers in a process that has given up the network: 0 or an errno.
int answerTo(int family)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!dtp::forbidNetwork())
            _exit(255);
        const int made = socket(family, SOCK_STREAM, 0);
        _exit(made >= 0 ? 0 : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}
} // namespace

TEST_CASE("the kernel refuses sockets of the Internet and leaves local ones", "[safety]")
{
    CHECK(answerTo(AF_INET) == EACCES);
    CHECK(answerTo(AF_INET6) == EACCES);
    CHECK(answerTo(AF_UNIX) == 0);
}
