// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the language and of the calendar that are words of the name of somebody as well, who may not be named:
// where such a word stands as a name does, by its capital and by what is beside it.
#include <names/name_candidates.h>

#include <names/text_places.h>
#include <words/common_words.h>
#include <words/honorifics.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
bool isCapitalised(const QString& text, const NameToken& token)
{
    const QChar first = text.at(token.from);
    return first.isUpper() || first.isTitleCase();
}

// Nobody writes "will told" or "my said" of anything else.
bool isFunctionWordThatIsName(const QString& folded)
{
    static const QSet<QString> words{QStringLiteral("an"), QStringLiteral("can"), QStringLiteral("do"),
                                     QStringLiteral("in"), QStringLiteral("may"), QStringLiteral("my"),
                                     QStringLiteral("to"), QStringLiteral("will")};
    return words.contains(folded);
}

bool isOpening(QChar c)
{
    return QStringView(u"\"'“‘«([{").contains(c);
}

// A quotation and an item of "(1)" begin a sentence as well.
bool mayBeginSentence(const QString& text, qsizetype at)
{
    const qsizetype before = at > 0 && text.at(at - 1) == u' ' ? at - 2 : at - 1;
    return beginsSentence(text, at) || isOpening(text.at(at - 1)) || (before >= 0 && text.at(before) == u')');
}

// All of its text, or of what is in brackets or marks.
bool isAlone(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    const NameToken& token = tokens[at];
    const bool isMarked = token.from > 0 && token.to < text.size() && isOpening(text.at(token.from - 1)) &&
                          QStringView(u"\"'”’»)]}").contains(text.at(token.to));
    const auto isAside = [&](const NameToken& other) { return &other == &token || text.at(other.from).isDigit(); };
    return isMarked || std::all_of(tokens.begin(), tokens.end(), isAside);
}

// "Mark's house"
bool isPossessive(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    return at + 1 < tokens.size() && tokens[at + 1].isGlued && foldedWord(text, tokens[at + 1]) == QLatin1String("s");
}

// "Hope was here", "Hope left"
bool isDoing(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    static const QSet<QString> verbs{QStringLiteral("was"),  QStringLiteral("is"),    QStringLiteral("has"),
                                     QStringLiteral("had"),  QStringLiteral("did"),   QStringLiteral("does"),
                                     QStringLiteral("will"), QStringLiteral("would"), QStringLiteral("cannot")};
    if (at + 1 == tokens.size() || !tokens[at + 1].joinsPrevious || tokens[at + 1].isBehindComma)
        return false;
    const QString next = foldedWord(text, tokens[at + 1]);
    return verbs.contains(next) || acts(next);
}

// "Hope Village", "WE WIN": a capital beside it that is of more than a name.
bool isBesideCapital(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    for (const bool isLeft : {true, false}) {
        const size_t right = isLeft ? at : at + 1;
        if (right == 0 || right == tokens.size() || !tokens[right].joinsPrevious || tokens[right].isBehindComma)
            continue;
        const NameToken& other = tokens[isLeft ? at - 1 : at + 1];
        const QString folded = foldedWord(text, other);
        const bool isExplained =
            other.isTitle || (isLeft && (isHonorificBefore(folded) || beginsSentence(text, other.from)));
        const bool isShouted = other.isCapitals && tokens[at].isCapitals;
        if (other.size() > 1 && isCapitalised(text, other) && (isShouted || (!isExplained && !isFunctionWord(folded))))
            return true;
    }
    return false;
}
} // namespace

// A word of the name of somebody who may not be named.
Result<bool> NameCandidates::isOfUnnamed(const QString& text, const NameToken& token)
{
    const WordForms forms = NameWords::formsOf(text.mid(token.from, token.size()));
    DTP_TRY(isKnown, m_scanner.lookUps()->vocabulary().knows(forms));
    if (!isKnown)
        return false;
    DTP_TRY(people, m_scanner.lookUps()->vocabulary().index().peopleWith({forms}));
    return isUnnamed(*people);
}

Result<bool> NameCandidates::hasWordOfOther(const QString& words, const MayName& holds)
{
    for (const NameToken& token : nameTokensOf(words, true)) {
        const WordForms forms = NameWords::formsOf(words.mid(token.from, token.size()));
        DTP_TRY(isKnown, token.isTitle || (token.size() < 2 && !token.isHan)
                             ? Result<bool>(false)
                             : m_scanner.lookUps()->vocabulary().knows(forms));
        if (!isKnown)
            continue;
        DTP_TRY(people, m_scanner.lookUps()->vocabulary().index().peopleWith({forms}));
        if (!std::all_of(people->begin(), people->end(), holds))
            return true;
    }
    return false;
}

// "Grace, Mark and Hoa", "Ndlovu G.; Grace": the next of the list, to either side, is a name or a word of one.
Result<bool> NameCandidates::isListedBesideName(const Group& group, size_t at, const std::vector<Found>& found)
{
    const std::vector<NameToken>& tokens = group.tokens;
    for (const bool isLeft : {true, false}) {
        const auto hasNext = [&](size_t i) { return isLeft ? i > 0 : i + 1 < tokens.size(); };
        const auto nextOf = [&](size_t i) { return isLeft ? i - 1 : i + 1; };
        if (!hasNext(at))
            continue;
        size_t next = nextOf(at);
        if (!tokens[next].isNameLike && isListSign(group.text.mid(tokens[next].from, tokens[next].size())) &&
            hasNext(next))
            next = nextOf(next); // "and"
        const size_t first = std::min(at, next);
        const size_t last = std::max(at, next);
        QString between = group.text.mid(tokens[first].to, tokens[last].from - tokens[first].to).simplified();
        if (tokens[first].size() == 1 && between.startsWith(u'.'))
            between.remove(0, 1);
        if (!isListSign(between))
            continue;
        const NameToken& token = tokens[next];
        const QString folded = foldedWord(group.text, token);
        const bool isFound = std::any_of(found.begin(), found.end(), [&](const Found& one) {
            return one.from < token.to && token.from < one.from + one.length;
        });
        const bool isInitial = token.size() == 1 && isCapitalised(group.text, token) && folded != QLatin1String("i");
        if (isFound || isInitial)
            return true;
        const bool isAnyWord = isFunctionWord(folded) ? !isFunctionWordThatIsName(folded)
                                                      : !isCapitalised(group.text, token) && m_language.has(folded);
        DTP_TRY(isOfPerson, isAnyWord ? Result<bool>(false) : isOfUnnamed(group.text, token));
        if (isOfPerson)
            return true;
    }
    return false;
}

bool NameCandidates::standsAsName(const Group& group, size_t at, bool isListed) const
{
    const QString& text = group.text;
    const std::vector<NameToken>& tokens = group.tokens;
    const QString folded = foldedWord(text, tokens[at]);
    const bool isFunction = isFunctionWord(folded);
    const bool isOfCalendar = m_language.calendar.contains(folded);
    if (isOfCalendar && isOfDate(text, tokens, at))
        return false;
    if (isAlone(text, tokens, at) || isListed || isPossessive(text, tokens, at))
        return !isFunction || isFunctionWordThatIsName(folded);
    if (mayBeginSentence(text, tokens[at].from))
        return !isFunction && !isOfCalendar && isDoing(text, tokens, at);
    if (isBesideCapital(text, tokens, at) || isBehindArticle(text, tokens, at))
        return false;
    return !(isFunction && group.isHeading);
}

// "Chad said", "we met Hope", "Grace, Mark and Hoa", "with Grace": a part of the name of somebody in the file, which
// is a word of the language as well.
Result<bool> NameCandidates::isMeantByName(const Group& group, size_t at, const std::vector<Found>& found)
{
    const QString& text = group.text;
    const std::vector<NameToken>& tokens = group.tokens;
    const NameToken& token = tokens[at];
    if (token.isTitle || token.size() < 2 || !isCapitalised(text, token))
        return false;
    DTP_TRY(isUnnamed, isOfUnnamed(text, token));
    if (!isUnnamed)
        return false;
    static const QSet<QString> ofPlaces{QStringLiteral("in"),     QStringLiteral("from"), QStringLiteral("of"),
                                        QStringLiteral("at"),     QStringLiteral("to"),   QStringLiteral("across"),
                                        QStringLiteral("inside"), QStringLiteral("near"), QStringLiteral("outside")};
    const QString folded = foldedWord(text, token);
    if (token.isCapitals && isAcronym(folded)) // "NGO", though somebody is called Ngo
        return false;
    const bool isOfPlace = at > 0 && token.joinsPrevious && ofPlaces.contains(foldedWord(text, tokens[at - 1]));
    const bool isAnyWord =
        isFunctionWord(folded) && !isFunctionWordThatIsName(folded) && beginsSentence(text, token.from);
    if ((KnownTitles::speaks(text, tokens, at) && !isOfPlace && !isAnyWord) || KnownTitles::isMet(text, tokens, at))
        return true;
    const bool isOfCountry = LanguageWords::isIn(m_language.known, folded) && !m_language.calendar.contains(folded);
    if (isOfCountry || group.titles[at].kind == KnownTitles::Kind::Place)
        return false;
    DTP_TRY(isListed, isListedBesideName(group, at, found));
    return standsAsName(group, at, isListed);
}

} // namespace dtp
