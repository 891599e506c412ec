// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/name_chains.h>

#include <base/text.h>
#include <standards/countries.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr size_t longestName = 14;      // words
constexpr qsizetype mostInitials = 5;   // in one word: "RMTB"
constexpr qsizetype shortestJoined = 4; // letters of two words written as one
constexpr qsizetype longestJoined = 20;

// Whether these words are part of the name of a country that stands in the text: "Viet Nam".
bool isOfCountry(const QString& text, const QString& words)
{
    static const QStringList names = [] {
        QStringList all;
        for (const Country& country : countries()) {
            for (const QString& name : QStringList(country.name) + country.spellings) {
                if (const QString folded = wordsOf(foldText(name)).join(QLatin1Char(' ')); folded.contains(u' '))
                    all.append(folded);
            }
        }
        return all;
    }();
    const QString folded = wordsOf(foldText(words)).join(QLatin1Char(' '));
    const QString whole = wordsOf(foldText(text)).join(QLatin1Char(' '));
    return std::any_of(names.begin(), names.end(),
                       [&](const QString& name) { return name.contains(folded) && whole.contains(name); });
}

bool shareForm(const WordForms& one, const WordForms& other)
{
    return std::any_of(one.begin(), one.end(), [&](const QString& form) { return other.contains(form); });
}

QString wordOf(const QString& text, const NameToken& token)
{
    return text.mid(token.from, token.size());
}

// The next of a list, to the left or to the right of a word: behind a comma, "&", "/" or an "and".
std::optional<size_t> nextOfList(const QString& text, const std::vector<NameToken>& tokens, size_t at, bool isLeft)
{
    static const QSet<QString> words{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("plus")};
    bool isListed = false;
    for (int steps = 0; steps < 2; ++steps) {
        if (isLeft ? at == 0 : at + 1 == tokens.size())
            return {};
        const size_t next = isLeft ? at - 1 : at + 1;
        const size_t right = std::max(at, next);
        const QString between = text.mid(tokens[right - 1].to, tokens[right].from - tokens[right - 1].to).simplified();
        isListed = isListed || (between.size() == 1 && QStringView(u",;/&+|").contains(between.at(0)));
        at = next;
        if (!between.isEmpty() && !isListed)
            return {};
        if (words.contains(wordOf(text, tokens[at])))
            isListed = true;
        else
            return isListed ? std::optional(at) : std::nullopt;
    }
    return {};
}
} // namespace

struct NameChains::Begun {
    const QString& text;
    const std::vector<NameToken>& tokens;
    size_t first = 0;
    Word last = {};
    std::vector<WordForms> needs = {};
    size_t words = 0;
    size_t initials = 0;
    bool needsExact = false;
    bool allEveryday = true;
};

// "D.", "DS": beginnings of words. "I" and "A" are words themselves.
Result<> NameChains::addInitials(const QString& word, const NameToken& token, Word& made)
{
    const QString folded = foldText(word);
    const bool isOne = token.size() == 1 && word.at(0).isLetter() && word.at(0).isUpper() &&
                       word != QLatin1String("I") && word != QLatin1String("A");
    const bool areSeveral = token.isCapitals && token.size() > 1 && token.size() <= mostInitials;
    if (!isOne && !areSeveral)
        return {};
    for (const QChar letter : word) {
        WordForms beginning;
        for (const QString& form : NameWords::formsOf(letter))
            beginning.append(form.left(1) + QLatin1Char('*'));
        if (beginning.isEmpty())
            return {};
        made.needs.push_back(beginning);
    }
    made.isInitial = true;
    return {};
}

// "Nayoung" of someone who is written "Na-young".
Result<> NameChains::addParts(const QString& word, std::vector<WordForms>& needs)
{
    constexpr qsizetype mostKept = 50000;
    if (m_parts.size() >= mostKept)
        m_parts.clear();
    if (word.size() < shortestJoined || word.size() > longestJoined)
        return {};
    for (qsizetype at = 2; at + 2 <= word.size(); ++at) {
        const WordForms left = NameWords::formsOf(word.left(at));
        DTP_TRY(knowsLeft, m_lookUps.vocabulary().knows(left));
        if (!knowsLeft)
            continue;
        const WordForms right = NameWords::formsOf(word.mid(at));
        DTP_TRY(knowsRight, m_lookUps.vocabulary().knows(right));
        if (!knowsRight || shareForm(left, right))
            continue;
        DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith({left, right}));
        if (!people->empty()) {
            needs = {left, right};
            return {};
        }
    }
    return {};
}

Result<std::vector<NameChains::Word>> NameChains::wordsAt(const QString& text, const std::vector<NameToken>& tokens,
                                                          size_t first)
{
    std::vector<Word> words;
    const NameToken& token = tokens[first];
    const QString word = wordOf(text, token);
    if (!word.at(0).isLetter() && !word.at(0).isSurrogate())
        return words;
    const WordForms forms = NameWords::formsOf(word);
    const bool isWord = token.size() > 1 || token.isHan;
    DTP_TRY(isKnown, isWord ? m_lookUps.vocabulary().knows(forms) : Result<bool>(false));
    if (isKnown)
        words.push_back({first, {forms}, false, !token.isNameLike});
    if (!token.isNameLike)
        return words;
    if (!isKnown) {
        Word initials{first, {}, false, false};
        DTP_CHECK(addInitials(word, token, initials));
        if (initials.isInitial)
            words.push_back(std::move(initials));
        Word parts{first, {}, false, false};
        auto known = m_parts.constFind(word);
        if (known == m_parts.constEnd()) {
            DTP_CHECK(addParts(word, parts.needs));
            known = m_parts.insert(word, parts.needs);
        }
        parts.needs = *known;
        if (!parts.needs.empty())
            words.push_back(std::move(parts));
    }
    // "Fa'afetai" of someone who is written "Faafetai", "Wei Ling" of "Weiling".
    QString joined = word;
    for (size_t i = first + 1; i < tokens.size() && i <= first + 2 && tokens[i].isNameLike &&
                               tokens[i].joinsPrevious && !tokens[i].isBehindComma;
         ++i) {
        joined += wordOf(text, tokens[i]);
        const WordForms whole = NameWords::formsOf(joined);
        DTP_TRY(isOne, m_lookUps.vocabulary().knows(whole));
        if (isOne)
            words.push_back({i, {whole}, false, false});
    }
    return words;
}

Result<> NameChains::keep(const Begun& begun, const std::vector<qint64>& people, std::vector<Chain>& chains)
{
    if (begun.words < 2 && (begun.words == 0 || begun.initials == 0))
        return {};
    if (begun.needsExact && begun.allEveryday)
        return {};
    const qsizetype from = begun.tokens[begun.first].from;
    const qsizetype length = begun.tokens[begun.last.last].to - from;
    const QString name = begun.text.mid(from, length);
    DTP_TRY(exact, m_lookUps.peopleCalled(name));
    if (!exact->empty())
        chains.push_back({from, length, *exact, true});
    else if (!begun.needsExact && !isOfCountry(begun.text, name))
        chains.push_back({from, length, people, false});
    return {};
}

Result<> NameChains::goOn(const Begun& begun, std::vector<Chain>& chains)
{
    if (begun.words + begun.initials >= longestName)
        return {};
    std::vector<size_t> next;
    const std::vector<NameToken>& tokens = begun.tokens;
    size_t at = begun.last.last + 1;
    if (at < tokens.size() && tokens[at].isNearPrevious) {
        next.push_back(at);
        while (at < tokens.size() && tokens[at].isParticle && tokens[at].joinsPrevious)
            ++at;
        if (at > next.front() && at < tokens.size() && tokens[at].joinsPrevious)
            next.push_back(at);
    }
    // One word between that is not among the names that are kept, or a nickname in marks.
    at = begun.last.last + 1;
    if (at + 1 < tokens.size() && tokens[at].isNameLike && tokens[at].isNearPrevious &&
        tokens[at + 1].isNearPrevious && !tokens[at].isBehindComma && !tokens[at + 1].isBehindComma &&
        !begun.last.isInitial)
        next.push_back(at + 1);
    for (const size_t start : next) {
        DTP_TRY(words, wordsAt(begun.text, tokens, start));
        for (Word& word : words) {
            Begun further = begun;
            further.needsExact = begun.needsExact || word.isSmall;
            further.words += word.isInitial ? 0 : 1;
            further.initials += word.isInitial ? 1 : 0;
            for (const WordForms& need : word.needs) {
                further.allEveryday = further.allEveryday && isEverydayWord(need.front());
                const bool isThere = std::any_of(begun.needs.begin(), begun.needs.end(),
                                                 [&](const WordForms& other) { return shareForm(need, other); });
                if (isThere && !word.isInitial)
                    further.needsExact = true; // "Sok Sok": the words alone do not say that it is there twice
                else if (!isThere)
                    further.needs.push_back(need);
            }
            further.last = std::move(word);
            DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith(further.needs));
            if (people->empty())
                continue;
            const std::vector<qint64> found = *people;
            DTP_CHECK(keep(further, found, chains));
            DTP_CHECK(goOn(further, chains));
        }
    }
    return {};
}

// "Ms Sok": whoever has that name.
Result<> NameChains::behindTitle(const QString& text, const std::vector<NameToken>& tokens, size_t title,
                                 std::vector<Chain>& chains)
{
    const size_t at = title + 1;
    if (at >= tokens.size() || !tokens[at].joinsPrevious || !tokens[at].isNameLike || tokens[at].isBehindComma)
        return {};
    DTP_TRY(words, wordsAt(text, tokens, at));
    for (const Word& word : words) {
        if (word.isInitial)
            continue;
        DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith(word.needs));
        const qsizetype from = tokens[at].from;
        if (!people->empty())
            chains.push_back({from, tokens[word.last].to - from, *people, false});
    }
    return {};
}

// Whether the word and one of the chain's are a name; then it is a chain of its own.
Result<bool> NameChains::sharesWith(const QString& text, const std::vector<NameToken>& tokens, size_t at,
                                    const Chain& chain, std::vector<Chain>& chains)
{
    const NameToken& token = tokens[at];
    const auto isWithin = [&](const Chain& other) {
        return other.from < token.to && token.from < other.from + other.length;
    };
    if (!token.isNameLike || token.isTitle || token.size() < 2 || std::any_of(chains.begin(), chains.end(), isWithin))
        return false;
    const WordForms forms = NameWords::formsOf(wordOf(text, token));
    DTP_TRY(isKnown, m_lookUps.vocabulary().knows(forms));
    if (!isKnown || isEverydayWord(forms.front()))
        return false;
    for (const NameToken& shared : tokens) {
        if (shared.from < chain.from || shared.to > chain.from + chain.length || shared.size() < 2)
            continue;
        const WordForms other = NameWords::formsOf(wordOf(text, shared));
        if (other.isEmpty() || shareForm(forms, other))
            continue;
        DTP_TRY(people, m_lookUps.vocabulary().index().peopleWith({forms, other}));
        if (people->empty())
            continue;
        chains.push_back({token.from, token.size(), *people, false});
        return true;
    }
    return false;
}

Result<> NameChains::besideNames(const QString& text, const std::vector<NameToken>& tokens, std::vector<Chain>& chains)
{
    const std::vector<Chain> names = chains;
    for (const Chain& name : names) {
        for (const bool isLeft : {true, false}) {
            const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const NameToken& token) {
                return isLeft ? token.from >= name.from : token.to >= name.from + name.length;
            });
            std::optional<size_t> at =
                nextOfList(text, tokens, static_cast<size_t>(std::distance(tokens.begin(), first)), isLeft);
            while (at) {
                DTP_TRY(isShared, sharesWith(text, tokens, *at, name, chains));
                at = isShared ? nextOfList(text, tokens, *at, isLeft) : std::nullopt;
            }
        }
    }
    return {};
}

Result<std::vector<NameChains::Chain>> NameChains::in(const QString& text, const std::vector<NameToken>& tokens)
{
    std::vector<Chain> chains;
    for (size_t first = 0; first < tokens.size(); ++first) {
        if (tokens[first].isTitle && tokens[first].isNameLike)
            DTP_CHECK(behindTitle(text, tokens, first, chains));
        if (first + 1 == tokens.size() || !(tokens[first + 1].isNearPrevious || tokens[first + 1].isGlued))
            continue;
        DTP_TRY(words, wordsAt(text, tokens, first));
        for (Word& word : words) {
            Begun begun{text, tokens};
            begun.first = first;
            begun.needs = word.needs;
            begun.words = word.isInitial ? 0 : 1;
            begun.initials = word.isInitial ? 1 : 0;
            begun.needsExact = word.isSmall;
            begun.allEveryday = isEverydayWord(word.needs.front().front());
            begun.last = std::move(word);
            DTP_CHECK(goOn(begun, chains));
        }
    }
    DTP_CHECK(besideNames(text, tokens, chains));
    return chains;
}

Result<bool> NameChains::isNameOf(const QString& text, qint64 person)
{
    bool hasWord = false;
    for (const NameToken& token : nameTokensOf(text, true)) {
        const WordForms forms = NameWords::formsOf(wordOf(text, token));
        if (forms.isEmpty())
            continue;
        DTP_TRY(isTheirs, m_lookUps.vocabulary().index().isWordOf(forms, person));
        hasWord = hasWord || isTheirs;
        const bool isAside = token.isTitle || token.isParticle || token.size() == 1;
        if (!isTheirs && !isAside)
            return false;
    }
    return hasWord;
}

} // namespace dtp
