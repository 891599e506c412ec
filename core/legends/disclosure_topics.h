// SPDX-License-Identifier: GPL-3.0-or-later
// What in a remark is about disclosing somebody: names, pictures, reports, lists. The inside of disclosure_limits.h.
#pragma once

#include <cells/word_sets.h>

namespace dtp
{

enum class Topic { Naming, Picture, Public, Report, List, Sharing, Details, Receiver, Secret, Consent };

// What the word at this place is about; nullopt where it is about something else: "media freedom", "shared a room".
std::optional<Topic> topicAt(const QStringList& words, qsizetype at);
// The uses that a text of these words may touch, all but the newsletter where it names none of them.
QStringList usesTouched(const QStringList& words);
// Folded words in English, with those of remarks that headings do not have: "hapus", "rapport".
struct RemarkWords {
    QStringList english;
    bool isForeign = false; // at least one of them
};
RemarkWords remarkWords(const QString& folded);

} // namespace dtp
