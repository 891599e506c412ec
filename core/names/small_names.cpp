// SPDX-License-Identifier: GPL-3.0-or-later
// What NameCandidates makes of words in small letters: what they say about others, and names among them.
#include <names/name_candidates.h>

#include <base/text.h>
#include <names/text_places.h>
#include <words/common_words.h>
#include <words/text_reading.h>

#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

void NameCandidates::learn(const QString& text, bool isHeading, const Stretches& links)
{
    learnSmall(text, links);
    const TextReading reading(text);
    const std::vector<NameToken> tokens = nameTokensOf(reading.text(), true);
    m_runs.learnCapitals(reading.text(), tokens);
    if (isHeading)
        return;
    // A small word that is only read so, as of a path, says nothing.
    for (const NameToken& token : tokens) {
        const bool isCapital = token.isNameLike && !reading.text().at(token.from).isLower() &&
                               reading.text().at(token.from).toLower() != reading.text().at(token.from);
        if (isCapital && !beginsSentence(reading.text(), token.from))
            m_inside.insert(foldedWord(reading.text(), token));
    }
}

void NameCandidates::learnSmall(const QString& text, const Stretches& links)
{
    Stretches silent = addressesIn(text);
    silent.insert(silent.end(), links.begin(), links.end());
    const auto isSilent = [&](const NameToken& token) {
        return std::any_of(silent.begin(), silent.end(), [&](const auto& stretch) {
            return token.from < stretch.second && stretch.first < token.to;
        });
    };
    QString before; // where it is small as well, and hangs together with the next
    for (const NameToken& token : nameTokensOf(text, true)) {
        const bool isSmall = !token.isNameLike && text.at(token.from).isLower() && !isSilent(token);
        const QString word = isSmall ? foldedWord(text, token) : QString();
        if (isSmall)
            m_small.insert(word);
        if (isSmall && !before.isEmpty() && token.joinsPrevious)
            m_runs.addSmall(before, word);
        before = word;
    }
}

void NameCandidates::forget()
{
    m_small.clear();
    m_inside.clear();
    m_runs.clear();
}

// What stands in small letters as well is a word of the language: not behind a title, not beside another word that may
// be a name, and not where its small letters are those of the same name.
void NameCandidates::excuseSmall(const Group& group, std::vector<Word>& words)
{
    const std::vector<Word> before = words;
    const auto mayBeName = [&](size_t at) {
        return before[at] == Word::Unknown || before[at] == Word::OfPerson || before[at] == Word::Initial;
    };
    for (size_t i = 0; i < words.size(); ++i) {
        const bool mayBeOfText = before[i] == Word::Unknown || before[i] == Word::Short;
        if (!mayBeOfText || (i > 0 && before[i - 1] == Word::Title))
            continue;
        const bool isBeside = (i > 0 && mayBeName(i - 1)) || (i + 1 < words.size() && mayBeName(i + 1));
        if (isBeside && !group.isHeading)
            continue;
        const QString folded = foldedWord(group.text, group.tokens[group.first + i]);
        if (LanguageWords::isIn(m_small, folded) && !m_runs.hasWord(folded))
            words[i] = Word::Common;
    }
}

// "ms zebulon", "quaxley"; what is short may be a word of any language, and is asked of those who may not be named,
// where no noun stands: "budi left", though not "the budi".
Result<bool> NameCandidates::isSmallName(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    constexpr qsizetype shortest = 3;
    constexpr qsizetype shortestOfAnybody = 5;
    const NameToken& token = tokens[at];
    const bool hasTitle = at > 0 && token.joinsPrevious && tokens[at - 1].isTitle;
    if (token.isTitle || token.isParticle || token.size() < shortest)
        return false;
    DTP_TRY(word, wordByItself(text, token));
    if (word != Word::OfPerson)
        return false;
    const QString written = text.mid(token.from, token.size());
    DTP_TRY(isWhole,
            m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(written))); // "roses" are of nobody called Rose
    if (hasTitle || token.size() >= shortestOfAnybody)
        return isWhole ? Result<bool>(true) : hasJoinedName(written);
    const bool isBehindNumber = at > 0 && token.joinsPrevious && text.at(tokens[at - 1].from).isDigit(); // "5 min"
    const bool isNoun = isBehindNumber || isBehindArticle(text, tokens, at);
    return isWhole && !isNoun ? isOfUnnamed(text, token) : Result<bool>(false);
}

// "ZebulonQuaxley"
Result<bool> NameCandidates::hasJoinedName(const QString& written)
{
    constexpr qsizetype shortest = 4;
    qsizetype from = 0;
    for (qsizetype i = 1; i <= written.size(); ++i) {
        const bool ends = i == written.size() || (written.at(i).isUpper() && written.at(i - 1).isLower());
        if (!ends || (from == 0 && i == written.size()))
            continue;
        const QString part = written.mid(std::exchange(from, i), i - from);
        const QString folded = foldText(part);
        if (part.size() < shortest || isEverydayWord(folded) || LanguageWords::isIn(commonWords(), folded) ||
            LanguageWords::isIn(m_language.known, folded) || isWordOfOrganisations(folded))
            continue;
        DTP_TRY(isOfPerson, m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(part)));
        if (isOfPerson)
            return true;
    }
    return false;
}

// "zebulonquaxley", of an address of the web.
Result<bool> NameCandidates::isTwoNames(const QString& folded)
{
    constexpr qsizetype shortest = 4;
    constexpr qsizetype longest = 40;
    if (folded.size() > longest)
        return false;
    for (qsizetype i = shortest; i + shortest <= folded.size(); ++i) {
        DTP_TRY(first, m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(folded.left(i))));
        if (!first || LanguageWords::isIn(commonWords(), folded.left(i)))
            continue;
        DTP_TRY(second, m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(folded.mid(i))));
        if (second && !LanguageWords::isIn(commonWords(), folded.mid(i)))
            return true;
    }
    return false;
}

// In an address of the web a name is asked with all of the address: half of one leads nowhere.
Result<> NameCandidates::addInAddresses(const QString& text, std::vector<Found>& found)
{
    if (!text.contains(QLatin1String("://")) && !text.contains(QLatin1String("www."), Qt::CaseInsensitive))
        return {};
    static const QRegularExpression address(
        QStringLiteral("\\b(?:[a-z]{2,8}://|www\\.)[^\\s<>\"()\\[\\]]*[^\\s<>\"()\\[\\].,;:!?]"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto links = address.globalMatch(text); links.hasNext();) {
        const auto link = links.next();
        const qsizetype from = link.capturedStart();
        const qsizetype to = link.capturedEnd();
        const auto isWithin = [&](const Found& one) { return one.from < to && from < one.from + one.length; };
        bool isNamed = std::any_of(found.begin(), found.end(), isWithin);
        const QString whole = link.captured();
        for (const NameToken& token : nameTokensOf(whole, true)) {
            if (isNamed)
                break;
            DTP_TRY(isName, isTwoNames(foldedWord(whole, token)));
            isNamed = isName;
        }
        if (!isNamed)
            continue;
        std::erase_if(found, isWithin);
        const auto behind =
            std::find_if(found.begin(), found.end(), [&](const Found& one) { return one.from > from; });
        found.insert(behind, Found{from, to - from, true, true});
    }
    return {};
}

// What the gate left of a name: "[name withheld]xley", "[name withheld] An".
Result<bool> NameCandidates::isLeftBehind(const QString& text, const NameToken& token)
{
    constexpr qsizetype shortest = 2;
    static const QStringList placeholders{NameScanner::placeholder(), NameScanner::placeholderOfSeveral()};
    const QChar first = text.at(token.from);
    if (token.from == 0 || token.size() < shortest || first.toLower() == first.toUpper())
        return false;
    const bool isApart = text.at(token.from - 1) == u' ';
    const QStringView before = QStringView(text).left(token.from - (isApart ? 1 : 0));
    if (std::none_of(placeholders.begin(), placeholders.end(),
                     [&](const QString& one) { return before.endsWith(one); }))
        return false;
    if (!isApart)
        return true;
    return token.isNameLike && !token.isCapitals
               ? m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(text.mid(token.from, token.size())))
               : Result<bool>(false);
}

// From `at`, which is moved to the last of its words: "amina diallo" where "Amina Diallo" stands as well.
Result<std::optional<NameCandidates::Found>> NameCandidates::smallAt(const QString& text,
                                                                     const std::vector<NameToken>& tokens, size_t& at)
{
    const auto isSmall = [&](size_t i) { return text.at(tokens[i].from).isLower(); };
    const auto mayBeName = [&](size_t i) -> Result<bool> {
        DTP_TRY(word, wordByItself(text, tokens[i]));
        return word == Word::Unknown || word == Word::OfPerson;
    };
    if (!isSmall(at))
        return std::optional<Found>();
    DTP_TRY(isName, isSmallName(text, tokens, at));
    if (isName)
        return std::optional<Found>(Found{tokens[at].from, tokens[at].size(), true, true});
    if (m_runs.isEmpty())
        return std::optional<Found>();
    size_t last = at;
    QString before = foldedWord(text, tokens[at]);
    while (last + 1 < tokens.size() && tokens[last + 1].joinsPrevious && isSmall(last + 1)) {
        QString next = foldedWord(text, tokens[last + 1]);
        if (!m_runs.has(before, next))
            break;
        DTP_TRY(first, mayBeName(last));
        DTP_TRY(second, mayBeName(last + 1));
        if (!first || !second)
            break;
        before = std::move(next);
        ++last;
    }
    if (last == at)
        return std::optional<Found>();
    const qsizetype from = tokens[std::exchange(at, last)].from;
    return std::optional<Found>(Found{from, tokens[last].to - from, true, false});
}

} // namespace dtp
