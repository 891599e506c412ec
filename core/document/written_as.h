// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the pages are for. A report has a title, contents and a foot that says for whom it was made. A form is pages to
// be filled in by whoever they are about, each for itself: nothing stands around them, rows have room to write, and
// the boxes to tick are drawn.
#pragma once

#include <QChar>

namespace dtp
{

enum class WrittenAs { Report, Form };

// A cell that is a box to tick. Drawn on pages, since not every font has it.
constexpr QChar emptyBox{0x2610};

} // namespace dtp
