// SPDX-License-Identifier: GPL-3.0-or-later
// What may be a name in texts: listed, and decided by what was typed. For reports and all else that leaves.
#pragma once

#include "cli.h"

#include <review/name_review.h>

#include <functional>

namespace dtp::cli
{

// --keep, --replace, --withhold, --as-proposed, --withhold-undecided
std::vector<Option> nameOptions();
// Whether any of them was typed: then the database is written.
bool decidesNames(const Call& call);

using ReadNames = std::function<Result<std::vector<NameInText>>()>;
// Does what was typed, and prints what stands there then. Nothing is decided where a name is not among them.
Outcome reviewNames(Store& store, const Call& call, const ReadNames& read, Output& output);
// "A; B": those of them that are in the texts may be read.
Result<> keepNames(Store& store, const QString& list, const std::vector<NameInText>& names);

} // namespace dtp::cli
