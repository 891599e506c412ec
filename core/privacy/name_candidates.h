// SPDX-License-Identifier: GPL-3.0-or-later
// What may be the name of a person in a text, beyond the full names of people in the file, which the gate decides upon
// itself: words with a capital that are no words of the language, of the text, of organisations, programs, networks,
// places and vocabularies of the file; given or family names that somebody in the file has; what stands behind a
// title.
//
// No names are: the first word of a sentence, words in capitals throughout, what has a word of organisations beside it
// ("Mekong Forum"), words that stand in the text in small letters as well, months, countries. Not found are names in
// scripts without capitals of people who are not in the file.
#pragma once

#include <base/result.h>
#include <privacy/name_scanner.h>
#include <privacy/name_tokens.h>
#include <search/name_words.h>

#include <QHash>
#include <QSet>
#include <QString>
#include <memory>
#include <vector>

namespace dtp
{

class NameCandidates
{
public:
    struct Found {
        qsizetype from = 0;
        qsizetype length = 0;
        bool isLikely = false; // several words, behind a title, or a word of somebody's name
    };

    static Result<std::unique_ptr<NameCandidates>> read(const Store& store);

    // First all texts of the document: their small words are words of the language, and a word with a capital within a
    // sentence is a name at the beginning of another one as well.
    void learn(const QString& text, bool isHeading);
    // isHeading: most words have a capital there.
    Result<std::vector<Found>> in(const QString& text, bool isHeading);

    // Where nobody is asked about them: puts the placeholder of names in their place. Of a title alone, which has
    // capitals of its own, those that are likely.
    Result<> withhold(QString& text);

private:
    enum class Word { Known, Title, Organisation, Initial, Short, Unknown, OfPerson };

    explicit NameCandidates(const Store& store);
    static void addWords(const QString& words, QSet<QString>& set);
    void know(const QString& words) { addWords(words, m_known); }
    Result<Word> wordOf(const QString& text, const NameToken& token);
    Result<> judge(const QString& text, const std::vector<NameToken>& tokens, size_t first, size_t last,
                   bool isHeading, std::vector<Found>& found);

    NameWords m_names;
    NameScanner m_scanner;  // of whole names
    QSet<QString> m_known;  // folded words
    QSet<QString> m_things; // of organisations, programs and networks, which may be called like people
    QSet<QString> m_inside; // folded words with a capital within a sentence
    QHash<QString, Word> m_words;
};

} // namespace dtp
