// SPDX-License-Identifier: GPL-3.0-or-later
// One word of the longer name of somebody where it stands for all of it: "Sokun Foundation", of Dara Sokun. Beside it
// stand words of the language and of what bodies are called alone; "Sokun Zorvan Forum" and "Mali Chai Forum" are
// called by other names. Inside of this room.
#pragma once

#include <base/result.h>
#include <names/name_lookups.h>
#include <names/name_tokens.h>

#include <vector>

namespace dtp
{

// Everybody who has the word among their names; nobody, where it does not stand so, or is a word of the language or a
// place itself.
Result<std::vector<qint64>> peopleOfPartAlone(NameLookUps& lookUps, const QString& text,
                                              const std::vector<NameToken>& tokens, size_t at);

} // namespace dtp
