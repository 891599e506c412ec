// SPDX-License-Identifier: GPL-3.0-or-later
// Counts as a test says them, and as a reader sees them.
#pragma once

#include <document/document.h>

#include <QSet>
#include <algorithm>
#include <array>
#include <utility>

namespace dtp::test
{

// Of each item, "a", "b" …, how many are named, and how many are not.
inline CountsBlock countsOf(const std::vector<std::pair<int, int>>& namedAndOthers, QSet<qint64>& named)
{
    constexpr qint64 firstOther = 1001;
    CountsBlock made;
    qint64 nextNamed = 1;
    qint64 nextOther = firstOther;
    for (size_t i = 0; i < namedAndOthers.size(); ++i) {
        CountItem one;
        one.label = QString::fromLatin1(std::array{"a", "b", "c", "d"}[i]);
        for (int k = 0; k < namedAndOthers[i].first; ++k) {
            named.insert(nextNamed);
            one.people.add(Id<Person>{nextNamed++});
        }
        for (int k = 0; k < namedAndOthers[i].second; ++k)
            one.people.add(Id<Person>{nextOther++});
        one.count = static_cast<int>(one.people.size());
        made.total += one.count;
        if (one.count > 0)
            made.items.push_back(std::move(one));
    }
    std::stable_sort(made.items.begin(), made.items.end(),
                     [](const CountItem& one, const CountItem& other) { return one.count > other.count; });
    return made;
}

// "Nepal 7 | Fiji: not shown"
inline QString shown(const CountsBlock& made)
{
    QStringList parts;
    for (const CountItem& one : made.items)
        parts.append(one.atLeastHidden ? QStringLiteral("%1: %2").arg(one.label, one.hiddenAs)
                                       : QStringLiteral("%1 %2").arg(one.label).arg(one.count));
    return parts.join(QStringLiteral(" | "));
}

} // namespace dtp::test
