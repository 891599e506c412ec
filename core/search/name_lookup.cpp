// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <database/connection.h>
#include <search/index_entry.h>
#include <search/person_search.h>

#include <algorithm>

namespace dtp
{

namespace
{
// So many people with all the words of one name among theirs are looked at.
constexpr qint64 mostNamesakes = 500;

// The names beside the full name are few; the index of words finds who may have one, the names themselves decide.
constexpr const char* otherNames = "SELECT person.id, own_script_name, (SELECT group_concat(name, char(10)) FROM "
                                   "alternate_name WHERE person_id = person.id) "
                                   "FROM person_name_words JOIN person ON person.id = person_name_words.rowid WHERE "
                                   "person_name_words MATCH ? LIMIT ?";
} // namespace

Result<std::vector<qint64>> peopleCalled(const Store& store, const QString& name)
{
    DTP_TRY(people, peopleNamed(store, name));
    const QStringList words = wordsOf(foldText(name));
    if (words.isEmpty())
        return std::move(people);
    const QString key = nameKeyOf(name);
    DTP_TRY(select, Statement::prepare(store.handle(), otherNames));
    select.bindUtf8(1,
                    QString(QLatin1Char('"') + words.join(QStringLiteral("\" AND \"")) + QLatin1Char('"')).toUtf8());
    select.bind(2, mostNamesakes);
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        const QStringList others =
            QString(select.text(1) + QLatin1Char('\n') + select.text(2)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const bool isCalled =
            std::any_of(others.begin(), others.end(), [&](const QString& other) { return nameKeyOf(other) == key; });
        if (isCalled && std::find(people.begin(), people.end(), select.integer(0)) == people.end())
            people.push_back(select.integer(0));
    }
    return std::move(people);
}

} // namespace dtp
