// SPDX-License-Identifier: GPL-3.0-or-later
// What of the catalogue of what can leave was asked for, and what was said with it.
#pragma once

#include "cli.h"

#include <exports/export_catalogue.h>

namespace dtp::cli
{

// A list of records: rows and columns of it can be chosen.
bool isRecordList(const Exportable& one);
// Keys of what is none.
QStringList otherKeys();
// A type by any of its names, or something else by its key.
Result<const Exportable*> exportCalled(const QString& name);
// --query, --columns and each parameter of the catalogue, whichever ask for it.
std::vector<Option> exportOptions();
// "  agenda --workshop …: Agenda (.pdf)", a line each.
QString otherKeysInWords();
// What was said with it. Fails where something is missing.
Outcome readExport(const Store& store, const Exportable& what, const Call& call, ExportCall& wanted);

} // namespace dtp::cli
