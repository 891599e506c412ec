// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has to look at in an import, in sentences: before it and after it the same ones.
#pragma once

#include <ui/models/import_run.h>

#include <QStringList>

namespace dtp
{

// People who may be known, values that were not understood, cells in error, and who no longer agrees to what.
QStringList importDoubts(Entity entity, const ImportTally& tally);

} // namespace dtp
