// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/language_words.h>

#include <base/text.h>
#include <names/name_tokens.h>
#include <records/vocabulary.h>
#include <standards/countries.h>
#include <storage/store.h>
#include <words/common_words.h>

#include <QLocale>

namespace dtp
{

namespace
{
void addWords(const QString& words, QSet<QString>& set)
{
    for (const QString& word : wordsOf(foldText(words)))
        set.insert(word);
}
} // namespace

// The same for every file.
static const WordsOfAllFiles& wordsOfAll()
{
    static const WordsOfAllFiles all = [] {
        WordsOfAllFiles words;
        const QLocale english(QLocale::English);
        for (int month = 1; month <= 12; ++month) {
            addWords(english.monthName(month), words.calendar);
            addWords(english.monthName(month, QLocale::ShortFormat), words.calendar);
        }
        for (int day = 1; day <= 7; ++day) // in short some are names: "Thu"
            addWords(english.dayName(day), words.calendar);
        words.known = words.calendar;
        for (const Country& country : countries()) {
            addWords(country.name, words.known);
            if (const QStringList parts = wordsOf(foldText(country.name)); parts.size() > 1)
                words.partsOfPlaces.unite(QSet<QString>(parts.begin(), parts.end()));
            addWords(country.region, words.known);
            for (const QString& spelling : country.spellings)
                addWords(spelling, words.known);
        }
        return words;
    }();
    return all;
}

LanguageWords::LanguageWords(const Store& store) : WordsOfAllFiles(wordsOfAll())
{
    for (const QString& name : builtInVocabularies()) {
        for (const VocabularyTerm& term : store.vocabulary(name).terms()) {
            addWords(term.label, common);
            for (const QString& spelling : term.spellings)
                addWords(spelling, common);
        }
    }
}

bool LanguageWords::isIn(const QSet<QString>& words, const QString& folded)
{
    return words.contains(folded) || (folded.endsWith(u's') && words.contains(folded.chopped(1)));
}

bool LanguageWords::has(const QString& folded) const
{
    return isFunctionWord(folded) || isEverydayWord(folded) || isWordOfOrganisations(folded) || isAcronym(folded) ||
           isFormedLikeAWord(folded) || isIn(commonWords(), folded) || isIn(known, folded) || isIn(common, folded);
}

} // namespace dtp
