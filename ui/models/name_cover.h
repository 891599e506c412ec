// SPDX-License-Identifier: GPL-3.0-or-later
// Finds names that were given to it in any text, and puts other words in their place: whole names in any order, case
// and accents ("SOK, Dara", "dara.sok@…"), with an initial ("D. Sok"), names in scripts without spaces within a text,
// addresses and numbers. A name of one word only as it is written, and not within the longer name of a namesake. What
// is not found: initials alone, misspellings, one word of a name of several.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <map>
#include <vector>

namespace dtp
{

class NameCover
{
public:
    void clear();
    // given, family: parts that stand in either order, and shortened to the first or last word of each.
    void addName(qint64 person, const QString& given, const QString& family, const QString& instead);
    void addOther(qint64 person, const QString& name, const QString& instead); // another name, or one in own script
    void addContact(qint64 person, const QString& value, const QString& instead);
    // Somebody who may be named: a single name of others is no name of theirs where it stands within this one. Only of
    // who has such a word in the name; so they come after the others.
    void addNamesake(qint64 person, const QString& given, const QString& family);
    QStringList singles() const; // the names of one word, as they are written
    qsizetype singleCount() const { return m_singles.size(); }
    void remove(qint64 person);

    QString covered(const QString& text) const;

private:
    // Once for all who are called so, so that a name that thousands share is looked at once.
    struct Phrase {
        QStringList words;                // folded; of a single word: as it is written
        std::map<qint64, QString> called; // what stands in its place, by person
        const QString& instead() const { return called.begin()->second; }
    };
    struct Word {
        qsizetype from;
        qsizetype length;
        QString folded;
    };
    struct Hit {
        qsizetype length = 0; // of the text; 0: none
        QString instead;
    };
    using Table = QHash<QString, std::vector<Phrase>>;
    static std::vector<Word> wordsIn(const QString& text);
    static QList<QStringList> phrasesOf(const QString& given, const QString& family);
    static qsizetype lengthAt(const Phrase& phrase, const std::vector<Word>& words, size_t at);
    void put(Table& table, const QString& key, const QStringList& words, qint64 person, const QString& instead);
    void addSingle(qint64 person, const QString& word, const QString& instead);
    Hit phraseAt(const QString& text, const std::vector<Word>& words, size_t at, bool isNamesake) const;
    qsizetype namesakeAt(const std::vector<Word>& words, size_t at) const;
    Hit unbrokenAt(const QString& text, qsizetype from) const;

    Table m_phrases;                   // by their first two words
    Table m_namesakes;                 // the same of those who may be named
    Table m_singles;                   // by the word
    Table m_unbroken;                  // by the first two signs; words: one, without spaces
    QHash<qint64, QStringList> m_keys; // where a person's phrases stand
};

} // namespace dtp
