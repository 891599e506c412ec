// SPDX-License-Identifier: GPL-3.0-or-later
// Finding verbs among words, and saying what they do.
#pragma once

#include "cli.h"

namespace dtp::cli
{

// The verb whose words stand at this place; used: how many they are. nullptr when there is none.
const Verb* verbAt(const QStringList& words, qsizetype at, qsizetype& used);
// "import", "export", "report": the verb is the word and the next.
bool isFirstOfTwo(const QString& word);

// Help for the verb among the words, or for all.
QString helpFor(const QStringList& words);

} // namespace dtp::cli
