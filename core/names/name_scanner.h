// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in text that people typed the names of people in the file, whom the audience may not read about.
//
// Looked for in the text as it is typed and as it is read, see text_reading.h. A name is two or more words that stand
// together and are all among the names of one person (full name, name in own script, other names), see name_chains.h:
// in any order, also as "Family, Given", with hyphens and apostrophes or without them, in another script, as a part of
// the name, with initials ("D. Sok"), with one strange word between, and one word behind a title ("Ms Sok"); those who
// share a family name that stands once ("Dara and Mali Sok"). In small letters the whole name only. Two to four signs
// within Han text and at the start of Korean words; in Thai, Lao, Khmer and Myanmar text see unbroken_names.h. Who has
// exactly the name that stands there comes before who has a longer one. Longest names win where they overlap. People
// with one name only are found where it stands alone in a cell or in a list ("Tri, Dara Sok"), and in the text of a
// report those it is about by their given name or another name alone ("Dara spoke of …"), though not where that is the
// name of a month. What is not found: misspellings, one word of the name of a person whom the report does not list,
// and people who are not in the file. Each look-up is done once.
#pragma once

#include <base/result.h>
#include <document/table.h>
#include <names/name_chains.h>
#include <names/one_word_names.h>
#include <names/unbroken_names.h>
#include <storage/store.h>

#include <QHash>
#include <QSet>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace dtp
{

class NameScanner
{
public:
    struct Found {
        qsizetype from = 0;
        qsizetype length = 0;
        std::vector<qint64> people; // everybody of that name
        bool isExact = true;        // otherwise of a longer one, or with other words for what are initials here
        bool isOneWord = false;     // the whole name, see one_word_names.h
    };

    // mayName: whether the audience may read the name of a person. lookUps: of others who read the same texts.
    NameScanner(const Store& store, std::function<bool(qint64)> mayName, std::shared_ptr<NameLookUps> lookUps = {});
    // Its parts look names up in it, so it stays where it is.
    NameScanner(const NameScanner&) = delete;
    NameScanner& operator=(const NameScanner&) = delete;

    // Whole: names of several words alone, where one word is asked about or is a field of somebody. Body: what bodies
    // and roles are called, in a row about somebody, where nobody is asked.
    enum class Where { Prose, Cell, Report, Whole, Body };

    // Whom a report lists and may not name: its text may call them by their given name.
    Result<> expectGivenNames(const QSet<qint64>& people);

    // Names in the text, from left to right, not overlapping; whether they may be read or not. `except`: whose own
    // name it may be.
    Result<std::vector<Found>> namesIn(const QString& text, const Subjects& except = {}, Where where = Where::Prose);
    // Whether somebody of this name may not be named, and it is not the name of `except`.
    bool mustBeWithheld(const Found& found, const Subjects& except = {}) const;

    // Of whom the text was that is withheld, as far as that is certain.
    QSet<qint64> unnamedOf(const Found& found) const;
    // Who is named by a name that stays: everybody of exactly that name, since nobody knows which of them is meant.
    static QSet<qint64> namedBy(const Found& found);
    // Whether anybody is called exactly so.
    Result<bool> isSomebody(const QString& words);
    // Whether the words are this person's name or part of it.
    Result<bool> isNameOf(const QString& text, Id<Person> person);

    std::shared_ptr<NameLookUps> lookUps() const { return m_lookUps; }

    // Names of one word, and words that may be one.
    Result<std::vector<OneWordNames::Found>> oneWordNamesIn(const QString& text, const std::vector<NameToken>& tokens)
    {
        return m_oneWordNames.in(text, tokens);
    }

    // Names and words of names in scripts without capitals.
    Result<std::vector<UnbrokenNames::Found>> unbrokenIn(const QString& text);

    static QString placeholder();          // "[name withheld]"
    static QString placeholderOfSeveral(); // "[names withheld]"
    // The text with names that must be withheld replaced. withheld and named get the people concerned.
    Result<QString> cleaned(const QString& text, QSet<qint64>& withheld, QSet<qint64>& named,
                            const Subjects& except = {}, Where where = Where::Prose);

private:
    Result<const std::vector<qint64>*> lookUp(const QString& name);
    Result<> addIfName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found);
    void addIfGivenName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found) const;
    Result<std::vector<Found>> candidatesIn(const QString& text, Where where);
    Result<> addNames(const QString& text, bool atScripts, Where where, std::vector<Found>& found);
    Result<> addAllNames(const QString& text, Where where, std::vector<Found>& found);
    Result<> addOneWordNames(const QString& text, const std::vector<NameToken>& tokens, Where where,
                             std::vector<Found>& found, QSet<qsizetype>& asked);
    std::vector<Found> apart(std::vector<Found> sorted, const Subjects& except) const;
    Result<> leaveOwnWords(const QString& text, const Subjects& except, std::vector<Found>& found);
    Result<> addUnbroken(const QString& text, Where where, std::vector<Found>& found);
    Result<> addNamesWithin(const QString& text, qsizetype from, qsizetype to, bool atStartOnly,
                            std::vector<Found>& found);

    const Store& m_store;
    std::function<bool(qint64)> m_mayName;
    QHash<QString, std::vector<qint64>> m_givenNames; // folded; of those who are expected
    QHash<QString, std::vector<Found>> m_seen;
    std::shared_ptr<NameLookUps> m_lookUps;
    NameChains m_chains;
    OneWordNames m_oneWordNames;
    std::optional<UnbrokenNames> m_unbroken; // read when the first text asks for it
};

} // namespace dtp
