// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows for the one who imports: what was set aside, and what became of each.
#pragma once

#include <base/result.h>

#include <QStringList>
#include <functional>

class QIODevice;

namespace dtp
{

// The file appears whole, readable by its owner alone, or not at all. inUse: files that it must not replace.
Result<> writeImportList(const QString& path, const QStringList& inUse,
                         const std::function<Result<>(QIODevice&)>& write);

} // namespace dtp
