// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/language_words.h>

#include <base/text.h>
#include <known_names/name_words.h>
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

static void addTerms(const Vocabulary& vocabulary, QSet<QString>& set)
{
    for (const VocabularyTerm& term : vocabulary.terms()) {
        addWords(term.label, set);
        for (const QString& spelling : term.spellings)
            addWords(spelling, set);
    }
}

static const QSet<QString>& wordsOfBuiltIn()
{
    static const QSet<QString> all = [] {
        QSet<QString> words;
        for (const QString& name : builtInVocabularies())
            addTerms(builtInVocabulary(name).value_or(Vocabulary()), words);
        return words;
    }();
    return all;
}

// What staff added to a vocabulary may be called by somebody's name: "Sokun case".
LanguageWords::LanguageWords(const Store& store) : WordsOfAllFiles(wordsOfAll())
{
    QSet<QString> added;
    for (const QString& name : builtInVocabularies())
        addTerms(store.vocabulary(name), added);
    NameWords names(store);
    for (const QString& word : std::as_const(added)) {
        if (wordsOfBuiltIn().contains(word) || !names.knows(NameWords::formsOf(word)).value_or(true))
            common.insert(word);
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
