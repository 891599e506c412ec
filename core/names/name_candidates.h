// SPDX-License-Identifier: GPL-3.0-or-later
// What may be the name of a person in a text, beyond the full names of people in the file, which the gate decides upon
// itself: words with a capital that are no words of the language, of the text and of vocabularies; given or family
// names that somebody in the file has; what stands behind a title; two words in capitals throughout. A word of the
// language with a capital beside a name belongs to it ("Frank Yoblin").
//
// Looked for in the text as it is typed and as it is read, see text_reading.h. No names are: the titles of
// organisations, programs, networks and the places of the file, where they stand as a whole, unless an organisation is
// called like a person in the file or a place stands where somebody is met, thanked or speaks; the first word of a
// sentence, unless a name follows it in a list; one word in capitals throughout; what has a word of organisations
// beside it ("Mekong Forum"); words that stand in the text in small letters as well and that nobody in the file has
// for a name; months, countries. A name of one word of somebody who may not be named is one whatever else it is
// ("Hope", "Kenya", "Ayu House"), in small letters where it is no word of the language; so is a part of a longer name
// that is a word of the language, where it stands as a name does (see word_names.cpp). Not found are names in scripts
// without capitals of people who are not in the file.
#pragma once

#include <base/result.h>
#include <known_names/name_words.h>
#include <names/known_titles.h>
#include <names/language_words.h>
#include <names/name_scanner.h>
#include <names/name_tokens.h>
#include <names/small_runs.h>

#include <QHash>
#include <QSet>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dtp
{

class NameCandidates
{
public:
    struct Found {
        qsizetype from = 0;
        qsizetype length = 0;
        bool isLikely = false;          // several words, behind a title, or a word of somebody's name
        bool isKnown = false;           // a word of the name of somebody in the file
        bool isWord = false;            // that, and a word of the language, of a place or of an organisation as well
        bool isSmall = false;           // a name of one word, in small letters
        std::vector<qint64> whole = {}; // whose whole name stands in it, and is no word of anything else
    };
    using Stretches = std::vector<std::pair<qsizetype, qsizetype>>; // from, to

    // mayName: whom nobody has to ask about where their name is a word as well; nobody, where it is not given.
    using MayName = std::function<bool(qint64)>;
    static Result<std::unique_ptr<NameCandidates>> read(const Store& store, MayName mayName = {},
                                                        std::shared_ptr<NameLookUps> lookUps = {});

    // First all texts of the document: their small words are words of the language, and a word with a capital within a
    // sentence is a name at the beginning of another one as well. Small words in addresses and links say nothing.
    void learn(const QString& text, bool isHeading, const Stretches& links = {});
    // As if no text had been learned.
    void forget();
    // isHeading: most words have a capital there. shown: what is known to be a name, whatever its words are.
    Result<std::vector<Found>> in(const QString& text, bool isHeading, const Stretches& shown = {});

    // Where nobody is asked about them: puts the placeholder of names in their place. Of a title alone, which has
    // capitals of its own, those that are likely.
    Result<> withhold(QString& text);

    // Whether one of the words is of the name of somebody of whom this does not hold.
    Result<bool> hasWordOfOther(const QString& words, const MayName& holds);

    // What of the words that staff typed to stand in the place of a name names somebody in the file or is a way to
    // reach somebody; empty: nothing.
    Result<QString> namedIn(const QString& words);

private:
    // Common: a word of the language that may be a name beside one.
    enum class Word { Known, Common, Title, Organisation, Initial, Short, Unknown, OfPerson };
    struct Group { // words that hang together
        const QString& text;
        const std::vector<NameToken>& tokens;
        const std::vector<KnownTitles::Standing>& titles; // of each token
        size_t first = 0;
        size_t last = 0;
        bool isHeading = false;
        bool isFirst = false; // of its sentence
    };
    struct Judged {
        std::optional<Found> found;
        bool isLeftOut = false; // found, but as the first word of a sentence it may be any word
    };

    NameCandidates(const Store& store, MayName mayName, std::shared_ptr<NameLookUps> lookUps,
                   const KnownTitles& titles);
    static std::vector<NameToken> tokensIn(const QString& text);
    void learnSmall(const QString& text, const Stretches& links);
    Result<Word> wordOf(const QString& text, const NameToken& token);
    Result<Word> wordByItself(const QString& text, const NameToken& token);
    Result<bool> isExemptInTitle(const Group& group, size_t at, Word word);
    Result<std::vector<Word>> wordsOfGroup(const Group& group);
    void excuseSmall(const Group& group, std::vector<Word>& words);
    Result<std::optional<Found>> smallAt(const QString& text, const std::vector<NameToken>& tokens, size_t& at);
    Result<bool> isLonePartOfPlace(const Group& group, size_t at);
    Result<bool> isSmallName(const QString& text, const std::vector<NameToken>& tokens, size_t at);
    Result<bool> isLeftBehind(const QString& text, const NameToken& token);
    Result<bool> hasJoinedName(const QString& written);
    Result<bool> isTwoNames(const QString& folded);
    Result<> addInAddresses(const QString& text, std::vector<Found>& found);
    Result<> addOneWordNames(const QString& text, const std::vector<NameToken>& tokens,
                             const std::vector<KnownTitles::Standing>& titles, bool isHeading,
                             std::vector<Found>& found);
    Result<bool> isOfUnnamed(const QString& text, const NameToken& token);
    Result<bool> isMeantByName(const Group& group, size_t at, const std::vector<Found>& found);
    bool standsAsName(const Group& group, size_t at, bool isListed) const;
    Result<bool> isListedBesideName(const Group& group, size_t at, const std::vector<Found>& found);
    static std::vector<Found> joined(std::vector<Found> all); // what stands in one place is one
    bool isUnnamed(const std::vector<qint64>& people) const;
    Result<QString> smallNameIn(const QString& words);
    void leaveAddresses(const QString& text, std::vector<Found>& found) const;
    Result<std::vector<Found>> besideWhole(std::vector<Found> found, const QString& text);
    Result<bool> hasMoreThan(const std::vector<NameScanner::Found>& whole, const QString& text,
                             const Found& candidate);
    bool isCertain(const Group& group, size_t at) const;
    Result<Judged> judge(const Group& group);
    Result<std::vector<Found>> candidatesIn(const QString& text, bool isHeading);
    Result<std::vector<Found>> typedAndRead(const QString& text, bool isHeading);

    MayName m_mayName;
    NameScanner m_scanner; // of whole names
    const KnownTitles& m_titles;
    const LanguageWords& m_language;
    QSet<QString> m_small;  // folded words, in small letters somewhere in the text
    QSet<QString> m_inside; // folded words with a capital within a sentence
    SmallRuns m_runs;
    QHash<QString, Word> m_words;
};

} // namespace dtp
