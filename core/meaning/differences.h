// SPDX-License-Identifier: GPL-3.0-or-later
// What tells records apart that have the same title.
#pragma once

#include <base/result.h>
#include <records/entity.h>

#include <QHash>
#include <QString>
#include <vector>

namespace dtp
{

class Store;

// ", Acute, next review 3 May 2026" of each that says something: the first two fields of lists in which they differ,
// but nothing restricted; of a type that is restricted throughout neither names nor words.
Result<QHash<qint64, QString>> differencesOf(const Store& store, Entity entity, const std::vector<qint64>& keys);

} // namespace dtp
