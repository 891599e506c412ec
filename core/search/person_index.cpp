// SPDX-License-Identifier: GPL-3.0-or-later
// The index of people: words of names, words of everything, and keys for sorting and for equal names.
#include <base/text.h>
#include <search/person_index.h>
#include <search/person_search.h>
#include <storage/connection.h>

#include <QCoreApplication>

#include <sqlite3.h>

namespace dtp
{

namespace
{
// Raised when what is indexed changes: files are then indexed anew on opening.
constexpr const char* indexVersion = "1";

// Words are folded by us before they get here; unicode61 only cuts them, without cutting Khmer, Bengali, Devanagari, Tamil
// or Sinhala names at their vowel signs. detail=none: we ask for words, never for phrases, and the index stays small.
constexpr const char* createTables = R"(
CREATE VIRTUAL TABLE IF NOT EXISTS person_name_words USING fts5 (words,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'", prefix = '1 2 3', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE IF NOT EXISTS person_words USING fts5 (words,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'", prefix = '2 3', detail = none, columnsize = 0);
CREATE TABLE IF NOT EXISTS person_key (person_id INTEGER PRIMARY KEY, sort_key TEXT NOT NULL, name_key TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS person_key_by_sort ON person_key (sort_key);
CREATE INDEX IF NOT EXISTS person_key_by_name ON person_key (name_key);
)";

constexpr const char* personColumns =
    "SELECT id, given_name, family_name, own_script_name, place, notes, "
    "(SELECT group_concat(name, ' ') FROM alternate_name WHERE person_id = person.id), "
    "(SELECT group_concat(value || ' ' || e164, ' ') FROM contact_point WHERE person_id = person.id), "
    "(SELECT group_concat(name || ' ' || short_name, ' ') FROM organisation WHERE id IN"
    " (SELECT organisation_id FROM affiliation WHERE person_id = person.id)) FROM person ";

bool isIdeographic(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
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

struct IndexEntry {
    QByteArray names;
    QByteArray all;
    QByteArray sortKey;
    QByteArray nameKey;
    bool operator==(const IndexEntry&) const = default;
};

IndexEntry entryOf(const Statement& row)
{
    const QString given = row.text(1);
    const QString family = row.text(2);
    const QString own = row.text(3);
    QStringList words;
    addText(given, words);
    addText(family, words);
    addText(own, words);
    addText(row.text(6), words);
    IndexEntry entry;
    entry.names = joined(words);
    for (const int column : {4, 5, 7, 8})
        addText(row.text(column), words);
    // An international number is found with and without its plus sign, which is no letter.
    entry.all = joined(words);
    const QString byFamily = QString(foldToLatin(family) + QLatin1Char(' ') + foldToLatin(given)).trimmed();
    entry.sortKey = (byFamily.isEmpty() ? foldToLatin(own) : byFamily).toUtf8();
    entry.nameKey = nameKeyOf(given + QLatin1Char(' ') + family).toUtf8();
    return entry;
}

class PersonIndex final : public CommitParticipant
{
public:
    Result<> opened(sqlite3* database, bool readOnly) override
    {
        DTP_TRY(exists, Statement::prepare(database, "SELECT 1 FROM sqlite_schema WHERE name = 'person_key'"));
        DTP_TRY(there, exists.step());
        if (readOnly)
            return {};
        if (there) {
            DTP_TRY(version, Statement::prepare(database, "SELECT value FROM setting WHERE key = 'personIndex'"));
            DTP_TRY(known, version.step());
            if (known && version.utf8(0) == indexVersion)
                return {};
        }
        exists.reset();
        DTP_CHECK(execute(database, "BEGIN IMMEDIATE"));
        auto built = rebuild(database);
        if (built)
            built = execute(database, "COMMIT");
        if (!built && sqlite3_get_autocommit(database) == 0)
            (void)execute(database, "ROLLBACK");
        return built;
    }

    Result<> beforeCommit(sqlite3* database, const Touched& touched) override
    {
        QSet<qint64> people = touched.records.value(Entity::Person) + touched.owners.value(Entity::Person);
        const QSet<qint64> organisations = touched.records.value(Entity::Organisation);
        if (!organisations.isEmpty() && organisations.size() < 5000) {
            DTP_TRY(members, Statement::prepare(database, "SELECT person_id FROM affiliation WHERE organisation_id = ?"));
            for (const qint64 organisation : organisations) {
                members.bind(1, organisation);
                for (;;) {
                    DTP_TRY(row, members.step());
                    if (!row)
                        break;
                    people.insert(members.integer(0));
                }
                members.reset();
            }
        }
        if (people.isEmpty())
            return {};
        QList<qint64> ids(people.cbegin(), people.cend());
        std::sort(ids.begin(), ids.end());
        const bool many = ids.size() > manyPeople;
        if (many)
            DTP_CHECK(holdWords(database, true));
        DTP_TRY(entries, EntryWriter::open(database));
        DTP_TRY(select, Statement::prepare(database, QByteArray(personColumns) + "WHERE id = ?"));
        for (const qint64 id : std::as_const(ids)) {
            DTP_CHECK(entries.remove(id));
            select.bind(1, id);
            DTP_TRY(row, select.step());
            if (row)
                DTP_CHECK(entries.add(id, entryOf(select)));
            select.reset();
        }
        return many ? holdWords(database, false) : Result<>();
    }

    Result<> rebuild(sqlite3* database) override
    {
        DTP_CHECK(execute(database, "DROP TABLE IF EXISTS person_name_words; DROP TABLE IF EXISTS person_words; DROP TABLE IF EXISTS person_key;"));
        DTP_CHECK(execute(database, createTables));
        // The indexes of the keys are made when the keys are there, which is quicker.
        DTP_CHECK(execute(database, "DROP INDEX person_key_by_sort; DROP INDEX person_key_by_name;"));
        DTP_CHECK(holdWords(database, true));
        DTP_TRY(entries, EntryWriter::open(database));
        DTP_TRY(select, Statement::prepare(database, QByteArray(personColumns) + "ORDER BY id"));
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            DTP_CHECK(entries.add(select.integer(0), entryOf(select)));
        }
        DTP_CHECK(holdWords(database, false));
        DTP_CHECK(execute(database, createTables));
        return execute(database, QByteArray("INSERT OR REPLACE INTO setting VALUES ('personIndex', '") + indexVersion + "')");
    }

    Result<QStringList> check(sqlite3* database) override
    {
        const auto sentence = [](qint64 wrong) {
            return QStringList{QCoreApplication::translate("Search", "The search index does not agree with %n people; it is built anew when the file is opened next.",
                                                           nullptr, static_cast<int>(wrong))};
        };
        qint64 wrong = 0;
        DTP_TRY(select, Statement::prepare(database, QByteArray(personColumns) + "ORDER BY id"));
        DTP_TRY(kept, Statement::prepare(database, "SELECT sort_key, name_key, (SELECT words FROM person_name_words WHERE rowid = person_id),"
                                                   " (SELECT words FROM person_words WHERE rowid = person_id)"
                                                   " FROM person_key WHERE person_id = ?"));
        qint64 people = 0;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            ++people;
            kept.bind(1, select.integer(0));
            DTP_TRY(found, kept.step());
            if (!found || entryOf(select) != IndexEntry{kept.utf8(2), kept.utf8(3), kept.utf8(0), kept.utf8(1)})
                ++wrong;
            kept.reset();
        }
        DTP_TRY(count, Statement::prepare(database, "SELECT count(*) FROM person_key"));
        DTP_TRY(counted, count.step());
        if (counted && count.integer(0) > people)
            wrong += count.integer(0) - people;
        if (wrong == 0)
            return QStringList();
        (void)execute(database, "DELETE FROM setting WHERE key = 'personIndex'"); // so that the next opening builds it
        return sentence(wrong);
    }

private:
    static constexpr qsizetype manyPeople = 2000;

    // How many bytes of words FTS5 holds in memory before it writes a segment: more for many people, so that there is less to
    // merge; else its own default. See https://www.sqlite.org/fts5.html ("hashsize" is the option's name in its source).
    static Result<> holdWords(sqlite3* database, bool many)
    {
        const QByteArray bytes = many ? "33554432" : "1048576";
        DTP_CHECK(execute(database, "INSERT INTO person_words (person_words, rank) VALUES ('hashsize', " + bytes + ")"));
        return execute(database, "INSERT INTO person_name_words (person_name_words, rank) VALUES ('hashsize', " + bytes + ")");
    }

    static Result<> execute(sqlite3* database, const QByteArray& sql)
    {
        if (sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(database));
        return {};
    }

    // Prepared statements that write entries.
    struct EntryWriter {
        Statement addNames, addAll, addKey, removeNames, removeAll, removeKey;

        static Result<EntryWriter> open(sqlite3* database)
        {
            DTP_TRY(addNames, Statement::prepare(database, "INSERT INTO person_name_words (rowid, words) VALUES (?, ?)"));
            DTP_TRY(addAll, Statement::prepare(database, "INSERT INTO person_words (rowid, words) VALUES (?, ?)"));
            DTP_TRY(addKey, Statement::prepare(database, "INSERT INTO person_key VALUES (?, ?, ?)"));
            DTP_TRY(removeNames, Statement::prepare(database, "DELETE FROM person_name_words WHERE rowid = ?"));
            DTP_TRY(removeAll, Statement::prepare(database, "DELETE FROM person_words WHERE rowid = ?"));
            DTP_TRY(removeKey, Statement::prepare(database, "DELETE FROM person_key WHERE person_id = ? RETURNING 1"));
            return EntryWriter{std::move(addNames),    std::move(addAll),    std::move(addKey),
                          std::move(removeNames), std::move(removeAll), std::move(removeKey)};
        }

        Result<> add(qint64 id, const IndexEntry& entry)
        {
            DTP_CHECK(addNames.bind(1, id).bindUtf8(2, entry.names).run());
            DTP_CHECK(addAll.bind(1, id).bindUtf8(2, entry.all).run());
            return addKey.bind(1, id).bindUtf8(2, entry.sortKey).bindUtf8(3, entry.nameKey).run();
        }

        Result<> remove(qint64 id)
        {
            removeKey.bind(1, id);
            DTP_TRY(there, removeKey.step());
            removeKey.reset();
            if (!there)
                return {};
            DTP_CHECK(removeNames.bind(1, id).run());
            return removeAll.bind(1, id).run();
        }
    };
};
} // namespace

QString nameKeyOf(const QString& name)
{
    QStringList words = wordsOf(foldText(name));
    words.sort();
    return words.join(QLatin1Char(' '));
}

std::shared_ptr<CommitParticipant> makePersonIndex()
{
    return std::make_shared<PersonIndex>();
}

} // namespace dtp
