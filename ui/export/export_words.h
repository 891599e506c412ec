// SPDX-License-Identifier: GPL-3.0-or-later
// What is said before something leaves: how much of it, what is withheld, and why.
#pragma once

#include <exports/export_catalogue.h>

namespace dtp
{

QString previewSentence(const Exportable& what, const ExportPreview& preview);
// "Export 34 participations"
QString exportButtonText(const Exportable& what, const ExportPreview& preview);
// A title as a file name: no signs that a system refuses.
// The name that is suggested for the file. Titles of records that people typed may name somebody: for outsiders it
// says no more than what is in it.
QString suggestedFileName(const Store& store, const Exportable& what, const ExportCall& call, Audience audience);

} // namespace dtp
