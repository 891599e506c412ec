// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/name_candidates.h>

#include <base/text.h>
#include <privacy/common_words.h>
#include <records/countries.h>
#include <records/vocabulary.h>
#include <storage/bulk_reader.h>

#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestAcronym = 6;
constexpr qsizetype shortestAlone = 3; // letters of a name of one word

QString foldedWord(const QString& text, const NameToken& token)
{
    return wordsOf(foldText(text.mid(token.from, token.size()))).join(QString());
}

bool isLetterOfCase(QChar c)
{
    return c.isUpper() || c.isTitleCase();
}

// Whether a sentence, an item or a text begins with what stands at `at`.
bool beginsSentence(const QString& text, qsizetype at)
{
    qsizetype i = at - 1;
    while (i >= 0 && (text.at(i).isSpace() || QStringView(u"\"'“‘«([*_").contains(text.at(i)))) {
        if (text.at(i) == u'\n')
            return true;
        --i;
    }
    return i < 0 || QStringView(u".!?:;•–—…|/").contains(text.at(i));
}
} // namespace

NameCandidates::NameCandidates(const Store& store)
    : m_names(store), m_scanner(store, [](qint64) { return true; }), m_known(commonWords())
{
    for (int month = 1; month <= 12; ++month) {
        know(QLocale(QLocale::English).monthName(month));
        know(QLocale(QLocale::English).monthName(month, QLocale::ShortFormat));
    }
    for (int day = 1; day <= 7; ++day)
        know(QLocale(QLocale::English).dayName(day));
    for (const Country& country : countries()) {
        know(country.name);
        know(country.region);
        for (const QString& spelling : country.spellings)
            know(spelling);
    }
    for (const QString& name : builtInVocabularies()) {
        for (const VocabularyTerm& term : store.vocabulary(name).terms()) {
            know(term.label);
            for (const QString& spelling : term.spellings)
                know(spelling);
        }
    }
    know(store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program")));
}

Result<std::unique_ptr<NameCandidates>> NameCandidates::read(const Store& store)
{
    std::unique_ptr<NameCandidates> made(new NameCandidates(store));
    const std::vector<std::pair<Entity, std::vector<const char*>>> things{
        {Entity::Organisation, {"place", "name", "short_name"}},
        {Entity::ProgramSeries, {"name", "short_name"}},
        {Entity::ProgramEdition, {"place", "title"}},
        {Entity::Network, {"name"}},
        {Entity::Workshop, {"place", "venue", "title"}}};
    for (const auto& [entity, fields] : things) {
        DTP_CHECK(readBulk(store, {.entity = entity, .fields = fields}, [&](const BulkRow& row) {
            for (int i = 0; i < static_cast<int>(fields.size()); ++i)
                addWords(row.text(i),
                         qstrcmp(fields[static_cast<size_t>(i)], "place") == 0 ? made->m_known : made->m_things);
        }));
    }
    return made;
}

void NameCandidates::addWords(const QString& words, QSet<QString>& set)
{
    for (const QString& word : wordsOf(foldText(words)))
        set.insert(word);
}

void NameCandidates::learn(const QString& text, bool isHeading)
{
    for (const NameToken& token : nameTokensOf(text, true)) {
        if (!token.isNameLike && text.at(token.from).isLower())
            m_known.insert(foldedWord(text, token));
        else if (!isHeading && isLetterOfCase(text.at(token.from)) && !beginsSentence(text, token.from))
            m_inside.insert(foldedWord(text, token));
    }
}

Result<NameCandidates::Word> NameCandidates::wordOf(const QString& text, const NameToken& token)
{
    const QString written = text.mid(token.from, token.size());
    if (token.isTitle)
        return Word::Title;
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
    } else if (m_known.contains(folded) || (folded.endsWith(u's') && m_known.contains(folded.chopped(1))) ||
               isFormedLikeAWord(folded)) {
        word = Word::Known;
    } else {
        DTP_TRY(isOfPerson, m_names.knows(NameWords::formsOf(written)));
        if (isOfPerson && !isEverydayWord(folded))
            word = Word::OfPerson;
        else if (m_things.contains(folded))
            word = Word::Known;
        else if (token.isCapitals && token.size() <= longestAcronym)
            word = Word::Short;
    }
    m_words.insert(written, word);
    return word;
}

Result<> NameCandidates::judge(const QString& text, const std::vector<NameToken>& tokens, size_t first, size_t last,
                               bool isHeading, std::vector<Found>& found)
{
    std::vector<Word> words;
    for (size_t i = first; i <= last; ++i) {
        DTP_TRY(word,
                tokens[i].isParticle && !tokens[i].isNameLike ? Result<Word>(Word::Initial) : wordOf(text, tokens[i]));
        words.push_back(word);
    }
    const auto isAside = [](Word word) {
        return word == Word::Known || word == Word::Title || word == Word::Organisation || word == Word::Short;
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
        return {};
    const bool hasTitle = from > 0 && words[from - 1] == Word::Title;
    const bool isOfOrganisation = std::find(words.begin(), words.end(), Word::Organisation) != words.end();
    const bool isThing = isOfOrganisation &&
                         std::all_of(tokens.begin() + static_cast<qsizetype>(first + from),
                                     tokens.begin() + static_cast<qsizetype>(first + to), [&](const NameToken& token) {
                                         const QString word = foldedWord(text, token);
                                         return m_things.contains(word) || m_known.contains(word);
                                     });
    if (isThing || (isOfOrganisation && ofPeople == 0 && !hasTitle))
        return {};
    const bool isSeveral = names > 1 || count(Word::Initial) > 0;
    const bool isFirst = from == 0 && beginsSentence(text, tokens[first].from);
    if (!isSeveral && !hasTitle && ofPeople == 0) {
        const NameToken& alone = tokens[first + from];
        const bool speaks = last + 1 < tokens.size() && isWordOfSpeech(foldedWord(text, tokens[last + 1]));
        const bool isElsewhere = speaks || m_inside.contains(foldedWord(text, alone));
        if (((isFirst || isHeading) && !isElsewhere) || alone.size() < shortestAlone)
            return {};
    }
    if (isHeading && ofPeople == 0 && count(Word::Known) > 0)
        return {};
    const qsizetype start = tokens[first + from].from;
    found.push_back({start, tokens[first + to - 1].to - start, isSeveral || hasTitle || ofPeople > 0});
    return {};
}

Result<std::vector<NameCandidates::Found>> NameCandidates::in(const QString& text, bool isHeading)
{
    std::vector<Found> found;
    const std::vector<NameToken> tokens = nameTokensOf(text, true);
    const auto begins = [&](const NameToken& token) {
        return token.isNameLike && isLetterOfCase(text.at(token.from));
    };
    for (size_t first = 0; first < tokens.size(); ++first) {
        if (!begins(tokens[first]))
            continue;
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
        DTP_CHECK(judge(text, tokens, first, last, isHeading, found));
        first = last;
    }
    if (found.empty())
        return found;
    // Whole names of people in the file are the gate's to decide.
    DTP_TRY(whole, m_scanner.namesIn(text));
    std::erase_if(found, [&](const Found& one) {
        return std::any_of(whole.begin(), whole.end(), [&](const NameScanner::Found& name) {
            return one.from < name.from + name.length && name.from < one.from + one.length;
        });
    });
    return found;
}

Result<> NameCandidates::withhold(QString& text)
{
    const bool isTitle = !isSentence(text);
    learn(text, isTitle);
    DTP_TRY(found, in(text, isTitle));
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.from > b.from; });
    for (const Found& one : found) {
        if (one.isLikely || !isTitle)
            text.replace(one.from, one.length, NameScanner::placeholder());
    }
    return {};
}

} // namespace dtp
