// SPDX-License-Identifier: GPL-3.0-or-later
// What a field of a record holds, as a cell of a table.
#pragma once

#include <document/table.h>
#include <storage/store.h>

namespace dtp
{

// Codes and references in words; the rest as any program reads it, whatever the language here.
Cell cellOf(const Store& store, const Field& field, const QVariant& stored);

} // namespace dtp
