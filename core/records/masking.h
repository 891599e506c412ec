// SPDX-License-Identifier: GPL-3.0-or-later
// What is covered on screen until it is asked for, and left out of what the command line finds.
#pragma once

#include <records/record_type.h>

namespace dtp
{

// Of what is restricted as a whole, days and words of vocabularies are seen: they tell nobody who it is. Texts and
// people are covered, and all else that is restricted.
bool isMaskedOnScreen(const RecordType& type, const Field& field);

} // namespace dtp
