// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/person_vocabulary.h>

#include <base/text.h>
#include <database/connection.h>
#include <search/title_words.h>

#include <QChar>
#include <algorithm>
#include <sqlite3.h>

namespace dtp
{

namespace
{
constexpr size_t mostGathered = 200000; // distinct words held in memory
// A part that so many words have, or so many people, is met soon along a list.
constexpr qint64 mostWords = 1000;
constexpr qint64 mostPeople = 50000;

// Calls for each of words that are apart by spaces, until it fails.
Result<> eachWord(std::string_view words, const std::function<Result<>(std::string_view)>& call)
{
    while (!words.empty()) {
        const size_t end = std::min(words.find(' '), words.size());
        if (end > 0)
            DTP_CHECK(call(words.substr(0, end)));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return {};
}

// Whether FTS5 takes it for one word, as we do: its "unicode61" knows the letters of Unicode 6.1.
bool isOneWord(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return !c.isSurrogate() && c.unicodeVersion() != QChar::Unicode_Unassigned &&
               c.unicodeVersion() <= QChar::Unicode_6_1;
    });
}

// The words that have the part, as matches of FTS5; nothing: there are too many, or FTS5 reads one otherwise.
Result<std::optional<QStringList>> wordsWith(const Store& store, const QString& part)
{
    DTP_TRY(select, Statement::prepare(store.handle(),
                                       "SELECT word, people FROM person_word WHERE instr(word, ?) > 0 LIMIT ?"));
    select.bindUtf8(1, part.toUtf8()).bind(2, mostWords + 1);
    QStringList words;
    qint64 people = 0;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return words;
        const QString word = select.text(0);
        people += select.integer(1);
        if (words.size() == mostWords || people > mostPeople || !isOneWord(word))
            return std::nullopt;
        words.append(QLatin1Char('"') + word + QLatin1Char('"'));
    }
}

// Nothing (an empty piece): it cannot be told soon.
Result<SqlPiece> whoMayHave(const Store& store, const QString& part, bool isInVocabulary)
{
    QStringList words = wordsOf(foldText(part));
    if (words.isEmpty() || !std::all_of(words.begin(), words.end(), &isOneWord))
        return SqlPiece();
    // The first word of the part may end one of the text; each of the others begins one.
    const QString first = words.takeFirst();
    const QString rest = words.isEmpty() ? QString() : QString::fromUtf8(matchOf(words));
    DTP_TRY(found, isInVocabulary ? wordsWith(store, first) : std::optional<QStringList>());
    if (!found && rest.isEmpty())
        return SqlPiece();
    if (!found)
        return SqlPiece{"SELECT rowid AS person_id FROM person_words WHERE person_words MATCH ?", {rest}};
    for (QString& word : *found) {
        if (!rest.isEmpty())
            word += QLatin1String(" AND ") + rest;
    }
    return SqlPiece{"SELECT w.rowid AS person_id FROM json_each(?) AS v CROSS JOIN person_words AS w"
                    " WHERE w.person_words MATCH v.value",
                    {jsonArrayText(*found)}};
}
} // namespace

Result<> createVocabulary(sqlite3* database)
{
    if (sqlite3_exec(database,
                     "CREATE TABLE IF NOT EXISTS person_word (word TEXT PRIMARY KEY, people INTEGER NOT NULL)"
                     " STRICT, WITHOUT ROWID",
                     nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(database));
    return {};
}

Result<> dropVocabulary(sqlite3* database)
{
    if (sqlite3_exec(database, "DROP TABLE IF EXISTS person_word", nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(database));
    return {};
}

Result<> WordCounts::add(sqlite3* database, std::string_view words, int by)
{
    DTP_CHECK(eachWord(words, [&](std::string_view word) -> Result<> {
        const auto known = m_counts.find(word);
        if (known == m_counts.end())
            m_counts.emplace(word, by);
        else
            known->second += by;
        return {};
    }));
    return database && m_counts.size() > mostGathered ? write(database) : Result<>();
}

Result<> WordCounts::write(sqlite3* database)
{
    DTP_TRY(add, Statement::prepare(database, "INSERT INTO person_word VALUES (?1, ?2)"
                                              " ON CONFLICT (word) DO UPDATE SET people = people + ?2"));
    // No trace is left of a word that nobody has any more.
    DTP_TRY(remove, Statement::prepare(database, "DELETE FROM person_word WHERE word = ? AND people <= 0"));
    for (const auto& [word, by] : m_counts) {
        if (by == 0)
            continue;
        const QByteArray bytes = QByteArray::fromStdString(word);
        DTP_CHECK(add.bindUtf8(1, bytes).bind(2, by).run());
        if (by < 0)
            DTP_CHECK(remove.bindUtf8(1, bytes).run());
    }
    m_counts.clear();
    return {};
}

Result<bool> WordCounts::isWritten(sqlite3* database) const
{
    DTP_TRY(select, Statement::prepare(database, "SELECT word, people FROM person_word"));
    size_t same = 0;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return same == m_counts.size();
        const auto known = m_counts.find(select.utf8(0).toStdString());
        if (known == m_counts.end() || known->second != select.integer(1))
            return false;
        ++same;
    }
}

bool isInPersonWords(const char* column)
{
    constexpr const char* columns[] = {"given_name", "family_name", "own_script_name", "place", "notes"};
    return std::any_of(std::begin(columns), std::end(columns),
                       [column](const char* one) { return qstrcmp(one, column) == 0; });
}

Result<FoundKeys> peopleWhoMayHave(const Store& store, const QStringList& parts, bool isInVocabulary)
{
    SqlPiece any;
    for (const QString& part : parts) {
        if (isNone(part) || isAny(part))
            return FoundKeys();
        DTP_TRY(some, whoMayHave(store, part, isInVocabulary));
        if (some.text.isEmpty())
            return FoundKeys();
        any += (any.text.isEmpty() ? SqlPiece() : SqlPiece{" UNION ALL ", {}}) + some;
    }
    return FoundKeys{any, false, true};
}

} // namespace dtp
