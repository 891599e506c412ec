// SPDX-License-Identifier: GPL-3.0-or-later
// Puts names together as they occur in a country.
#pragma once

#include <sample/random.h>
#include <sample/sample_lists.h>

namespace dtp
{

struct MadeName {
    QString given;
    QString family;
    QString own; // in the own script; empty when the list has none
};

// woman decides which given names and, where they differ, which family names are taken.
MadeName makeName(const NameList& list, bool woman, Random& random);

} // namespace dtp
