// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back one change of the history by itself, or one field of it, while what was done since stays. That is a
// change of its own, which can be undone. Where something newer stands on it, nothing is done, and the Error says
// what.
#pragma once

#include <storage/store.h>

namespace dtp
{

// All of a change: an import, a deletion, what was set of many. The key of the new change.
Result<qint64> revertChange(Store& store, qint64 change);

// One field of a record that a change has changed, as Store::recordHistory() has it.
struct ChangedField {
    qint64 change = 0;
    Entity entity = Entity::None;
    qint64 id = 0;
    QString field; // its name
};
Result<qint64> revertField(Store& store, const ChangedField& changed);

} // namespace dtp
