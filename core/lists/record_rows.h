// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any kind as rows, a column for each field of their table: organisations, participations, recommendations.
#pragma once

#include <document/table.h>
#include <storage/store.h>
#include <storage/where.h>

#include <memory>

namespace dtp
{

// A row is about all people whom its references name. The store must outlive it.
Result<std::unique_ptr<RowSource>> recordRows(const Store& store, Entity entity, const Where& where = {});

} // namespace dtp
