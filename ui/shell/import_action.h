// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the import of a spreadsheet; path may be empty: then it is asked for. entity: what its rows are taken for at
// first; people where that cannot be imported.
#pragma once

#include <ui/widgets/app_context.h>

namespace dtp
{

void runImport(AppContext& context, const QString& path, Entity entity, QWidget* parent);

} // namespace dtp
