// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a document's charts and maps as a table, so that they can be read on in a spreadsheet.
#pragma once

#include <document/document.h>

namespace dtp
{

// A row for each number and for each total; what is not to be shown stands there in the gate's words. Empty when the
// document counts nothing.
Table figuresTable(const Document& document);

} // namespace dtp
