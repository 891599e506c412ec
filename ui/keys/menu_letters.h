// SPDX-License-Identifier: GPL-3.0-or-later
// A letter for each entry of a menu, also of what comes from the file or was made in code: whoever opens a menu by
// keys goes on by keys. Those that entries have of their own stay. No letter is given twice: where a menu is so long
// that none is left, an entry has none.
#pragma once

class QMenu;

namespace dtp
{

// From now on whenever it is shown, and only as long as it is.
void giveLetters(QMenu& menu);

} // namespace dtp
