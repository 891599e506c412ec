// SPDX-License-Identifier: GPL-3.0-or-later
#include <matching/person_match.h>

#include <base/text.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
const QSet<QString>& titleWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> all;
        const QStringList list =
            QStringLiteral("dr mr mrs ms miss mx prof professor fr father sr sister br brother rev reverend "
                           "hon honourable honorable sir madam madame mdm atty attorney adv advocate eng "
                           "datuk dato datin phd esq bro sis")
                .split(QLatin1Char(' '));
        for (const QString& word : list)
            all.insert(word);
        return all;
    }();
    return words;
}

// Each word of the shorter one stands for another word of the longer one: equal, or as its initial. At least one whole
// word agrees, and the shorter one has two words or more: "Maria" alone says too little.
NameSimilarity similarityOf(const QStringList& shorter, QStringList longer)
{
    if (shorter.size() < 2)
        return NameSimilarity::Different;
    int whole = 0;
    QStringList initials;
    for (const QString& word : shorter) {
        if (word.size() > 1 && longer.removeOne(word))
            ++whole;
        else
            initials.append(word);
    }
    for (const QString& word : initials) {
        const auto fits = [&word](const QString& other) {
            return word.size() == 1 ? other.startsWith(word) : other.size() == 1 && word.startsWith(other);
        };
        const auto found = std::find_if(longer.begin(), longer.end(), fits);
        if (found == longer.end())
            return NameSimilarity::Different;
        longer.erase(found);
    }
    if (whole == 0)
        return NameSimilarity::Different;
    return whole == 1 && !initials.isEmpty() ? NameSimilarity::Initials : NameSimilarity::Compatible;
}

// The letters of all words, as a text that does not know where words begin: "nurhaliza" is "nur haliza".
QString lettersOf(const QStringList& words)
{
    QString letters = words.join(QString());
    std::sort(letters.begin(), letters.end());
    return letters;
}

bool isWrittenTogether(const QStringList& a, const QStringList& b)
{
    const QStringList& fewer = a.size() < b.size() ? a : b;
    QStringList more = a.size() < b.size() ? b : a;
    if (fewer.isEmpty() || fewer.size() == more.size() || lettersOf(a) != lettersOf(b))
        return false;
    // What is left when equal words are taken away must be one word that the others add up to.
    QStringList left;
    for (const QString& word : fewer) {
        if (!more.removeOne(word))
            left.append(word);
    }
    if (left.size() != 1 || more.size() != 2)
        return false;
    return left.first() == QString(more.at(0) + more.at(1)) || left.first() == QString(more.at(1) + more.at(0));
}
} // namespace

NameKey nameKey(const QString& name)
{
    const QStringList words = wordsOf(foldToLatin(name));
    NameKey key;
    key.words.reserve(words.size());
    for (const QString& word : words) {
        if (!titleWords().contains(word))
            key.words.append(word);
    }
    // A name that is made of titles only is a name all the same.
    if (key.words.isEmpty())
        key.words = words;
    std::sort(key.words.begin(), key.words.end());
    return key;
}

NameSimilarity compareNames(const NameKey& a, const NameKey& b)
{
    if (a.isEmpty() || b.isEmpty())
        return NameSimilarity::Different;
    if (a.words == b.words || isWrittenTogether(a.words, b.words))
        return NameSimilarity::Same;
    const bool aIsShorter = a.words.size() <= b.words.size();
    return similarityOf(aIsShorter ? a.words : b.words, aIsShorter ? b.words : a.words);
}

NameSimilarity compareNames(const std::vector<NameKey>& a, const std::vector<NameKey>& b)
{
    NameSimilarity best = NameSimilarity::Different;
    for (const NameKey& one : a) {
        for (const NameKey& other : b)
            best = std::max(best, compareNames(one, other));
    }
    return best;
}

QString emailKey(const QString& address)
{
    return address.trimmed().toLower();
}

} // namespace dtp
