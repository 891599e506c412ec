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
QString asFileName(const QString& title);

} // namespace dtp
