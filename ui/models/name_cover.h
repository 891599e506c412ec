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
    qsizetype singleCount() const { return m_singles.called.size(); }
    void remove(qint64 person);

    QString covered(const QString& text) const;

private:
    // Names as one text, so that however many begin alike, a text is looked up once for each length they have.
    struct Table {
        QHash<QString, std::map<qint64, QString>> called; // what stands in the place of a name, by person
        QHash<QString, QList<qsizetype>> lengths;         // of names, by how they begin
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
    static std::vector<Word> wordsIn(const QString& text);
    static QList<QStringList> phrasesOf(const QString& given, const QString& family);
    static Hit longestAt(const Table& table, const std::vector<Word>& words, size_t at);
    void put(Table& table, const QString& name, qint64 person, const QString& instead);
    void putBegun(Table& table, const QString& begin, qsizetype length, const QString& name, qint64 person,
                  const QString& instead);
    void putWords(Table& table, const QStringList& words, qint64 person, const QString& instead);
    void addSingle(qint64 person, const QString& word, const QString& instead);
    Hit phraseAt(const QString& text, const std::vector<Word>& words, size_t at, bool isNamesake) const;
    Hit unbrokenAt(const QString& text, qsizetype from) const;

    Table m_phrases;                   // folded words with a blank between
    Table m_namesakes;                 // the same of those who may be named
    Table m_singles;                   // words as they are written
    Table m_unbroken;                  // signs without spaces
    QHash<qint64, QStringList> m_keys; // the names of a person
};

} // namespace dtp
