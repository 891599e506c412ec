// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the catalogue in core as columns of a list on the screen.
#pragma once

#include <ui/lists/record_list_model.h>

namespace dtp
{

// Those that a page shows by itself, and behind them, hidden at first, all others of the catalogue but what is masked
// on screen. Each that the catalogue knows can be sorted by, unless the page says that it cannot.
std::vector<ListColumn> withCatalogue(const Store& store, Entity entity, std::vector<ListColumn> own);

} // namespace dtp
