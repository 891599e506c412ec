// SPDX-License-Identifier: GPL-3.0-or-later
// People as vCard 4.0 (https://www.rfc-editor.org/rfc/rfc6350), for address books.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <privacy/gate.h>
#include <storage/store.h>

class QIODevice;

namespace dtp
{

// rows: of peopleRows() of the same store. What the gate left out is not in the card.
Result<> writeVCards(DisclosedRows& rows, const Store& store, QIODevice& device, const Progress& progress = {});

} // namespace dtp
