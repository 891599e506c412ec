// SPDX-License-Identifier: GPL-3.0-or-later
// Records in the place of lost ones, for what belongs to those and was saved: consents, contacts, participations.
#pragma once

#include "stray_rows.h"

#include <base/result.h>
#include <salvage/salvage.h>

namespace dtp
{

class Connection;

// Makes them for people and for what else other records need, where it is known that such a record was lost, and
// enters them in salvaged. A person counts as at risk, which is the safer reading whatever the lost record said:
// nobody at risk is named outside or written to, so that saved agreements alone let nothing out, and saved refusals
// hold.
Result<> putStandIns(Connection& to, const SoughtRows& sought, Salvaged& salvaged);

} // namespace dtp
