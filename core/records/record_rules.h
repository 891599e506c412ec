// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a record must not say together, or on a day: a review before there was anything to review. Deeds
// and rows of imports are held to it, and forms show it at the field; so are lines without an end, signs that nobody
// can see, and years that are slips of the hand, in any field. What a file held before it was a rule does not keep
// anybody from changing something else of the record.
#pragma once

#include <records/record_type.h>

namespace dtp
{

// Sentences for people, with what to write instead; empty when the record may be saved on this day. What the record
// said as badly before (nullptr: it is new) is no problem of this change.
std::vector<FieldProblem> brokenRules(const RecordValues& values, const RecordValues* before, QDate today);
// What is wrong with its fields one by one (validate()), and then with all together.
std::vector<FieldProblem> problemsOf(const RecordValues& values, const RecordValues* before, QDate today);
// The first broken rule as an Error.
Result<> checkRules(const RecordValues& values, const RecordValues* before, QDate today);

} // namespace dtp
