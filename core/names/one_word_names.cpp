// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/one_word_names.h>

#include <base/han_characters.h>
#include <base/text.h>
#include <names/text_places.h>
#include <search/person_search.h>
#include <words/common_words.h>
#include <words/honorifics.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

Result<> OneWordNames::prepare()
{
    DTP_TRY(titles, m_lookUps.titles());
    m_titles = titles;
    m_language = &m_lookUps.language();
    return {};
}

Result<std::vector<qint64>> OneWordNames::peopleOf(const QString& written)
{
    DTP_TRY(people, m_lookUps.peopleOfWord(written));
    return *people;
}

Result<bool> OneWordNames::mayBeOfLongerName(const Text& text, size_t at, size_t beside)
{
    const NameToken& other = text.tokens[beside];
    const QChar first = text.text.at(other.from);
    const bool isOtherwise = other.isTitle || other.size() < 2 || !(first.isUpper() || first.isTitleCase()) ||
                             (other.isCapitals && !text.tokens[at].isCapitals) ||
                             m_language->has(foldedWord(text.text, other)) ||
                             (beside < at ? isHonorificBefore(foldedWord(text.text, other))
                                          : isHonorificBehind(foldedWord(text.text, other))) ||
                             isDegree(text.text.mid(other.from, other.size()));
    if (isOtherwise)
        return false;
    DTP_TRY(name, wordAt(text, beside)); // two names of one word are two people
    if (!name.people.empty())
        return false;
    // "Kemarin Suparman": any word has a capital there; "PT Suparman Tbk", which is a body of the file.
    const KnownTitles::Standing& title = text.titles[at];
    const bool isOfTitle = title.kind != KnownTitles::Kind::None && beside >= title.first && beside <= title.last;
    const bool mayBeAnyWord = isOfTitle || (beside < at && (text.isOfBody || beginsSentence(text.text, other.from)));
    return mayBeAnyWord ? m_lookUps.vocabulary().knows(NameWords::formsOf(text.text.mid(other.from, other.size())))
                        : Result<bool>(true);
}

Result<bool> OneWordNames::hasNameBeside(const Text& text, size_t at)
{
    const std::vector<NameToken>& tokens = text.tokens;
    for (const bool isLeft : {true, false}) {
        const size_t right = isLeft ? at : at + 1;
        if (right == 0 || right == tokens.size() || !tokens[right].joinsPrevious || tokens[right].isBehindComma)
            continue;
        DTP_TRY(isOfLonger, mayBeOfLongerName(text, at, isLeft ? at - 1 : at + 1));
        if (isOfLonger)
            return true;
    }
    return false;
}

// "Guinea" of "Papua New Guinea".
bool OneWordNames::isOfCountry(const Text& text, size_t at) const
{
    const auto isPart = [&](size_t i) {
        return m_language->partsOfPlaces.contains(foldedWord(text.text, text.tokens[i]));
    };
    const std::vector<NameToken>& tokens = text.tokens;
    return isPart(at) && ((at > 0 && tokens[at].joinsPrevious && isPart(at - 1)) ||
                          (at + 1 < tokens.size() && tokens[at + 1].joinsPrevious && isPart(at + 1)));
}

// Of a body or a place of the file, or beside a word of such. What a body is called by one word is a name like others.
bool OneWordNames::isOfTitle(const Text& text, size_t at) const
{
    const std::vector<NameToken>& tokens = text.tokens;
    const KnownTitles::Standing& title = text.titles[at];
    const bool isOfPlace =
        title.kind == KnownTitles::Kind::Place && !KnownTitles::standsForSomebody(title, text.text, tokens);
    const auto isOfBody = [&](size_t i) { // "Ayu House", though not "Ayus' house"
        return text.text.at(tokens[i].from).isUpper() && isWordOfOrganisations(foldedWord(text.text, tokens[i]));
    };
    return title.kind == KnownTitles::Kind::Several || isOfPlace ||
           (at > 0 && tokens[at].joinsPrevious && !tokens[at].isBehindComma && isOfBody(at - 1)) ||
           (at + 1 < tokens.size() && tokens[at + 1].joinsPrevious && !tokens[at + 1].isBehindComma &&
            isOfBody(at + 1));
}

// Whether a word of the language, or of somebody's other names in small letters, is asked about at all.
Result<bool> OneWordNames::isMentioned(const Text& text, size_t at, const Name& name, bool isOfLanguage)
{
    static const QSet<QString> names{QStringLiteral("may"), QStringLiteral("will")};
    const std::vector<NameToken>& tokens = text.tokens;
    const NameToken& token = tokens[at];
    const QString folded = foldedWord(text.text, token);
    const bool isInSmall = name.word.at(0).isLower();
    const bool isFunction = isFunctionWord(folded) && !names.contains(folded);
    const bool isBehindTitle = at > 0 && token.joinsPrevious && tokens[at - 1].isTitle;
    if (isInSmall && isBehindTitle) // "ms may", though not "justice in"
        return isNamedBehind(text.text, tokens[at - 1], token) || !isOfLanguage;
    if (isInSmall && isFunction) // "nobody has asked", "is named in"
        return false;
    const bool isNoun =
        isInSmall && at > 0 && token.joinsPrevious && isBeforeNoun(foldedWord(text.text, tokens[at - 1]));
    const bool isActing =
        KnownTitles::speaks(text.text, tokens, at) ||
        (at + 1 < tokens.size() && tokens[at + 1].joinsPrevious && acts(foldedWord(text.text, tokens[at + 1])));
    if ((isActing && !isNoun) || KnownTitles::isMet(text.text, tokens, at))
        return true;
    const bool isAmongCapitals = token.isCapitals && ((at > 0 && tokens[at - 1].isCapitals) ||
                                                      (at + 1 < tokens.size() && tokens[at + 1].isCapitals));
    const bool isOfSentence =
        isFunctionWord(folded) && (isAmongCapitals || (isFunction && beginsSentence(text.text, token.from)));
    if (isOfLanguage && (isInSmall || isOfSentence))
        return false;
    if (m_language->calendar.contains(folded) && isOfDate(text.text, tokens, at))
        return false;
    if (name.isJoined || (!isOfLanguage && !isInSmall))
        return true;
    DTP_TRY(people, peopleNamed(m_store, name.word)); // no nickname
    return !people.empty();
}

Result<std::optional<OneWordNames::Found>> OneWordNames::nameAt(Text& text, size_t at)
{
    const NameToken& token = text.tokens[at];
    DTP_TRY(name, wordAt(text, at));
    if (name.people.empty())
        return std::optional<Found>();
    DTP_CHECK(prepare());
    if (text.titles.empty())
        text.titles = m_titles->in(text.text, text.tokens);
    const bool isTitleOfNext = token.isTitle && at + 1 < text.tokens.size() && text.tokens[at + 1].isNameLike &&
                               text.tokens[at + 1].joinsPrevious;
    if (isTitleOfNext || isOfCountry(text, at))
        return std::optional<Found>();
    const bool isInSmall = name.word.at(0).isLower();
    if (!isInSmall) {
        DTP_TRY(isOfLonger, hasNameBeside(text, at));
        if (isOfLonger)
            return std::optional<Found>();
    }
    const bool isOfLanguage = token.isTitle || m_language->has(wordsOf(foldText(name.word)).join(QString()));
    DTP_TRY(isAsked, isMentioned(text, at, name, isOfLanguage));
    if (!isAsked)
        return std::optional<Found>();
    const bool isBody = name.isJoined && text.titles[at].kind == KnownTitles::Kind::Alone; // "AyuCare"
    const bool isWord = isOfLanguage || isInSmall || isBody || (!text.isOfBody && isOfTitle(text, at));
    return std::optional<Found>(
        Found{name.from, name.length, std::move(name.people), isWord, isInSmall, name.isWhole});
}

// "L.I.", "h-t-o-o"
Result<> OneWordNames::addInitials(const Text& text, std::vector<Found>& found)
{
    constexpr qsizetype most = 8;
    const std::vector<NameToken>& tokens = text.tokens;
    const auto goesOn = [&](size_t i) {
        const QString between = text.text.mid(tokens[i - 1].to, tokens[i].from - tokens[i - 1].to).simplified();
        return isOneLetter(text.text, tokens[i]) && tokens[i].joinsPrevious && between.size() <= 1 && between != u",";
    };
    for (size_t first = 0; first < tokens.size(); ++first) {
        if (!isOneLetter(text.text, tokens[first]))
            continue;
        QString letters = text.text.mid(tokens[first].from, 1);
        size_t last = first;
        while (last + 1 < tokens.size() && goesOn(last + 1))
            letters += text.text.at(tokens[++last].from);
        if (letters.size() > 1 && letters.size() <= most) {
            DTP_TRY(people, peopleOf(letters));
            if (!people.empty())
                found.push_back(
                    {tokens[first].from, tokens[last].to - tokens[first].from, std::move(people), true, false, false});
        }
        first = last;
    }
    return {};
}

// "吴先生", "김 선생님": whoever has that family name, as with "Ms Sok".
Result<> OneWordNames::addAddressed(const QString& text, std::vector<Found>& found)
{
    constexpr qsizetype longestFamilyName = 2;
    const auto isOfScript = [&](qsizetype i) {
        return i >= 0 && (text.at(i).script() == QChar::Script_Han || text.at(i).script() == QChar::Script_Hangul);
    };
    for (qsizetype at = 1; at < text.size(); ++at) {
        const qsizetype end = text.at(at - 1) == u' ' ? at - 1 : at;
        if (!isOfScript(end - 1) || honorificBehind(text, at) == 0)
            continue;
        for (qsizetype length = longestFamilyName; length > 0; --length) {
            if (!isOfScript(end - length))
                continue;
            const QString name = text.mid(end - length, length);
            DTP_TRY(people,
                    m_lookUps.vocabulary().index().peopleWith({NameWords::formsOf(name) + WordForms{name + u'*'}}));
            if (people->empty())
                continue;
            found.push_back({end - length, length, *people, false, false, false});
            break;
        }
    }
    // "老吴": it may be another word.
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (!QStringView(u"老小阿").contains(text.at(at - 1)) || text.at(at).script() != QChar::Script_Han)
            continue;
        DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith({WordForms{text.at(at), text.mid(at, 1) + u'*'}}));
        if (!people->empty())
            found.push_back({at, 1, *people, true, false, false});
    }
    return {};
}

// "丽娟" of 陈丽娟, in either kind of characters: a word of the language perhaps.
Result<> OneWordNames::addWithinHan(const Text& text, std::vector<Found>& found)
{
    constexpr qsizetype shortest = 2;
    constexpr qsizetype longest = 3;
    for (const NameToken& token : text.tokens) {
        for (qsizetype from = token.from; token.isHan && from + shortest <= token.to; ++from) {
            for (qsizetype length = shortest; length <= std::min(longest, token.to - from); ++length) {
                const WordForms forms = hanSpellings(text.text.mid(from, length));
                DTP_TRY(isKnown, m_lookUps.vocabulary().knows(forms));
                if (!isKnown)
                    continue;
                DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith({forms}));
                found.push_back({from, length, *people, true, false, false});
            }
        }
    }
    return {};
}

Result<std::vector<OneWordNames::Found>> OneWordNames::in(const QString& words, const std::vector<NameToken>& tokens,
                                                          bool isOfBody)
{
    std::vector<Found> found;
    Text text{words, tokens, {}, isOfBody};
    for (size_t at = 0; at < tokens.size(); ++at) {
        DTP_TRY(name, nameAt(text, at));
        if (name)
            found.push_back(std::move(*name));
    }
    DTP_CHECK(addInitials(text, found));
    DTP_CHECK(addBroken(text, found));
    if (std::any_of(tokens.begin(), tokens.end(), [](const NameToken& one) { return one.isHan || one.isHangul; }))
        DTP_CHECK(addAddressed(words, found));
    DTP_CHECK(addWithinHan(text, found));
    return found;
}

} // namespace dtp
