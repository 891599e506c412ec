// SPDX-License-Identifier: GPL-3.0-or-later
// What may be a name in a text by itself, without a report around it.
#pragma once

#include "report_world.h"

#include <names/name_candidates.h>

namespace dtp::test
{

inline QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

inline QStringList candidatesIn(const Store& store, const char* text, bool isHeading = false)
{
    auto candidates = NameCandidates::read(store);
    REQUIRE_OK(candidates);
    const QString words = utf8(text);
    (*candidates)->learn(words, isHeading);
    const auto found = (*candidates)->in(words, isHeading);
    REQUIRE_OK(found);
    QStringList names;
    for (const auto& one : *found)
        names.append(words.mid(one.from, one.length));
    return names;
}

} // namespace dtp::test
