// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any type as rows, a column for each field of their table: organisations, participations, recommendations.
// Our import understands them again: keys and titles of columns are the fields' own, codes and references are in
// words, dates are ISO 8601.
#pragma once

#include <document/table.h>
#include <storage/store.h>

#include <QStringList>
#include <memory>
#include <vector>

namespace dtp
{

// The record's own key ("record"), and each field that people see under the field's name.
std::vector<TableColumn> recordColumns(Entity entity);

// A row is about all people whom its references name. columns: keys of those wanted, in this order; all when empty.
// The store must outlive it.
std::unique_ptr<RowSource> recordRows(const Store& store, Entity entity, std::vector<qint64> records,
                                      const QStringList& columns = {});

} // namespace dtp
