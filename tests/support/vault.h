// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted files whose passphrase costs next to nothing, for tests.
#pragma once

#include <vault/vault.h>

namespace dtp::test
{

inline vault::FirstPassphrase cheapPassphrase(const QString& name, const QString& passphrase)
{
    constexpr int leastMemory = 8; // KiB
    return {name, vault::SecretBytes::ofText(passphrase), vault::Cost{1, leastMemory, 1}};
}

} // namespace dtp::test
