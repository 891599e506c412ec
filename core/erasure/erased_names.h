// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of others without somebody who is erased: what she is called, how she is reached, links to her record.
//
// Taken out are: links to her; her addresses and numbers, however these are spaced; two or more words of her names
// that stand together, unless another person has all of them; and a single one that nobody else has and that is no
// ordinary word. In any case, with accents or without, in her own script and in Latin letters.
#pragma once

#include <storage/store.h>

#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <functional>
#include <vector>

namespace dtp
{

class ErasedNames
{
public:
    // isOfOthers: whether one other person has all of these folded words in her names.
    using IsOfOthers = std::function<bool(const QStringList& words)>;
    ErasedNames(const QSet<qint64>& people, IsOfOthers isOfOthers);

    void addName(const QString& name);
    void addContact(const QString& contact);
    // Words that stay where they stand alone, as those of the name of an organisation.
    void addOrdinary(const QString& text);

    // Quick; true when it is not known.
    bool mayMention(QByteArrayView utf8) const;
    // The same answer for the same text, always.
    QString replaced(const QString& text) const;
    static QString placeholder(); // "a person"

    // Words of the names that stay where they stand alone, since others have them or they are ordinary.
    QStringList staying() const;

private:
    struct Range {
        qsizetype from;
        qsizetype to;
    };
    struct Folded;
    void addStart(const QString& word);
    void addContacts(const Folded& folded, std::vector<Range>& ranges) const;
    void addNumbers(const QString& text, std::vector<Range>& ranges) const;
    void addWords(const Folded& folded, std::vector<Range>& ranges) const;
    void addUnbroken(const Folded& folded, std::vector<Range>& ranges) const;
    bool isHers(const QStringList& words) const;
    bool isHersAlone(const QString& word) const;
    QString withoutLinks(const QString& text) const;

    QSet<qint64> m_people;
    IsOfOthers m_isOfOthers;
    QSet<QString> m_words;                // folded
    QSet<QString> m_unbroken;             // of scripts without spaces
    QSet<QString> m_ordinary;             // folded
    QStringList m_contacts;               // folded
    QSet<QString> m_numbers;              // digits alone
    std::vector<bool> m_starts;           // pairs of bytes with which something of hers begins in ASCII
    mutable QHash<QString, bool> m_known; // by words
};

} // namespace dtp
