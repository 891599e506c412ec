// SPDX-License-Identifier: GPL-3.0-or-later
// Records against the indexes that are made of them.
#pragma once

#include <base/result.h>
#include <database/connection.h>

#include <QSet>
#include <QStringList>

namespace dtp
{

// Sentences about the records that these indexes do not agree with, and what either says: which of both is right is
// not known. One more than `most` when there are more. An index that only stands in a wrong order says nothing else.
Result<QStringList> indexDifferences(Connection& connection, const QSet<QString>& indexes, int most);

} // namespace dtp
