// SPDX-License-Identifier: GPL-3.0-or-later
// What refers to people who become one, of every type of record, found by the field tables: moved to the one that
// stays, and where that one has the same already, joined with it. Inside of this room.
#pragma once

#include <merging/merge_people.h>

namespace dtp
{

struct RelatedChange {
    enum class What { Moved, Filled, Removed }; // filled: says more, by one that is removed
    What what = What::Moved;
    RecordValues record; // as it becomes; of what is removed, as it was
};

// In the order in which they are to be done: nothing is removed before what it said is elsewhere.
Result<std::vector<RelatedChange>> relatedChanges(const Store& store, const std::vector<qint64>& people);

// Links to the others (“[Dara](person:12)”) lead to the one that stays: a record with them, and all records whose
// texts have some, as they become.
RecordValues withLinksMoved(RecordValues record, const std::vector<qint64>& people);
Result<std::vector<RecordValues>> textsWithLinks(const Store& store, const std::vector<qint64>& people);

} // namespace dtp
