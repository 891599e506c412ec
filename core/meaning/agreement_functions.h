// SPDX-License-Identifier: GPL-3.0-or-later
// What an index keeps of the consents of a person, made and asked in SQL; see KeptAgreements in meaning/consents.h.
#pragma once

#include <base/result.h>

struct sqlite3;

namespace dtp
{

// agreements_of(id, purpose, answer, answered_on, expires_on): of all consents of one person, as bytes.
// agreement_holds(bytes, purposes, day): one of the purposes, which are bits, is agreed to on the Julian day.
// agreement_ends(bytes, day, last): one that holds on the day ends on the last one or before.
Result<> addAgreementFunctions(sqlite3* database);

} // namespace dtp
