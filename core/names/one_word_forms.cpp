// SPDX-License-Identifier: GPL-3.0-or-later
// How a name of one word may be written: with what languages hang on it, as one with others, in pieces; and a name of
// several words that is written as one.
#include <names/one_word_names.h>

#include <base/text.h>
#include <names/text_places.h>
#include <words/common_words.h>
#include <words/honorifics.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype shortestPart = 3;  // of a word that is several
constexpr qsizetype shortestWhole = 4; // letters of such a word

bool isOfEveryText(const QString& folded)
{
    return isFunctionWord(folded) || isEverydayWord(folded) || isFormedLikeAWord(folded) || isWordOfSpeech(folded) ||
           isWordOfOrganisations(folded) || LanguageWords::isIn(commonWords(), folded);
}

enum class Join { None, Hyphen, Space };

// What stands between two pieces: a hyphen of any kind, also at the end of a line, or room alone.
Join joinOf(QStringView between)
{
    static const QStringView hyphens = u"-\u2010\u2011\u2012\u2013\u2014\u00B7\u2043\u2212\uFE63\uFF0D";
    if (between.isEmpty() || between.trimmed().isEmpty())
        return between.isEmpty() ? Join::Hyphen : Join::Space;
    const bool isHyphen = hyphens.contains(between.front()) && between.mid(1).trimmed().isEmpty();
    return isHyphen ? Join::Hyphen : Join::None;
}

bool isPiece(const QString& text, const NameToken& token)
{
    const QStringView written = QStringView(text).mid(token.from, token.size());
    return !token.isHan && !token.isHangul &&
           std::all_of(written.begin(), written.end(), [](QChar c) { return c.isLetter() || c.isMark(); });
}
} // namespace

bool OneWordNames::isOneLetter(const QString& text, const NameToken& token)
{
    const QChar first = text.at(token.from);
    return token.size() == 1 && (first.toLower() != first.toUpper());
}

// "the Ayus", "Ayunya"
Result<OneWordNames::Name> OneWordNames::withoutEndings(Name whole)
{
    constexpr qsizetype shortestPlural = 4;
    if (whole.word.at(0).isUpper() && whole.word.size() >= shortestPlural &&
        whole.word.endsWith(u's', Qt::CaseInsensitive)) {
        DTP_TRY(people, peopleOf(whole.word.chopped(1)));
        whole.people = std::move(people);
    }
    // "Season" is not Sea and Son, and most words of a text are of this kind.
    if (isOfEveryText(wordsOf(foldText(whole.word)).join(QString())))
        return whole;
    DTP_TRY(isName, m_lookUps.vocabulary().knows(NameWords::formsOf(whole.word)));
    const QStringList stems = whole.people.empty() && !isName ? stemsOf(whole.word) : QStringList();
    for (const QString& stem : stems) {
        DTP_TRY(people, peopleOf(stem));
        if (!people.empty())
            return Name{whole.from, whole.length, stem, std::move(people), false, false};
    }
    if (whole.people.empty() && !isName)
        DTP_CHECK(addJoined(whole));
    if (!isName) {
        DTP_TRY(glued, peopleGlued(whole.word));
        whole.isWhole = !glued.empty();
        whole.isJoined = whole.isJoined || whole.isWhole;
        whole.people.insert(whole.people.end(), glued.begin(), glued.end());
    }
    return whole;
}

// Whoever has the pieces so far and those that the rest of the word can be cut into, each a word of their name.
Result<std::vector<qint64>> OneWordNames::peopleOfPieces(const QString& word, qsizetype from,
                                                         std::vector<WordForms>& pieces)
{
    constexpr qsizetype shortest = 2;
    constexpr size_t most = 6;
    if (from == word.size())
        return pieces.size() > 1 ? m_lookUps.vocabulary().index().peopleWith(pieces).map(
                                       [](const std::vector<qint64>* people) { return *people; })
                                 : Result<std::vector<qint64>>();
    for (qsizetype to = from + shortest; to <= word.size() && pieces.size() < most; ++to) {
        const WordForms forms = NameWords::formsOf(word.mid(from, to - from));
        const bool isThere = std::find(pieces.begin(), pieces.end(), forms) != pieces.end();
        DTP_TRY(isKnown, isThere ? Result<bool>(false) : m_lookUps.vocabulary().knows(forms));
        if (!isKnown)
            continue;
        pieces.push_back(forms);
        DTP_TRY(people, peopleOfPieces(word, to, pieces));
        pieces.pop_back();
        if (!people.empty())
            return people;
    }
    return std::vector<qint64>();
}

// "zawlinhtet" of Zaw Lin Htet, in any order: of whom it is several words.
Result<std::vector<qint64>> OneWordNames::peopleGlued(const QString& word)
{
    constexpr qsizetype shortest = 5;
    constexpr qsizetype longest = 40;
    std::vector<WordForms> pieces;
    return word.size() < shortest || word.size() > longest ? Result<std::vector<qint64>>()
                                                           : peopleOfPieces(word, 0, pieces);
}

// Who is called so by two words, in either order.
Result<> OneWordNames::addCalled(const QString& one, const QString& other, std::vector<qint64>& people)
{
    for (const QString& part : {one, other}) {
        DTP_TRY(isName, m_lookUps.vocabulary().knows(NameWords::formsOf(part)));
        if (!isName)
            return {};
    }
    for (const QString& name : {QString(one + u' ' + other), QString(other + u' ' + one)}) {
        DTP_TRY(called, m_lookUps.peopleCalled(name));
        people.insert(people.end(), called->begin(), called->end());
    }
    return {};
}

// "Suparmanayu"; "Darasok" of Dara Sok
Result<> OneWordNames::addJoined(Name& whole)
{
    constexpr qsizetype longest = 30;
    const qsizetype size = whole.word.size();
    for (qsizetype at = shortestPart; size <= longest && at + shortestPart <= size; ++at) {
        DTP_TRY(people, peopleOf(whole.word.left(at)));
        DTP_TRY(others, people.empty() ? std::vector<qint64>() : peopleOf(whole.word.mid(at)));
        if (others.empty())
            DTP_CHECK(addCalled(whole.word.left(at), whole.word.mid(at), others));
        if (others.empty())
            continue;
        whole.people = std::move(people);
        whole.people.insert(whole.people.end(), others.begin(), others.end());
        whole.isJoined = true;
        return {};
    }
    return {};
}

Result<OneWordNames::Name> OneWordNames::rememberedWithoutEndings(Name whole)
{
    constexpr qsizetype most = 100000; // words
    auto known = m_withoutEndings.constFind(whole.word);
    if (known == m_withoutEndings.constEnd()) {
        if (m_withoutEndings.size() >= most)
            m_withoutEndings.clear();
        DTP_TRY(name, withoutEndings(whole));
        known = m_withoutEndings.insert(whole.word, std::move(name));
    }
    return Name{whole.from, whole.length, known->word, known->people, known->isJoined, known->isWhole};
}

// Without digits on it ("Ayu2", "2Ayu"); of several that are written as one, all of it.
Result<OneWordNames::Name> OneWordNames::wordAt(const Text& text, size_t at)
{
    const NameToken& token = text.tokens[at];
    const QString written = text.text.mid(token.from, token.size());
    const auto parts = partsOf(written);
    if (isOneLetter(text.text, token) || parts.empty())
        return Name();
    const qsizetype begin = parts.front().first;
    const qsizetype end = parts.back().first + parts.back().second;
    Name whole{token.from + begin, end - begin, written.mid(begin, end - begin), {}, false, false};
    const QChar first = whole.word.at(0);
    if (!(first.isLetter() || first.isSurrogate()) || (begin > 0 && whole.length == 1))
        return Name();
    DTP_TRY(people, peopleOf(whole.word));
    whole.people = std::move(people);
    if (!whole.people.empty())
        return whole;
    if (parts.size() == 1)
        return rememberedWithoutEndings(std::move(whole));
    static const QSet<QString> beginnings{QStringLiteral("Mc"), QStringLiteral("Mac"), QStringLiteral("De"),
                                          QStringLiteral("Di"), QStringLiteral("Du"),  QStringLiteral("La"),
                                          QStringLiteral("Le"), QStringLiteral("Van"), QStringLiteral("Von")};
    if (beginnings.contains(written.mid(parts.front().first, parts.front().second)))
        return whole;
    whole.isJoined = true;
    for (const auto& [from, length] : parts) {
        DTP_TRY(called, length < shortestPart ? std::vector<qint64>() : peopleOf(written.mid(from, length)));
        if (!called.empty())
            whole.word = written.mid(from, length);
        whole.people.insert(whole.people.end(), called.begin(), called.end());
    }
    const auto& [last, size] = parts.back();
    if (whole.length >= shortestWhole)
        DTP_CHECK(addCalled(written.mid(begin, last - begin), written.mid(last, size), whole.people));
    DTP_TRY(glued, peopleGlued(written.mid(begin, end - begin)));
    whole.isWhole = !glued.empty();
    whole.people.insert(whole.people.end(), glued.begin(), glued.end());
    return whole;
}

// "Supar-man", "Su par man": of pieces with room between them one must be no word of the language.
Result<> OneWordNames::addBroken(Text& text, std::vector<Found>& found)
{
    constexpr size_t mostPieces = 4;
    constexpr qsizetype longest = 20;
    const std::vector<NameToken>& tokens = text.tokens;
    for (size_t first = 0; first < tokens.size(); ++first) {
        const bool isInSmall = text.text.at(tokens[first].from).isLower();
        QString whole = text.text.mid(tokens[first].from, tokens[first].size());
        bool hasRoom = false;
        for (size_t last = first + 1; last < std::min(tokens.size(), first + mostPieces); ++last) {
            const Join join =
                joinOf(QStringView(text.text).mid(tokens[last - 1].to, tokens[last].from - tokens[last - 1].to));
            hasRoom = hasRoom || join == Join::Space;
            if (join == Join::None || (hasRoom && isInSmall) || !isPiece(text.text, tokens[last - 1]) ||
                !isPiece(text.text, tokens[last]))
                break;
            whole += QStringView(text.text).mid(tokens[last].from, tokens[last].size());
            if (whole.size() < (hasRoom ? shortestWhole + 1 : shortestWhole) || whole.size() > longest)
                continue;
            DTP_TRY(people, peopleOf(whole));
            if (people.empty())
                continue;
            DTP_CHECK(prepare());
            const bool isOfLanguage = std::all_of(
                tokens.begin() + static_cast<qsizetype>(first), tokens.begin() + static_cast<qsizetype>(last + 1),
                [&](const NameToken& token) { return m_language->has(foldedWord(text.text, token)); });
            if (!(hasRoom && isOfLanguage))
                found.push_back({tokens[first].from, tokens[last].to - tokens[first].from, std::move(people),
                                 isOfLanguage || isInSmall, isInSmall, false});
        }
    }
    return {};
}

} // namespace dtp
