// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that import have in common.
#pragma once

#include "cli.h"

#include <functional>

class QIODevice;

namespace dtp::cli
{

std::vector<Option> importOptions();

// A list beside the import: whole or not at all, and its owner's alone.
Result<> writeBeside(const QString& path, const std::function<Result<>(QIODevice&)>& write);

// The import of people, which has a verb of its own.
Outcome importPeople(const QString& path, const Session& session, const Call& call, Output& output);

} // namespace dtp::cli
