// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of words, in which the words of a heading or of a cell are looked up.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <algorithm>

namespace dtp
{

using WordSet = QSet<QString>;

// Of words with spaces between them, or of phrases with another sign.
inline WordSet wordSet(const char* words, QLatin1Char separator = QLatin1Char(' '))
{
    const QStringList list = QString::fromUtf8(words).split(separator, Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

inline bool hasAny(const QStringList& words, const WordSet& some)
{
    return std::any_of(words.begin(), words.end(), [&some](const QString& word) { return some.contains(word); });
}

} // namespace dtp
