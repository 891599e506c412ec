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
void addWorkshopSheets(Exportables& all);  // export_workshop.cpp
void addRecommendations(Exportables& all); // export_recommendations.cpp
void addReport(Exportables& all);          // export_report.cpp

// Formats that several have.
ExportFormat csvFormat();
ExportFormat xlsxFormat();
ExportFormat pdfFormat();
std::vector<ExportFormat> documentFormats(); // PDF, ODT, HTML

// Names in free text, for what is no report: two parameters more, and what they ask for, done to the draft.
ExportParameter withholdUndecided();
std::vector<ExportParameter> withNames(std::vector<ExportParameter> parameters);
Result<> reviewNames(const Store& store, const ExportCall& call, Audience audience,
                     ExportDraft& draft); // export_names.cpp

} // namespace dtp
