// SPDX-License-Identifier: GPL-3.0-or-later
// People by words alone, those whose family name begins so first.
#pragma once

#include <base/result.h>
#include <query/query.h>
#include <storage/store.h>

#include <QStringList>
#include <vector>

namespace dtp
{

// The words when a query is nothing else; empty when it asks for more.
QStringList wordsAlone(const QueryNode& query);

// People whose family name begins with the first word, then the rest, both by name; limit -1: all.
Result<std::vector<qint64>> findWords(const Store& store, const QStringList& words, qint64 limit, qint64 offset);

} // namespace dtp
