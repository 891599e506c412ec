// SPDX-License-Identifier: GPL-3.0-or-later
// One change, or one field of it, is taken back by itself; where something newer stands on it, that is said.
#pragma once

#include <reverting/revert.h>
#include <ui/widgets/app_context.h>

namespace dtp
{

void takeBack(AppContext& context, QWidget* parent, const ChangeSummary& change);
void takeBack(AppContext& context, QWidget* parent, const ChangedField& changed);

} // namespace dtp
