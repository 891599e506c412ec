// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the dialogs that locking closed, with what was typed into them, once the file is open again.
#pragma once

#include <ui/widgets/app_context.h>

namespace dtp
{

class Page;

// page: the one that is shown, whose list an export may be of. Returns when the dialogs are closed.
void reopenDialogs(AppContext& context, Page& page);

} // namespace dtp
