// SPDX-License-Identifier: GPL-3.0-or-later
// People as vCard 4.0 (https://www.rfc-editor.org/rfc/rfc6350), for address books.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <privacy/gate.h>

class QIODevice;

namespace dtp
{

// Knows columns by their keys: fields of Person, "other_names", "contact.email" and so on for the kinds of contacts,
// "organisation", "role", "issues". What the gate left out is not in the card.
Result<> writeVCards(DisclosedRows& rows, QIODevice& device, const Progress& progress = {});

} // namespace dtp
