// SPDX-License-Identifier: GPL-3.0-or-later
// Whom records are about, by the key of each: a person herself, and whom others refer to. Records of nobody are not in
// it.
#pragma once

#include <base/result.h>
#include <records/entity.h>

#include <QHash>
#include <QSet>
#include <vector>

namespace dtp
{

class Store;

Result<QHash<qint64, QSet<qint64>>> peopleOfRecords(const Store& store, Entity entity,
                                                    const std::vector<qint64>& records);

} // namespace dtp
