// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of people in which nobody can be picked out. The rules are those of the header gate.h: a threshold rule with
// secondary suppression (Hundepool et al., "Statistical Disclosure Control", Wiley 2012, ch. 4), and rows by their
// labels where a number is hidden, since the order of size would tell it. Held by a test that makes every small table
// and asks what a reader who knows this method could work out.
#pragma once

#include <base/result.h>
#include <document/document.h>

#include <QSet>

namespace dtp
{

class Store;

// How many people there must be for their number to be shown to outsiders: 5, unless the file says otherwise.
int smallCellOf(const Store& store);
// As somebody typed it: 2 to 1,000.
Result<> setSmallCell(Store& store, const QString& typed);

// Where a table of the document tells the items of those who are listed, and a number less those would be a small one:
// only those who are listed stay in the block, with a note. Whether it is done says no more than that somewhere is
// such a number; who is not listed is then nowhere in the block. True when it was done.
bool keepListed(CountsBlock& block, const QSet<qint64>& listed, int threshold);

// Puts together, hides and notes what threshold demands; total stays. Returns how many numbers are no longer to be
// read.
int hideSmallCells(CountsBlock& block, int threshold);

} // namespace dtp
