// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/name_cover.h>

#include <base/scripts.h>
#include <base/text.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestGap = 3; // signs between two words of a name: "Sok, Dara"
constexpr qsizetype shortestNumber = 6;

bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

QString pairKey(const QString& first, const QString& second)
{
    return first + QLatin1Char(' ') + second;
}

QString withoutSpaces(const QString& name)
{
    QString all;
    for (const QChar c : name) {
        if (!c.isSpace())
            all += c;
    }
    return all;
}
} // namespace

void NameCover::clear()
{
    *this = NameCover();
}

std::vector<NameCover::Word> NameCover::wordsIn(const QString& text)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        if (!isInWord(text[at])) {
            ++at;
            continue;
        }
        const qsizetype from = at;
        while (at < text.size() && isInWord(text[at]))
            ++at;
        words.push_back({from, at - from, foldText(text.mid(from, at - from))});
    }
    return words;
}

// A person may be told again, under another word in its place.
void NameCover::put(Table& table, const QString& key, const QStringList& words, qint64 person, const QString& instead)
{
    QStringList& keys = m_keys[person];
    if (!keys.contains(key))
        keys.append(key);
    std::vector<Phrase>& there = table[key];
    auto phrase =
        std::find_if(there.begin(), there.end(), [&words](const Phrase& known) { return known.words == words; });
    if (phrase == there.end())
        phrase = there.insert(there.end(), {words, {}});
    phrase->called[person] = instead;
}

void NameCover::addSingle(qint64 person, const QString& word, const QString& instead)
{
    if (word.size() >= 2)
        put(m_singles, word, {word}, person, instead);
}

// In which words a name may stand in a text; none of a name of one word.
QList<QStringList> NameCover::phrasesOf(const QString& given, const QString& family)
{
    const auto folded = [](const QString& name) {
        QStringList words;
        for (const Word& word : wordsIn(name))
            words.append(word.folded);
        return words;
    };
    const QStringList first = folded(given);
    const QStringList last = folded(family);
    if (first.isEmpty() || last.isEmpty())
        return (first + last).size() > 1 ? QList<QStringList>{first + last} : QList<QStringList>();
    const QStringList initial(first.front().left(1));
    QList<QStringList> all{first + last, last + first, initial + last, last + initial};
    if (first.size() > 1 || last.size() > 1) {
        const QStringList called(first.front());
        const QStringList ofFamily(last.back());
        all << called + last << last + called << first + ofFamily << called + ofFamily;
    }
    return all;
}

void NameCover::addName(qint64 person, const QString& given, const QString& family, const QString& instead)
{
    if (wordsIn(given).empty() || wordsIn(family).empty())
        return addOther(person, wordsIn(given).empty() ? family : given, instead);
    for (const QStringList& words : phrasesOf(given, family))
        put(m_phrases, pairKey(words[0], words[1]), words, person, instead);
    if (isOfUnbrokenScript(given.front()) || isOfUnbrokenScript(family.front()))
        addOther(person, given + QLatin1Char(' ') + family, instead);
}

void NameCover::addNamesake(qint64 person, const QString& given, const QString& family)
{
    const auto isShared = [this](const QString& name) {
        const std::vector<Word> words = wordsIn(name);
        return std::any_of(words.begin(), words.end(),
                           [&](const Word& word) { return m_singles.contains(name.mid(word.from, word.length)); });
    };
    if (!isShared(given) && !isShared(family))
        return;
    for (const QStringList& words : phrasesOf(given, family))
        put(m_namesakes, pairKey(words[0], words[1]), words, person, {});
}

QStringList NameCover::singles() const
{
    return m_singles.keys();
}

void NameCover::addOther(qint64 person, const QString& name, const QString& instead)
{
    if (std::any_of(name.begin(), name.end(), isOfUnbrokenScript)) {
        if (const QString signs = withoutSpaces(name); signs.size() >= 2)
            put(m_unbroken, signs.left(2), {signs}, person, instead);
        return;
    }
    const std::vector<Word> words = wordsIn(name);
    if (words.size() == 1)
        return addSingle(person, name.mid(words.front().from, words.front().length), instead);
    for (const QStringList& all : phrasesOf(name, {}))
        put(m_phrases, pairKey(all[0], all[1]), all, person, instead);
}

void NameCover::addContact(qint64 person, const QString& value, const QString& instead)
{
    const auto digits = std::count_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    if (value.contains(QLatin1Char('@')) || digits >= shortestNumber) // not "ask the office"
        addOther(person, value, instead);
}

void NameCover::remove(qint64 person)
{
    for (const QString& key : m_keys.take(person)) {
        for (Table* table : {&m_phrases, &m_namesakes, &m_singles, &m_unbroken}) {
            const auto found = table->find(key);
            if (found == table->end())
                continue;
            for (Phrase& phrase : *found)
                phrase.called.erase(person);
            std::erase_if(*found, [](const Phrase& phrase) { return phrase.called.empty(); });
            if (found->empty())
                table->erase(found);
        }
    }
}

// Of the text from this word on, which the phrase would take; 0: it does not stand there.
qsizetype NameCover::lengthAt(const Phrase& phrase, const std::vector<Word>& words, size_t at)
{
    const auto count = static_cast<size_t>(phrase.words.size());
    if (at + count > words.size())
        return 0;
    for (size_t i = 0; i < count; ++i) {
        const Word& word = words[at + i];
        if (word.folded != phrase.words[static_cast<qsizetype>(i)] ||
            (i > 0 && word.from - words[at + i - 1].from - words[at + i - 1].length > longestGap))
            return 0;
    }
    const Word& last = words[at + count - 1];
    return last.from + last.length - words[at].from;
}

qsizetype NameCover::namesakeAt(const std::vector<Word>& words, size_t at) const
{
    qsizetype longest = 0;
    if (m_namesakes.isEmpty() || at + 1 >= words.size())
        return longest;
    const auto found = m_namesakes.constFind(pairKey(words[at].folded, words[at + 1].folded));
    if (found == m_namesakes.constEnd())
        return longest;
    for (const Phrase& phrase : *found)
        longest = std::max(longest, lengthAt(phrase, words, at));
    return longest;
}

// The longest that begins with this word. isNamesake: a single name is none here.
NameCover::Hit NameCover::phraseAt(const QString& text, const std::vector<Word>& words, size_t at,
                                   bool isNamesake) const
{
    Hit hit;
    const Word& first = words[at];
    const auto single = isNamesake ? m_singles.constEnd() : m_singles.constFind(text.mid(first.from, first.length));
    if (single != m_singles.constEnd() && !single->empty())
        hit = {first.length, single->front().instead()};
    if (at + 1 >= words.size())
        return hit;
    const auto found = m_phrases.constFind(pairKey(first.folded, words[at + 1].folded));
    if (found == m_phrases.constEnd())
        return hit;
    for (const Phrase& phrase : *found) {
        if (const qsizetype length = lengthAt(phrase, words, at); length > hit.length)
            hit = {length, phrase.instead()};
    }
    return hit;
}

NameCover::Hit NameCover::unbrokenAt(const QString& text, qsizetype from) const
{
    Hit hit;
    if (m_unbroken.isEmpty() || !isOfUnbrokenScript(text[from]))
        return hit;
    qsizetype second = from + 1;
    while (second < text.size() && text[second].isSpace())
        ++second;
    if (second >= text.size())
        return hit;
    const auto found = m_unbroken.constFind(QString(text[from]) + text[second]);
    if (found == m_unbroken.constEnd())
        return hit;
    for (const Phrase& phrase : *found) {
        const QString& signs = phrase.words.front();
        qsizetype at = from;
        qsizetype next = 0;
        while (at < text.size() && next < signs.size() && (text[at] == signs[next] || text[at].isSpace())) {
            next += text[at].isSpace() ? 0 : 1;
            ++at;
        }
        if (next == signs.size() && at - from > hit.length)
            hit = {at - from, phrase.instead()};
    }
    return hit;
}

QString NameCover::covered(const QString& text) const
{
    if (m_keys.isEmpty() || text.isEmpty())
        return text;
    const std::vector<Word> words = wordsIn(text);
    QString result;
    qsizetype done = 0;
    qsizetype named = 0; // up to here stands the name of somebody who may be named
    const auto replace = [&](qsizetype from, const Hit& hit) {
        result += text.mid(done, from - done) + hit.instead;
        done = from + hit.length;
    };
    for (size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        named = std::max(named, word.from + namesakeAt(words, i));
        if (word.from < done)
            continue;
        if (const Hit hit = phraseAt(text, words, i, word.from < named); hit.length > 0) {
            replace(word.from, hit);
            continue;
        }
        for (qsizetype at = word.from; at < word.from + word.length; ++at) {
            if (at < done)
                continue;
            if (const Hit hit = unbrokenAt(text, at); hit.length > 0)
                replace(at, hit);
        }
    }
    return done == 0 ? text : QString(result + text.mid(done));
}

} // namespace dtp
