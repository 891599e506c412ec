// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the catalogue, a function for each file. Inside of this room.
#pragma once

#include <exports/export_catalogue.h>

namespace dtp
{

using Exportables = std::vector<std::unique_ptr<const Exportable>>;

void addRecordLists(Exportables& all);     // export_records.cpp
void addDirectory(Exportables& all);       // export_directory.cpp
void addConsentForm(Exportables& all);     // export_consent_form.cpp
void addConsentMail(Exportables& all);     // export_consent_mail.cpp
void addGroupMail(Exportables& all);       // export_group_mail.cpp
void addWorkshopSheets(Exportables& all);  // export_workshop.cpp
void addRecommendations(Exportables& all); // export_recommendations.cpp
void addReport(Exportables& all);          // export_report.cpp

// Formats that several have.
ExportFormat csvFormat();
ExportFormat xlsxFormat();
ExportFormat pdfFormat();
std::vector<ExportFormat> documentFormats(); // PDF, ODT, HTML

// Names in its texts, in export_names.cpp.
// What was decided, done to the draft; fails where something is undecided and is not to be withheld.
Result<> reviewNames(const Store& store, const Exportable& what, const ExportCall& call, const Gate& gate,
                     ExportDraft& draft);
// Whether something undecided stands in rows that are counted and not made; empty: nothing.
Result<QString> undecidedInRows(const Store& store, const Exportable& what, const ExportCall& call, const Gate& gate,
                                const Progress& progress);

} // namespace dtp
