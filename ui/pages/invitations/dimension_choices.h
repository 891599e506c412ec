// SPDX-License-Identifier: GPL-3.0-or-later
// The words to choose from for each side of a person.
#pragma once

#include <storage/store.h>
#include <ui/widgets/choice_edit.h>

namespace dtp
{

std::vector<Choice> dimensionChoices(const Store& store, const QString& dimension);

} // namespace dtp
