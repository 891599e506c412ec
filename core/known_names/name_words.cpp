// SPDX-License-Identifier: GPL-3.0-or-later
#include <known_names/name_words.h>

#include <base/han_characters.h>
#include <base/text.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr qint64 mostPeople = 500;
constexpr qsizetype remembered = 200000;

// Words are letters, marks and digits alone, so that they need no more than quotation marks.
QString matchOf(const WordForms& forms)
{
    QStringList any;
    for (const QString& form : forms) {
        const bool isBeginning = form.endsWith(QLatin1Char('*'));
        any.append(QLatin1Char('"') + (isBeginning ? form.chopped(1) : form) +
                   (isBeginning ? QStringLiteral("\"*") : QStringLiteral("\"")));
    }
    return QLatin1Char('(') + any.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

template <class Value>
void makeRoom(QHash<QString, Value>& found)
{
    if (found.size() >= remembered)
        found.clear();
}
} // namespace

WordForms NameWords::formsOf(const QString& word)
{
    WordForms forms;
    const bool isAscii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    for (const QString& folded :
         isAscii ? QStringList{foldText(word)} : QStringList{foldText(word), foldToLatin(word)}) {
        const QString form = wordsOf(folded).join(QString());
        if (form.isEmpty())
            continue;
        for (const QString& spelling : isAscii ? QStringList{form} : hanSpellings(form)) {
            if (!forms.contains(spelling))
                forms.append(spelling);
        }
    }
    return forms;
}

// Prepared once; nobody else steps it while it is in use.
Result<Statement*> NameWords::ready(std::optional<Statement>& statement, const char* sql)
{
    if (!statement) {
        DTP_TRY(prepared, Statement::prepare(m_store.handle(), sql));
        statement.emplace(std::move(prepared));
    }
    statement->reset();
    return &*statement;
}

Result<bool> NameWords::knows(const WordForms& forms)
{
    if (forms.isEmpty())
        return false;
    const QString match = matchOf(forms);
    if (const auto known = m_known.constFind(match); known != m_known.constEnd())
        return *known;
    DTP_TRY(select, ready(m_selectKnown, "SELECT 1 FROM person_name_words WHERE person_name_words MATCH ? LIMIT 1"));
    select->bindUtf8(1, match.toUtf8());
    DTP_TRY(isThere, select->step());
    select->reset();
    makeRoom(m_known);
    m_known.insert(match, isThere);
    return isThere;
}

Result<bool> NameWords::isWordOf(const WordForms& forms, qint64 person)
{
    DTP_TRY(select, Statement::prepare(
                        m_store.handle(),
                        "SELECT 1 FROM person_name_words WHERE person_name_words MATCH ? AND rowid = ? LIMIT 1"));
    select.bindUtf8(1, matchOf(forms).toUtf8()).bind(2, person);
    return select.step();
}

Result<const std::vector<qint64>*> NameWords::peopleWith(const std::vector<WordForms>& words)
{
    QStringList all;
    for (const WordForms& forms : words)
        all.append(matchOf(forms));
    all.sort();
    const QString match = all.join(QStringLiteral(" AND "));
    auto known = m_people.constFind(match);
    if (known != m_people.constEnd())
        return &*known;
    DTP_TRY(select,
            ready(m_selectPeople, "SELECT rowid FROM person_name_words WHERE person_name_words MATCH ? LIMIT ?"));
    select->bindUtf8(1, match.toUtf8()).bind(2, mostPeople + 1);
    std::vector<qint64> people;
    for (;;) {
        DTP_TRY(row, select->step());
        if (!row)
            break;
        people.push_back(select->integer(0));
    }
    select->reset();
    if (people.size() > static_cast<size_t>(mostPeople))
        people.back() = 0;
    makeRoom(m_people);
    return &*m_people.insert(match, std::move(people));
}

} // namespace dtp
