// SPDX-License-Identifier: GPL-3.0-or-later
// Where passphrases come from: the terminal, an open file, a file. Never an argument, which every program of the
// machine can read, and never the environment, which children inherit.
#pragma once

#include "cli.h"

#include <vault/secret_bytes.h>

namespace dtp::cli
{

// When the file is an encrypted one that is not open in this process, asks for its passphrase and unlocks it.
Result<> unlockFor(const Call& call, const QString& path);

// A passphrase that is to be set, asked for twice on the terminal; weak ones are refused. Where it comes from: the
// call's own options for a new file, --new-passphrase-fd and --new-key-file where one opens it already.
enum class NewFrom { Call, Options };
Result<vault::SecretBytes> newPassphrase(const Call& call, NewFrom from, const QString& whose);

// Of verbs that set a passphrase.
Option newPassphraseFdOption();
Option newKeyFileOption();

} // namespace dtp::cli
