// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a text something stands: at the beginning of a sentence, in a list, in an address. Inside of this room.
#pragma once

#include <names/name_tokens.h>

#include <QString>
#include <utility>
#include <vector>

namespace dtp
{

// Whether a sentence, an item or a text begins with what stands at `at`.
bool beginsSentence(const QString& text, qsizetype at);
// What stands between two names of a list.
bool isListSign(QStringView between);
// Addresses, names of files, "@zerubina": from and to.
std::vector<std::pair<qsizetype, qsizetype>> addressesIn(const QString& text);
// "the hope", "our Hope"
bool isBehindArticle(const QString& text, const std::vector<NameToken>& tokens, size_t at);
// "in May", "early May", "12 May", "May 2026"
bool isOfDate(const QString& text, const std::vector<NameToken>& tokens, size_t at);

} // namespace dtp
