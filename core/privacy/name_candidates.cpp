// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/name_candidates.h>

#include <base/text.h>
#include <privacy/common_words.h>
#include <records/countries.h>
#include <records/vocabulary.h>
#include <storage/bulk_reader.h>

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestAcronym = 6;
constexpr qsizetype shortestAlone = 3; // letters of a name of one word
constexpr qsizetype shortestInCapitals = 3;

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
// "PLOMB", though not "OHCHR".
bool canBeSpoken(const QString& folded)
{
    return !isAcronym(folded) &&
           std::any_of(folded.begin(), folded.end(), [](QChar c) { return QStringView(u"aeiouy").contains(c); });
}

// What stands between two names of a list.
bool isListSign(QStringView between)
{
    static const QSet<QString> signs{QStringLiteral(","), QStringLiteral(";"),     QStringLiteral("/"),
                                     QStringLiteral("&"), QStringLiteral("and"),   QStringLiteral("or"),
                                     QStringLiteral("|"), QStringLiteral(", and"), QStringLiteral("with")};
    return signs.contains(between.trimmed().toString());
}

// Addresses, names of files, "@zerubina": from and to.
NameCandidates::Stretches addressesIn(const QString& text)
{
    NameCandidates::Stretches found;
    const auto isSpace = [&](qsizetype i) { return text.at(i).isSpace(); };
    for (qsizetype from = 0, to = 0; from < text.size(); from = to + 1) {
        to = from;
        bool isAddress = false;
        for (; to < text.size() && !isSpace(to); ++to) {
            const bool isInside = to > from && to + 1 < text.size() && text.at(to + 1).isLetterOrNumber();
            isAddress = isAddress || QStringView(u"@#_\\").contains(text.at(to)) ||
                        (isInside && text.at(to) == u'.' && text.at(to - 1).isLetterOrNumber()) ||
                        (isInside && text.at(to) == u'/' && text.at(to - 1) == u'/');
        }
        if (isAddress)
            found.emplace_back(from, to);
    }
    return found;
}
} // namespace

NameCandidates::NameCandidates(const Store& store)
    : m_names(store), m_scanner(store, [](qint64) { return true; }), m_common(commonWords())
{
    for (int month = 1; month <= 12; ++month) {
        addWords(QLocale(QLocale::English).monthName(month), m_known);
        addWords(QLocale(QLocale::English).monthName(month, QLocale::ShortFormat), m_known);
    }
    for (int day = 1; day <= 7; ++day)
        addWords(QLocale(QLocale::English).dayName(day), m_known);
    for (const Country& country : countries()) {
        addWords(country.name, m_known);
        addWords(country.region, m_known);
        for (const QString& spelling : country.spellings)
            addWords(spelling, m_known);
    }
    for (const QString& name : builtInVocabularies()) {
        for (const VocabularyTerm& term : store.vocabulary(name).terms()) {
            addWords(term.label, m_common);
            for (const QString& spelling : term.spellings)
                addWords(spelling, m_common);
        }
    }
    addTitle(store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program")), false);
}

// The titles of workshops and sessions say who comes to them, and exempt nothing.
Result<std::unique_ptr<NameCandidates>> NameCandidates::read(const Store& store)
{
    std::unique_ptr<NameCandidates> made(new NameCandidates(store));
    const std::vector<std::pair<Entity, std::vector<const char*>>> things{
        {Entity::Organisation, {"place", "name", "short_name"}},
        {Entity::ProgramSeries, {"name", "short_name"}},
        {Entity::ProgramEdition, {"place", "title"}},
        {Entity::Network, {"name"}},
        {Entity::Workshop, {"place", "venue"}}};
    for (const auto& [entity, fields] : things) {
        DTP_CHECK(readBulk(store, {.entity = entity, .fields = fields}, [&](const BulkRow& row) {
            for (int i = 0; i < static_cast<int>(fields.size()); ++i) {
                if (qstrcmp(fields[static_cast<size_t>(i)], "place") == 0)
                    made->addPlace(row.text(i));
                else
                    made->addTitle(row.text(i), false);
            }
        }));
    }
    return made;
}

void NameCandidates::addWords(const QString& words, QSet<QString>& set)
{
    for (const QString& word : wordsOf(foldText(words)))
        set.insert(word);
}

void NameCandidates::addTitle(const QString& title, bool isPlace)
{
    QStringList words;
    for (const NameToken& token : nameTokensOf(title, true))
        words.append(foldedWord(title, token));
    if (words.isEmpty())
        return;
    bool& place = m_titles[words.join(u' ')];
    place = place || isPlace;
    qsizetype& longest = m_longest[words.front()];
    longest = std::max(longest, words.size());
}

// "Siem Reap Province, Cambodia" is also called "Siem Reap".
void NameCandidates::addPlace(const QString& place)
{
    static const QRegularExpression signs(QStringLiteral("[,;/()|]"));
    for (const QString& part : place.split(signs, Qt::SkipEmptyParts)) {
        addTitle(part, true);
        const QString shorter = part.trimmed().section(u' ', 0, -2);
        if (!shorter.isEmpty() && isWordOfOrganisations(foldText(part.trimmed().section(u' ', -1))))
            addTitle(shorter, true);
    }
}

void NameCandidates::findTitles(const QString& text, const std::vector<NameToken>& tokens)
{
    m_inTitle.assign(tokens.size(), InTitle::No);
    for (size_t first = 0; first < tokens.size(); ++first) {
        QString words = foldedWord(text, tokens[first]);
        const auto longest = static_cast<size_t>(m_longest.value(words, 0));
        size_t behind = first; // the longest title that stands here
        for (size_t next = first; next < std::min(tokens.size(), first + longest); ++next) {
            if (next > first)
                words += u' ' + foldedWord(text, tokens[next]);
            const auto title = m_titles.constFind(words);
            if (title == m_titles.constEnd())
                continue;
            behind = next + 1;
            m_inTitle[first] = next > first ? InTitle::Several : *title ? InTitle::Place : InTitle::Alone;
        }
        if (behind > first + 1) {
            std::fill(m_inTitle.begin() + static_cast<qsizetype>(first),
                      m_inTitle.begin() + static_cast<qsizetype>(behind), InTitle::Several);
            first = behind - 1;
        }
    }
}

void NameCandidates::learn(const QString& text, bool isHeading, const Stretches& links)
{
    Stretches silent = addressesIn(text);
    silent.insert(silent.end(), links.begin(), links.end());
    const auto isSilent = [&](const NameToken& token) {
        return std::any_of(silent.begin(), silent.end(), [&](const auto& stretch) {
            return token.from < stretch.second && stretch.first < token.to;
        });
    };
    for (const NameToken& token : nameTokensOf(text, true)) {
        if (!token.isNameLike && text.at(token.from).isLower()) {
            if (!isSilent(token))
                m_small.insert(foldedWord(text, token));
        } else if (!isHeading && isLetterOfCase(text.at(token.from)) && !beginsSentence(text, token.from)) {
            m_inside.insert(foldedWord(text, token));
        }
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
    const auto isIn = [&](const QSet<QString>& words) {
        return words.contains(folded) || (folded.endsWith(u's') && words.contains(folded.chopped(1)));
    };
    Word word = Word::Unknown;
    if (std::any_of(written.begin(), written.end(), [](QChar c) { return c.isDigit(); })) {
        word = Word::Known;
    } else if (token.size() == 1) {
        word = written == QLatin1String("I") || written == QLatin1String("A") ? Word::Known : Word::Initial;
    } else if (isWordOfOrganisations(folded)) {
        word = Word::Organisation;
    } else if (isFunctionWord(folded) || isIn(m_known)) {
        word = Word::Known;
    } else if (isIn(m_common)) {
        word = Word::Common;
    } else {
        DTP_TRY(isOfPerson, m_names.knows(NameWords::formsOf(written)));
        if (isOfPerson && !isEverydayWord(folded))
            word = Word::OfPerson;
        else if (isIn(m_small) || isFormedLikeAWord(folded))
            word = Word::Common;
        else if (token.isCapitals && token.size() <= longestAcronym)
            word = Word::Short;
    }
    m_words.insert(written, word);
    return word;
}

Result<std::vector<NameCandidates::Word>> NameCandidates::wordsOfGroup(const Group& group)
{
    std::vector<Word> words;
    for (size_t i = group.first; i <= group.last; ++i) {
        const NameToken& token = group.tokens[i];
        DTP_TRY(word, token.isParticle && !token.isNameLike ? Result<Word>(Word::Initial) : wordOf(group.text, token));
        const bool isExempt = m_inTitle[i] == InTitle::Several || m_inTitle[i] == InTitle::Place ||
                              (m_inTitle[i] == InTitle::Alone && word != Word::OfPerson);
        words.push_back(isExempt ? Word::Known : word);
    }
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
        if (m_inTitle[group.first + i] != InTitle::Alone || read[i] != Word::Known)
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
    return Judged{Found{start, group.tokens[group.first + to - 1].to - start, isLikely}, isLeftOut};
}

Result<std::vector<NameCandidates::Found>> NameCandidates::candidatesIn(const QString& text, bool isHeading)
{
    std::vector<Found> found;
    const std::vector<NameToken> tokens = nameTokensOf(text, true);
    findTitles(text, tokens);
    const auto begins = [&](const NameToken& token) {
        return token.isNameLike && isLetterOfCase(text.at(token.from));
    };
    std::optional<Found> before; // the first of its sentence, and left out so far
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
        DTP_TRY(judged, judge({text, tokens, first, last, isHeading, beginsSentence(text, tokens[first].from)}));
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
    return found;
}

Result<std::vector<NameCandidates::Found>> NameCandidates::in(const QString& text, bool isHeading)
{
    DTP_TRY(found, candidatesIn(text, isHeading));
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
