// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of one person are to say where records of them say different things. Inside of this room.
#pragma once

#include <merging/merge_people.h>
#include <records/people.h>

namespace dtp
{

// people: as they are in the file, the one that stays first.
std::vector<MergedField> mergedFields(const std::vector<Person>& people);

// Names by which the records called the person and which the merged record would not: they become other names. known:
// those it has already.
std::vector<AlternateName> namesToKeep(const std::vector<Person>& people, const Person& merged,
                                       const std::vector<AlternateName>& known);

} // namespace dtp
