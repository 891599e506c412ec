// SPDX-License-Identifier: GPL-3.0-or-later
// One question that a list can be asked by a chip, and what the chip says of its answers.
#pragma once

#include <base/result.h>
#include <ui/models/choice.h>

#include <functional>
#include <vector>

namespace dtp
{

struct FilterDimension {
    QString key;
    QString label;
    std::function<Result<std::vector<Choice>>()> choices; // asked for when the chip is opened
    bool takesOne = false;                                // a choice replaces the one before
};

struct FilterWords {
    QString words;   // "Country: Cambodia, Thailand", "Skill: Radio and 3 more", "Country"
    QString problem; // why the choices could not be read; empty when they could
};
// Codes that are not among the choices were typed by hand, and stand as they are.
FilterWords filterWords(const FilterDimension& dimension, const QStringList& codes);

} // namespace dtp
