// SPDX-License-Identifier: GPL-3.0-or-later
// What the program itself keeps up to date in a record when it is saved.
#pragma once

#include <records/record_type.h>
#include <storage/store.h>

namespace dtp
{

// The international form of a phone number, dialled from its person's country.
void completeRecord(const Store& store, RecordValues& values);

} // namespace dtp
