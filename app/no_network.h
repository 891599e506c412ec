// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of no network access, kept by the kernel: libraries that we need bring network code along (Qt's PDF
// preview links Qt's network module), which must not be able to use it.
#pragma once

namespace dtp
{

// From here on the process, and what it starts, cannot make a socket of the Internet (AF_INET, AF_INET6): EACCES.
// Local sockets, as of the display, go on. By seccomp, see https://man7.org/linux/man-pages/man2/seccomp.2.html. False
// when the kernel knows no filters; then all is as without it.
bool forbidNetwork();

} // namespace dtp
