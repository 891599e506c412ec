// SPDX-License-Identifier: GPL-3.0-or-later
// One question that a list can be asked by a chip, and what the chip says of its answers.
#pragma once

#include <base/result.h>
#include <ui/models/choice.h>

#include <functional>
#include <optional>
#include <vector>

namespace dtp
{

struct FilterDimension {
    QString key;
    QString label;
    std::function<Result<std::vector<Choice>>()> choices; // asked for when the chip is opened
    bool takesOne = false;                                // a choice replaces the one before
    bool isMostFirst = false; // what most have stands first; else the choices stand as they are given
    // How many records the list would show with this choice alone in the chip, and all else that it is asked as it is;
    // none: counting takes too long. Asked for when the chip is opened.
    std::function<Result<qint64>(const QString& code)> count = {};
};

struct CountedChoice {
    Choice choice;
    std::optional<qint64> count;
};
// Those that are ticked stand first. Where one cannot be counted, none is.
Result<std::vector<CountedChoice>> countedChoices(const FilterDimension& dimension, const QStringList& ticked);

struct FilterWords {
    QString words;   // "Country: Cambodia, Thailand", "Skill: Radio and 3 more", "Country"
    QString problem; // why the choices could not be read; empty when they could
};
// Codes that are not among the choices were typed by hand, and stand as they are.
FilterWords filterWords(const FilterDimension& dimension, const QStringList& codes);

} // namespace dtp
