// SPDX-License-Identifier: GPL-3.0-or-later
// Who has certain words among their names, whatever the order and in whichever of their names; for the gate.
#pragma once

#include <base/result.h>
#include <database/connection.h>

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

class Store;

// One word as it may be written: folded, with simplified and traditional characters, and folded in Latin letters.
// "d*" is a beginning.
using WordForms = QStringList;

// Each look-up is done once. Good for as long as nobody writes names.
class NameWords
{
public:
    explicit NameWords(const Store& store) : m_store(store) {}

    static WordForms formsOf(const QString& word); // without apostrophes and hyphens; empty when no letter is in it

    // Whether anybody has a word in one of these forms among their names.
    Result<bool> knows(const WordForms& forms);
    // Whether this person has such a word among their names.
    Result<bool> isWordOf(const WordForms& forms, qint64 person);
    // Everybody who has all of these words. Where they are very many, some of them and 0, who is nobody.
    Result<const std::vector<qint64>*> peopleWith(const std::vector<WordForms>& words);

private:
    Result<Statement*> ready(std::optional<Statement>& statement, const char* sql);

    const Store& m_store;
    std::optional<Statement> m_selectKnown;
    std::optional<Statement> m_selectPeople;
    QHash<QString, bool> m_known;
    QHash<QString, std::vector<qint64>> m_people;
};

} // namespace dtp
