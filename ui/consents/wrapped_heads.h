// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of a table that are broken into lines where their column is narrower than their words.
#pragma once

class QHeaderView;

namespace dtp
{

// As high as the head with the most lines needs; to be called when widths or words have changed.
void wrapHeads(QHeaderView& header);

} // namespace dtp
