// SPDX-License-Identifier: GPL-3.0-or-later
// What is said before something leaves: how much of it, what is withheld, and why.
#pragma once

#include <exports/export_catalogue.h>

namespace dtp
{

QString previewSentence(const Exportable& what, const ExportPreview& preview);
// "Export 34 participations", "Make 3 forms"
QString exportButtonText(const Exportable& what, const ExportPreview& preview);
// The name that is suggested for the file or the folder, without signs that a system refuses. Titles of records that
// people typed may name somebody: for outsiders it says no more than what is in it.
QString suggestedFileName(const Store& store, const Exportable& what, const ExportCall& call, Audience audience,
                          const QString& ending);
// "Table (.csv) (*.csv)", as dialogs of files want it.
QString fileKind(const QString& format, const QString& ending);

} // namespace dtp
