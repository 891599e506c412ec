// SPDX-License-Identifier: GPL-3.0-or-later
// What may be a name in the text of a report.
#pragma once

#include <records/reports.h>
#include <review/name_review.h>

namespace dtp
{

// In the order in which they stand in the report. gate: of the audience that it is for; nullptr: any outside.
Result<std::vector<NameInText>> namesInReport(const Store& store, Id<Report> report,
                                              NameList list = NameList::ToDecide, const Gate* gate = nullptr);

} // namespace dtp
