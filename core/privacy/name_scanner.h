// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in text that people typed the full names of people in the file, whom the audience may not read about.
//
// A name is two to five words that begin with a capital or with a letter of a script that has none, possibly with
// particles
// ("bin", "de la") between, also as "Family, Given"; two to four signs within Han text and at the start of Korean
// words. Longest names win where they overlap. People with one name only are found where it stands alone in a cell or
// in a list
// ("Tri, Dara Sok"), and in the text of a report those it is about by their given name alone ("Dara spoke of …"),
// though not where that is the name of a month. In Thai, Lao, Khmer and Myanmar text see unbroken_names.h. What is not
// found: nicknames, given names in own script or of people the report does not list, misspellings, names in small
// letters. Each look-up is done once.
#pragma once

#include <base/result.h>
#include <document/table.h>
#include <privacy/unbroken_names.h>
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
    };

    // mayName: whether the audience may read the name of a person.
    NameScanner(const Store& store, std::function<bool(qint64)> mayName);

    enum class Where { Prose, Cell, Report };

    // Whom a report lists and may not name: its text may call them by their given name.
    Result<> expectGivenNames(const QSet<qint64>& people);

    // Names in the text, from left to right, not overlapping; whether they may be read or not. `except`: whose own
    // name it may be.
    Result<std::vector<Found>> namesIn(const QString& text, const Subjects& except = {}, Where where = Where::Prose);
    // Whether somebody of this name may not be named, and it is not the name of `except`.
    bool mustBeWithheld(const Found& found, const Subjects& except = {}) const;

    static QString placeholder(); // "[name withheld]"
    // The text with names that must be withheld replaced. withheld and named get the people concerned.
    Result<QString> cleaned(const QString& text, QSet<qint64>& withheld, QSet<qint64>& named,
                            const Subjects& except = {}, Where where = Where::Prose);

private:
    Result<const std::vector<qint64>*> lookUp(const QString& name);
    Result<> addIfName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found);
    void addIfGivenName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found) const;
    Result<> addUnbroken(const QString& text, std::vector<Found>& found);
    Result<> addNamesWithin(const QString& text, qsizetype from, qsizetype to, bool atStartOnly,
                            std::vector<Found>& found);

    const Store& m_store;
    std::function<bool(qint64)> m_mayName;
    QHash<QString, std::vector<qint64>> m_known;
    QHash<QString, std::vector<qint64>> m_givenNames; // folded; of those who are expected
    std::optional<UnbrokenNames> m_unbroken;          // read when the first text asks for it
};

} // namespace dtp
