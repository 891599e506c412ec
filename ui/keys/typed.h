// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs in which one types: nothing of that is lost by a key, and what is wrong with it is read whole.
#pragma once

#include <ui/widgets/app_context.h>

namespace dtp
{

// Asks whether what was typed may be lost.
bool mayLoseTyped(AppContext& context, QWidget* parent);

// As high as what a dialog says by now needs, where the screen has the room: a sentence that comes is read whole.
void growToFit(QWidget& dialog);

} // namespace dtp
