// SPDX-License-Identifier: GPL-3.0-or-later
// The places where somebody stands, in words: what is shown before the deed.
#pragma once

#include <erasure/erase_person.h>
#include <erasure/erased_names.h>

namespace dtp
{

Result<> listPlaces(const Store& store, const ErasedRecords& erased, const ErasureCounts& counts,
                    const ErasedNames& names, ErasurePlaces& places);

} // namespace dtp
