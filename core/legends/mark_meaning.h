// SPDX-License-Identifier: GPL-3.0-or-later
// What a mark is, and what the words beside it say of those who have it. The inside of list_legend.h.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

// All of folded texts. What one writes into a cell to mark it, or the words for it; and the sign that is meant: none
// for "a tick", which is whatever one ticks with.
bool isSign(const QString& text);
QString signOf(const QString& text);
// "Key", "N.B.", "Keterangan": what leads to a line that explains marks.
bool isLabel(const QString& text);

enum class Meaning { Agrees, Refuses, Doubt, Other };
Meaning meaningIn(const QString& text);
// A weaker look at what else is said than meaningIn: there is a yes in it, and no no.
bool mayAgree(const QString& text);
// The words as far as they are known in English.
QStringList englishOf(const QString& text);

} // namespace dtp
