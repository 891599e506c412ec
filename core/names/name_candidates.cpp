// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/name_candidates.h>

#include <base/look_alikes.h>
#include <base/text.h>
#include <names/part_names.h>
#include <names/text_places.h>
#include <words/common_words.h>
#include <words/honorifics.h>
#include <words/text_reading.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestAcronym = 6;
constexpr qsizetype shortestAlone = 2; // letters of a name of one word: "Li", "Wei"
constexpr qsizetype shortestPlural = 4;
constexpr qsizetype shortestInCapitals = 3;

bool isLetterOfCase(QChar c)
{
    return c.isUpper() || c.isTitleCase();
}

// "PLOMB", though not "OHCHR".
bool canBeSpoken(const QString& folded)
{
    return !isAcronym(folded) &&
           std::any_of(folded.begin(), folded.end(), [](QChar c) { return QStringView(u"aeiouy").contains(c); });
}
} // namespace

// "Dara Sok, PhD": degrees are no names.
std::vector<NameToken> NameCandidates::tokensIn(const QString& text)
{
    std::vector<NameToken> tokens = nameTokensOf(text, true);
    for (const auto& [from, to] : degreesIn(text)) {
        for (NameToken& token : tokens)
            token.isNameLike = token.isNameLike && (token.to <= from || token.from >= to);
    }
    return tokens;
}

NameCandidates::NameCandidates(const Store& store, MayName mayName, std::shared_ptr<NameLookUps> lookUps,
                               const KnownTitles& titles)
    : m_mayName(mayName), m_scanner(store, std::move(mayName), std::move(lookUps)), m_titles(titles),
      m_language(m_scanner.lookUps()->language())
{
}

Result<std::unique_ptr<NameCandidates>> NameCandidates::read(const Store& store, MayName mayName,
                                                             std::shared_ptr<NameLookUps> lookUps)
{
    if (!lookUps)
        lookUps = std::make_shared<NameLookUps>(store);
    DTP_TRY(titles, lookUps->titles());
    if (!mayName)
        mayName = [](qint64) { return false; };
    return std::unique_ptr<NameCandidates>(new NameCandidates(store, std::move(mayName), std::move(lookUps), *titles));
}

Result<NameCandidates::Word> NameCandidates::wordOf(const QString& text, const NameToken& token)
{
    if (token.isTitle)
        return Word::Title;
    return wordByItself(text, token);
}

Result<NameCandidates::Word> NameCandidates::wordByItself(const QString& text, const NameToken& token)
{
    const QString written = text.mid(token.from, token.size());
    if (const auto seen = m_words.constFind(written); seen != m_words.constEnd())
        return *seen;
    const QString folded = foldedWord(text, token);
    Word word = Word::Unknown;
    if (std::any_of(written.begin(), written.end(), [](QChar c) { return c.isDigit(); })) {
        word = Word::Known;
    } else if (token.size() == 1) {
        word = written == QLatin1String("I") || written == QLatin1String("A") ? Word::Known : Word::Initial;
    } else if (isWordOfOrganisations(folded)) {
        word = Word::Organisation;
    } else if (isFunctionWord(folded) || (isDegree(written) && !token.isCapitals) ||
               LanguageWords::isIn(m_language.known, folded)) {
        word = Word::Known;
    } else if (LanguageWords::isIn(commonWords(), folded) || LanguageWords::isIn(m_language.common, folded)) {
        word = Word::Common;
    } else {
        DTP_TRY(isWhole, m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(written)));
        const bool mayBePlural = !isWhole && folded.endsWith(u's') && folded.size() >= shortestPlural; // "the Soks"
        DTP_TRY(isOfPerson, mayBePlural
                                ? m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(written.chopped(1)))
                                : Result<bool>(isWhole));
        DTP_TRY(isJoined, hasJoinedName(written));
        if (isJoined || (isOfPerson && !isEverydayWord(folded)))
            word = Word::OfPerson;
        else if (isFormedLikeAWord(folded))
            word = Word::Common;
        else if (token.isCapitals && token.size() <= longestAcronym)
            word = Word::Short;
    }
    m_words.insert(written, word);
    return word;
}

// An organisation may be called like a person in the file, by one word, by several that are all names, or by one word
// of a longer name ("Sokun Foundation").
Result<bool> NameCandidates::isExemptInTitle(const Group& group, size_t at, Word word)
{
    const KnownTitles::Standing& title = group.titles[at];
    if (title.kind == KnownTitles::Kind::None)
        return false;
    if (title.kind == KnownTitles::Kind::Place)
        return !KnownTitles::standsForSomebody(title, group.text, group.tokens);
    DTP_TRY(called, peopleOfPartAlone(*m_scanner.lookUps(), group.text, group.tokens, at));
    if (isUnnamed(called))
        return false;
    bool hasPerson = false;
    for (size_t i = title.first; i <= title.last; ++i) {
        const NameToken& token = group.tokens[i];
        DTP_TRY(kind, i == at ? Result<Word>(word) : wordOf(group.text, token));
        const bool mayBeName = kind == Word::OfPerson || kind == Word::Unknown || kind == Word::Initial ||
                               kind == Word::Title || token.isParticle;
        if (!mayBeName && !title.isWellKnown)
            return true;
        hasPerson = hasPerson || kind == Word::OfPerson;
    }
    return !hasPerson;
}

// "McDonald", though not "Heard Island and McDonald Islands".
Result<bool> NameCandidates::isLonePartOfPlace(const Group& group, size_t at)
{
    const auto foldedAt = [&](size_t i) { return foldedWord(group.text, group.tokens[i]); };
    const QString folded = foldedAt(at);
    if (!m_language.partsOfPlaces.contains(folded) || isFunctionWord(folded) || isEverydayWord(folded) ||
        LanguageWords::isIn(commonWords(), folded))
        return false;
    const bool isBesidePlace =
        (at > 0 && m_language.known.contains(foldedAt(at - 1)) && group.tokens[at].joinsPrevious) ||
        (at + 1 < group.tokens.size() && m_language.known.contains(foldedAt(at + 1)) &&
         group.tokens[at + 1].joinsPrevious);
    if (isBesidePlace)
        return false;
    return m_scanner.lookUps()->vocabulary().knows(
        NameWords::formsOf(group.text.mid(group.tokens[at].from, group.tokens[at].size())));
}

Result<std::vector<NameCandidates::Word>> NameCandidates::wordsOfGroup(const Group& group)
{
    std::vector<Word> words;
    for (size_t i = group.first; i <= group.last; ++i) {
        const NameToken& token = group.tokens[i];
        DTP_TRY(word, token.isParticle && !token.isNameLike ? Result<Word>(Word::Initial) : wordOf(group.text, token));
        DTP_TRY(isExempt, isExemptInTitle(group, i, word));
        const bool isNamed = i > 0 && token.joinsPrevious && isNamedBehind(group.text, group.tokens[i - 1], token);
        if (word == Word::Known) {
            DTP_TRY(isOfPerson, isLonePartOfPlace(group, i));
            word = isOfPerson ? Word::OfPerson : word;
        }
        const bool isAnyWord = isExempt || word == Word::Known || word == Word::Common;
        words.push_back(isAnyWord && isNamed ? Word::Unknown : isExempt ? Word::Known : word);
    }
    excuseSmall(group, words);
    const auto isName = [](Word word) { return word == Word::Unknown || word == Word::OfPerson; };
    const auto isBeside = [&](size_t at, const auto& is) {
        return (at > 0 && is(at - 1)) || (at + 1 < words.size() && is(at + 1));
    };
    // What is in capitals is a name behind a title and beside another such word ("JANE PLOMB").
    const std::vector<Word> before = words;
    const auto mayBeName = [&](size_t at) {
        const NameToken& token = group.tokens[group.first + at];
        return isName(before[at]) || (before[at] == Word::Short && token.size() >= shortestInCapitals &&
                                      canBeSpoken(foldedWord(group.text, token)));
    };
    for (size_t i = 0; i < words.size(); ++i) {
        const bool isBehindTitle = i > 0 && before[i - 1] == Word::Title;
        if (before[i] == Word::Short &&
            (isBehindTitle || (!group.isHeading && mayBeName(i) && isBeside(i, mayBeName))))
            words[i] = Word::Unknown;
    }
    // A short name of one word is a part of the name beside it: an organisation may be called like a family.
    const std::vector<Word> read = words;
    for (size_t i = 0; i < words.size(); ++i) {
        if (group.titles[group.first + i].kind != KnownTitles::Kind::Alone || read[i] != Word::Known)
            continue;
        const bool isBehindTitle = i > 0 && read[i - 1] == Word::Title;
        if (isBehindTitle || isBeside(i, [&](size_t at) { return isName(read[at]); }))
            words[i] = Word::Unknown;
    }
    return words;
}

// Whether a word by itself is asked, though it is the first of a sentence or in a heading.
bool NameCandidates::isCertain(const Group& group, size_t at) const
{
    const bool speaks =
        group.last + 1 < group.tokens.size() && isWordOfSpeech(foldedWord(group.text, group.tokens[group.last + 1]));
    return speaks || m_inside.contains(foldedWord(group.text, group.tokens[at]));
}

Result<NameCandidates::Judged> NameCandidates::judge(const Group& group)
{
    DTP_TRY(words, wordsOfGroup(group));
    const auto isAside = [](Word word) {
        return word != Word::Unknown && word != Word::OfPerson && word != Word::Initial;
    };
    size_t from = 0;
    size_t to = words.size();
    while (from < to && isAside(words[from]))
        ++from;
    while (to > from && isAside(words[to - 1]))
        --to;
    const auto count = [&](Word kind) {
        return std::count(words.begin() + static_cast<qsizetype>(from), words.begin() + static_cast<qsizetype>(to),
                          kind);
    };
    const auto ofPeople = count(Word::OfPerson);
    const auto names = ofPeople + count(Word::Unknown);
    if (names == 0)
        return Judged{};
    const bool hasTitle = from > 0 && words[from - 1] == Word::Title;
    const bool isOfOrganisation = std::find(words.begin(), words.end(), Word::Organisation) != words.end();
    if (isOfOrganisation && ofPeople == 0 && !hasTitle)
        return Judged{};
    if (group.isHeading && ofPeople == 0 && count(Word::Known) + count(Word::Common) > 0)
        return Judged{};
    const bool isSeveral = names > 1 || count(Word::Initial) > 0;
    bool isLeftOut = false;
    if (!isSeveral && !hasTitle && ofPeople == 0) {
        if (group.tokens[group.first + from].size() < shortestAlone)
            return Judged{};
        isLeftOut = ((group.isFirst && from == 0) || group.isHeading) && !isCertain(group, group.first + from);
    }
    // "Frank Yoblin", "Sitha Green"; though not "Protect Dara Sokhavuth" at the beginning of a sentence.
    while (to < words.size() && words[to] == Word::Common)
        ++to;
    while (from > 0 && words[from - 1] == Word::Common && (!isSeveral || from > 1 || !group.isFirst))
        --from;
    const qsizetype start = group.tokens[group.first + from].from;
    const bool isLikely = isSeveral || hasTitle || ofPeople > 0;
    return Judged{
        Found{start, group.tokens[group.first + to - 1].to - start, isLikely, ofPeople > 0, false, false, {}},
        isLeftOut};
}

Result<std::vector<NameCandidates::Found>> NameCandidates::candidatesIn(const QString& text, bool isHeading)
{
    std::vector<Found> found;
    const std::vector<NameToken> tokens = tokensIn(text);
    const std::vector<KnownTitles::Standing> titles = m_titles.in(text, tokens);
    const auto begins = [&](const NameToken& token) {
        return token.isNameLike && isLetterOfCase(text.at(token.from));
    };
    std::optional<Found> before; // the first of its sentence, and left out so far
    for (size_t first = 0; first < tokens.size(); ++first) {
        DTP_TRY(isLeft, isLeftBehind(text, tokens[first]));
        if (isLeft) {
            found.push_back({tokens[first].from, tokens[first].size(), true, true});
            continue;
        }
        if (!begins(tokens[first])) {
            DTP_TRY(small, smallAt(text, tokens, first));
            if (small)
                found.push_back(*small);
            continue;
        }
        size_t last = first;
        const auto joins = [&](size_t i) {
            return i < tokens.size() && tokens[i].joinsPrevious && !tokens[i].isBehindComma;
        };
        while (joins(last + 1)) {
            if (begins(tokens[last + 1]) || (tokens[last + 1].isGlued && tokens[last + 1].isNameLike))
                ++last;
            else if (tokens[last + 1].isParticle && joins(last + 2) && begins(tokens[last + 2]))
                last += 2;
            else
                break;
        }
        DTP_TRY(judged,
                judge({text, tokens, titles, first, last, isHeading, beginsSentence(text, tokens[first].from)}));
        const qsizetype start = tokens[std::exchange(first, last)].from;
        // "Krantz, Yoblin and Korbin": a list of names begins with a name.
        const std::optional<Found> earlier = std::exchange(before, std::nullopt);
        if (!judged.found)
            continue;
        const bool goesOn = earlier && isListSign(QStringView(text).mid(earlier->from + earlier->length,
                                                                        start - earlier->from - earlier->length));
        if (goesOn)
            found.push_back(*earlier);
        if (goesOn || !judged.isLeftOut)
            found.push_back(*judged.found);
        else if (!isHeading)
            before = judged.found;
    }
    DTP_CHECK(addOneWordNames(text, tokens, titles, isHeading, found));
    DTP_TRY(parts, m_scanner.unbrokenIn(text));
    for (const UnbrokenNames::Found& part : parts) {
        if (part.isPart && isUnnamed(part.people))
            found.push_back({part.from, part.length, true, true});
    }
    return joined(std::move(found));
}

// As it is typed and as it is read; what of both stands in one place is one.
Result<std::vector<NameCandidates::Found>> NameCandidates::typedAndRead(const QString& text, bool isHeading)
{
    DTP_TRY(typed, candidatesIn(text, isHeading));
    const TextReading reading(text);
    const bool mixes = mixesAlphabets(text) || mixesAlphabets(reading.text());
    if (!reading.differs() && !mixes)
        return typed;
    if (mixes) {
        DTP_TRY(found, candidatesIn(inLatinLookAlikes(text), isHeading));
        typed.insert(typed.end(), found.begin(), found.end());
    }
    if (reading.differs()) {
        DTP_TRY(found, candidatesIn(mixes ? inLatinLookAlikes(reading.text()) : reading.text(), isHeading));
        for (Found& one : found) {
            std::tie(one.from, one.length) = reading.inSource(one.from, one.length);
            typed.push_back(one);
        }
    }
    return joined(std::move(typed));
}

} // namespace dtp
