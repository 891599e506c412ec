// SPDX-License-Identifier: GPL-3.0-or-later
#include "no_network.h"

#include <cerrno>
#include <memory>
#include <seccomp.h>
#include <sys/socket.h>

namespace dtp
{

bool forbidNetwork()
{
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter)
        return false;
    for (const unsigned family : {static_cast<unsigned>(AF_INET), static_cast<unsigned>(AF_INET6)}) {
        const scmp_arg_cmp isFamily{0, SCMP_CMP_EQ, family, 0};
        if (seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, &isFamily) != 0)
            return false;
    }
    return seccomp_load(filter.get()) == 0;
}

} // namespace dtp
