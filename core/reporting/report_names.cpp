// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/report_names.h>

#include <reporting/workshop_report.h>

namespace dtp
{

Result<std::vector<NameInText>> namesInReport(const Store& store, Id<Report> report, NameList list, const Gate* gate)
{
    DTP_TRY(draft, buildReport(store, report));
    return namesInDraft(store, &draft, gate, report, {}, list);
}

} // namespace dtp
