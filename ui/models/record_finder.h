// SPDX-License-Identifier: GPL-3.0-or-later
// Choices for pickers: countries, vocabularies, and records by a part of their title.
#pragma once

#include <base/result.h>
#include <records/entity.h>
#include <storage/store.h>
#include <ui/models/choice.h>

#include <vector>

namespace dtp
{

std::vector<Choice> countryChoices();
std::vector<Choice> vocabularyChoices(const Store& store, const QString& vocabulary);
// All that a field with countries, words or records may be; of records at most `limit`. None of other fields.
Result<std::vector<Choice>> choicesFor(const Store& store, const Field& field, int limit = 500);

// People through the search index (any script, any part of the name), others by their title. code is the key.
Result<std::vector<Choice>> findChoices(const Store& store, Entity entity, const QString& typed, int limit = 12);

// Whether nothing but a title is needed for a new record, so that it can be added in passing.
bool canBeMadeOfTitle(Entity entity);
Result<Choice> makeOfTitle(Store& store, Entity entity, const QString& title);

} // namespace dtp
