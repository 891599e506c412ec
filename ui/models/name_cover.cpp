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
void NameCover::put(Table& table, const QString& name, qint64 person, const QString& instead)
{
    QStringList& names = m_keys[person];
    if (!names.contains(name))
        names.append(name);
    table.called[name][person] = instead;
}

void NameCover::putBegun(Table& table, const QString& begin, qsizetype length, const QString& name, qint64 person,
                         const QString& instead)
{
    put(table, name, person, instead);
    QList<qsizetype>& lengths = table.lengths[begin];
    if (!lengths.contains(length))
        lengths.append(length);
}

void NameCover::putWords(Table& table, const QStringList& words, qint64 person, const QString& instead)
{
    putBegun(table, pairKey(words[0], words[1]), words.size(), words.join(QLatin1Char(' ')), person, instead);
}

void NameCover::addSingle(qint64 person, const QString& word, const QString& instead)
{
    if (word.size() >= 2)
        put(m_singles, word, person, instead);
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
        putWords(m_phrases, words, person, instead);
    if (isOfUnbrokenScript(given.front()) || isOfUnbrokenScript(family.front()))
        addOther(person, given + QLatin1Char(' ') + family, instead);
}

void NameCover::addNamesake(qint64 person, const QString& given, const QString& family)
{
    const auto isShared = [this](const QString& name) {
        const std::vector<Word> words = wordsIn(name);
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return m_singles.called.contains(name.mid(word.from, word.length));
        });
    };
    if (!isShared(given) && !isShared(family))
        return;
    for (const QStringList& words : phrasesOf(given, family))
        putWords(m_namesakes, words, person, {});
}

QStringList NameCover::singles() const
{
    return m_singles.called.keys();
}

void NameCover::addOther(qint64 person, const QString& name, const QString& instead)
{
    if (std::any_of(name.begin(), name.end(), isOfUnbrokenScript)) {
        if (const QString signs = withoutSpaces(name); signs.size() >= 2)
            putBegun(m_unbroken, signs.left(2), signs.size(), signs, person, instead);
        return;
    }
    const std::vector<Word> words = wordsIn(name);
    if (words.size() == 1)
        return addSingle(person, name.mid(words.front().from, words.front().length), instead);
    for (const QStringList& all : phrasesOf(name, {}))
        putWords(m_phrases, all, person, instead);
}

void NameCover::addContact(qint64 person, const QString& value, const QString& instead)
{
    const auto digits = std::count_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    if (value.contains(QLatin1Char('@')) || digits >= shortestNumber) // not "ask the office"
        addOther(person, value, instead);
}

void NameCover::remove(qint64 person)
{
    for (const QString& name : m_keys.take(person)) {
        for (Table* table : {&m_phrases, &m_namesakes, &m_singles, &m_unbroken}) {
            const auto found = table->called.find(name);
            if (found == table->called.end())
                continue;
            found->erase(person);
            if (found->empty())
                table->called.erase(found);
        }
    }
}

// The longest name that begins with this word.
NameCover::Hit NameCover::longestAt(const Table& table, const std::vector<Word>& words, size_t at)
{
    Hit hit;
    if (table.called.isEmpty() || at + 1 >= words.size())
        return hit;
    const Word& first = words[at];
    const auto lengths = table.lengths.constFind(pairKey(first.folded, words[at + 1].folded));
    if (lengths == table.lengths.constEnd())
        return hit;
    const auto most = static_cast<size_t>(*std::max_element(lengths->begin(), lengths->end()));
    QString name = first.folded;
    for (size_t i = at + 1; i < words.size() && i - at < most; ++i) {
        const Word& before = words[i - 1];
        if (words[i].from - before.from - before.length > longestGap)
            break;
        name += QLatin1Char(' ') + words[i].folded;
        if (!lengths->contains(static_cast<qsizetype>(i - at + 1)))
            continue;
        if (const auto found = table.called.constFind(name); found != table.called.constEnd())
            hit = {words[i].from + words[i].length - first.from, found->begin()->second};
    }
    return hit;
}

// The longest that begins with this word. isNamesake: a single name is none here.
NameCover::Hit NameCover::phraseAt(const QString& text, const std::vector<Word>& words, size_t at,
                                   bool isNamesake) const
{
    if (const Hit hit = longestAt(m_phrases, words, at); hit.length > 0)
        return hit;
    const Word& first = words[at];
    const auto& singles = m_singles.called;
    const auto single = isNamesake ? singles.constEnd() : singles.constFind(text.mid(first.from, first.length));
    return single == singles.constEnd() ? Hit() : Hit{first.length, single->begin()->second};
}

NameCover::Hit NameCover::unbrokenAt(const QString& text, qsizetype from) const
{
    Hit hit;
    if (m_unbroken.called.isEmpty() || !isOfUnbrokenScript(text[from]))
        return hit;
    qsizetype second = from + 1;
    while (second < text.size() && text[second].isSpace())
        ++second;
    if (second >= text.size())
        return hit;
    const auto lengths = m_unbroken.lengths.constFind(QString(text[from]) + text[second]);
    if (lengths == m_unbroken.lengths.constEnd())
        return hit;
    const qsizetype most = *std::max_element(lengths->begin(), lengths->end());
    QString signs;
    for (qsizetype at = from; at < text.size() && signs.size() < most; ++at) {
        if (text[at].isSpace())
            continue;
        signs += text[at];
        if (!lengths->contains(signs.size()))
            continue;
        if (const auto found = m_unbroken.called.constFind(signs); found != m_unbroken.called.constEnd())
            hit = {at + 1 - from, found->begin()->second};
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
        named = std::max(named, word.from + longestAt(m_namesakes, words, i).length);
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
