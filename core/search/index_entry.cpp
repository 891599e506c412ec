// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/index_entry.h>

#include <base/text.h>
#include <meaning/words.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
bool isIdeographic(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana;
}

void addWords(const QString& folded, QStringList& words)
{
    const QStringList found = wordsOf(folded);
    for (const QString& word : found) {
        words.append(word);
        // A name without a space between family and given name is found by either.
        if (isIdeographic(word.at(0))) {
            for (qsizetype i = 1; i < word.size() && i < 6; ++i)
                words.append(word.mid(i));
        }
    }
}

void addText(const QString& text, QStringList& words)
{
    if (text.isEmpty())
        return;
    const QString folded = foldText(text);
    addWords(folded, words);
    // Of plain letters only an apostrophe makes a difference: Fa'afetai is found as faafetai.
    if (!std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80 && c != QLatin1Char('\''); })) {
        if (const QString latin = foldToLatin(text); latin != folded)
            addWords(latin, words);
    }
}

QByteArray joined(QStringList words)
{
    words.removeDuplicates();
    return words.join(QLatin1Char(' ')).toUtf8();
}
} // namespace

IndexEntry indexEntryOf(const IndexSource& person)
{
    const auto& [id, given, family, own, place, notes, otherNames, contacts, organisations] = person;
    QStringList words;
    for (const QString& name : {given, family, own, otherNames})
        addText(name, words);
    IndexEntry entry;
    entry.names = joined(words);
    for (const QString& text : {place, notes})
        addText(text, words);
    entry.own = joined(words).size();
    for (const QString& text : {contacts, organisations})
        addText(text, words);
    // An international number is found with and without its plus sign, which is no letter.
    entry.all = joined(words);
    entry.sortKey = nameForSorting(given, family, own).toUtf8();
    entry.nameKey = nameKeyOf(given + QLatin1Char(' ') + family).toUtf8();
    return entry;
}

QString differenceOf(qint64 person, const QString& column, const QString& record, const QString& index)
{
    return QCoreApplication::translate(
               "Search", "Record %1 of “person”: “%2” is “%3” in the record and “%4” in the search index.")
        .arg(person)
        .arg(column, record, index);
}

QString differenceOf(qint64 person, const IndexEntry& record, const IndexEntry& index)
{
    const auto words = [](const IndexEntry& entry) {
        return QString::fromUtf8(entry.names + ' ' + entry.all).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const auto onlyIn = [&](const IndexEntry& one, const IndexEntry& other) {
        constexpr qsizetype mostWords = 8;
        QStringList only = words(one);
        const QStringList others = words(other);
        only.removeIf([&others](const QString& word) { return others.contains(word); });
        only.removeDuplicates();
        return only.mid(0, mostWords).join(QLatin1Char(' '));
    };
    const QString inRecord = onlyIn(record, index);
    const QString inIndex = onlyIn(index, record);
    if (inRecord.isEmpty() && inIndex.isEmpty())
        return differenceOf(person, QCoreApplication::translate("Search", "order"), QString::fromUtf8(record.sortKey),
                            QString::fromUtf8(index.sortKey));
    return differenceOf(person, QCoreApplication::translate("Search", "words"), inRecord, inIndex);
}

QString nameKeyOf(const QString& name)
{
    QStringList words = wordsOf(foldText(name));
    words.sort();
    return words.join(QLatin1Char(' '));
}

IndexFolder::IndexFolder()
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1); // it keeps the words that it knows
}

std::future<IndexFolder::Entries> IndexFolder::fold(std::vector<IndexSource> people)
{
    auto work = std::make_shared<std::packaged_task<Entries()>>([people = std::move(people)] {
        Entries entries;
        entries.reserve(people.size());
        for (const IndexSource& person : people)
            entries.emplace_back(person.id, indexEntryOf(person));
        return entries;
    });
    std::future<Entries> folded = work->get_future();
    m_thread.start([work] { (*work)(); });
    return folded;
}

} // namespace dtp
