// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand beside each other with capitals and in small letters as well: "Amina Diallo … amina diallo". Such
// small letters make no word of the language of them. Inside of this room.
#pragma once

#include <names/name_tokens.h>

#include <QSet>
#include <QString>
#include <utility>
#include <vector>

namespace dtp
{

class SmallRuns
{
public:
    void learnCapitals(const QString& text, const std::vector<NameToken>& tokens);
    void addSmall(const QString& first, const QString& second); // folded
    void clear();

    bool hasWord(const QString& folded);
    // Whether the two words beside each other are written in both ways.
    bool has(const QString& first, const QString& second) const;
    bool isEmpty() const { return m_capitals.isEmpty() || m_small.isEmpty(); }

private:
    using Pair = std::pair<QString, QString>;
    QSet<Pair> m_capitals;
    QSet<Pair> m_small;
    QSet<QString> m_words; // of pairs that are in both
    bool m_isRead = false; // m_words
};

} // namespace dtp
