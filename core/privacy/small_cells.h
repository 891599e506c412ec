// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of people in which nobody can be picked out: a threshold rule with small cells put together and secondary
// suppression (Hundepool et al., "Statistical Disclosure Control", Wiley 2012, ch. 4 and 5; linked tables: 4.6).
//
// A number is small when it is neither 0 nor at least the threshold. A group (a region of countries) with a small one
// is shown as a whole; what is small then is put together with as many more as it takes into one row without their
// labels, so that neither a number nor that there is anybody at all stands beside a category. Rows then stand by their
// labels, since the order of size would tell what was put together. Of fewer people than twice the threshold, and
// where nothing would be left, the total alone is told.
//
// A reader may know all who are named in a document, and take them from its numbers. So where both the named and the
// others are many, the others alone must not be few in any category; else only those are counted of whom there are
// many, with a note. Whether it is done says no more than that somewhere is such a number.
//
// Two tables by the same column about different people are both shown only where nothing in them nor in what is
// between them is small.
//
// Held by tests that make every small table, and every two, and ask what a reader who knows this method, and whoever
// is named, could work out. Not held back: that all are in one category (group disclosure), what follows from tables
// by sides that depend on each other (a region and its countries), and what several documents say together.
#pragma once

#include <document/document.h>

#include <QSet>

namespace dtp
{

// Puts together, hides and notes what threshold demands; total stays. Returns how many numbers are no longer to be
// read.
int hideSmallCells(CountsBlock& block, int threshold);

// The same of a block in a document. named: anywhere in it. listed: in a table of it, with what the block counts by;
// nullptr where no table has such a column.
int protectCounts(CountsBlock& block, int threshold, const QSet<qint64>& named, const QSet<qint64>* listed = nullptr);

// Whether two tables by the same column would tell a small number together, also to who takes the named from both. Not
// of two that count the same people.
bool tellTogether(const CountsBlock& one, const CountsBlock& other, int threshold, const QSet<qint64>& named = {});

} // namespace dtp
