// SPDX-License-Identifier: GPL-3.0-or-later
// A line that may explain marks, made plain. The inside of list_legend.h.
#pragma once

#include <QString>

namespace dtp
{

// "x means no", "(x) → no", "N.B.: “x” stands for no", folded and with one sign between the mark and what it means:
// "x = no". Footnotes with a colon: "¹ does not agree", "(1) does not agree".
QString legendLine(const QString& text);

} // namespace dtp
