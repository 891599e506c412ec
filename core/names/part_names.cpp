// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/part_names.h>

#include <words/common_words.h>
#include <words/honorifics.h>

namespace dtp
{

namespace
{
constexpr qsizetype shortest = 2;        // letters
constexpr qsizetype shortestInSmall = 4; // shorter ones are words of too many languages
constexpr qsizetype shortestPlural = 4;

bool isCapital(QChar c)
{
    return c.isUpper() || c.isTitleCase();
}

bool isOrdinary(NameLookUps& lookUps, const QString& folded)
{
    return lookUps.language().has(folded) || isSortOfBody(folded);
}

// "Mali", which is a country, and somebody in the file is called so.
Result<bool> isPlaceAndName(NameLookUps& lookUps, const QString& written, const QString& folded)
{
    const bool isPlace = LanguageWords::isIn(lookUps.language().known, folded) && !isFunctionWord(folded) &&
                         !isWordOfOrganisations(folded) && !LanguageWords::isIn(commonWords(), folded);
    return isPlace ? lookUps.vocabulary().knows(NameWords::formsOf(written)) : Result<bool>(false);
}

// What is no name beside the word at `at`: "Yayasan", "Ltd", "PT", "Oknha".
Result<bool> isAside(NameLookUps& lookUps, const QString& text, const std::vector<NameToken>& tokens, size_t beside,
                     size_t at)
{
    const NameToken& other = tokens[beside];
    const QString folded = foldedWord(text, other);
    const QString written = text.mid(other.from, other.size());
    const QChar first = written.at(0);
    if (!(isCapital(first) || first.isSurrogate()) || other.isTitle)
        return true;
    DTP_TRY(isName, isPlaceAndName(lookUps, written, folded));
    return !isName &&
           ((other.size() > 1 && other.isCapitals && !tokens[at].isCapitals) || isOrdinary(lookUps, folded) ||
            isDegree(written) || (beside < at ? isHonorificBefore(folded) : isHonorificBehind(folded)));
}

Result<bool> standsAlone(NameLookUps& lookUps, const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    const auto joins = [&](size_t i) {
        return i < tokens.size() && tokens[i].joinsPrevious && !tokens[i].isBehindComma;
    };
    DTP_TRY(isBegun, at > 0 && joins(at) ? isAside(lookUps, text, tokens, at - 1, at) : Result<bool>(true));
    if (!isBegun || !joins(at + 1))
        return isBegun;
    return isAside(lookUps, text, tokens, at + 1, at);
}

// "Sokun2"
QString withoutDigits(const QString& word)
{
    qsizetype from = 0;
    qsizetype to = word.size();
    while (from < to && word.at(from).isDigit())
        ++from;
    while (to > from && word.at(to - 1).isDigit())
        --to;
    return word.mid(from, to - from);
}
} // namespace

Result<std::vector<qint64>> peopleOfPartAlone(NameLookUps& lookUps, const QString& text,
                                              const std::vector<NameToken>& tokens, size_t at)
{
    const std::vector<qint64> nobody;
    const NameToken& token = tokens[at];
    const QString word = withoutDigits(text.mid(token.from, token.size()));
    if (token.isTitle || token.isParticle || word.size() < (word == word.toLower() ? shortestInSmall : shortest))
        return nobody;
    WordForms forms = NameWords::formsOf(word);
    DTP_TRY(isKnown, lookUps.vocabulary().knows(forms));
    if (!isKnown && word.size() > shortestPlural && word.endsWith(u's', Qt::CaseInsensitive)) { // "the Sokuns"
        forms = NameWords::formsOf(word.chopped(1));
        DTP_TRY(isPlural, lookUps.vocabulary().knows(forms));
        isKnown = isPlural;
    }
    if (!isKnown || lookUps.language().has(foldedWord(text, token)))
        return nobody;
    DTP_TRY(isAlone, standsAlone(lookUps, text, tokens, at));
    if (!isAlone)
        return nobody;
    DTP_TRY(titles, lookUps.titles());
    const KnownTitles::Standing title = titles->in(text, tokens)[at];
    if (title.kind == KnownTitles::Kind::Place && !KnownTitles::standsForSomebody(title, text, tokens))
        return nobody;
    DTP_TRY(people, lookUps.vocabulary().index().peopleWith({forms}));
    return *people;
}

} // namespace dtp
