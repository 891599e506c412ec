// SPDX-License-Identifier: GPL-3.0-or-later
// The index of people: words of names, words of everything, and keys for sorting and for equal names.
#include <database/connection.h>
#include <database/text_functions.h>
#include <meaning/agreement_functions.h>
#include <meaning/consents.h>
#include <search/index_entry.h>
#include <search/index_sources.h>
#include <search/person_keys.h>
#include <search/person_search.h>
#include <search/person_vocabulary.h>

#include <QCoreApplication>

#include <limits>
#include <optional>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// Raised when what is indexed changes: files are then indexed anew on opening.
QByteArray indexVersion()
{
    static const QByteArray version = "8 " + KeptAgreements::meaningOfBits().toUtf8();
    return version;
}

// Words are folded by us before they get here; unicode61 only cuts them, without cutting Khmer, Bengali, Devanagari,
// Tamil or Sinhala names at their vowel signs. detail=none: we ask for words, never for phrases, and the index stays
// small.
constexpr const char* createWords = R"(
CREATE VIRTUAL TABLE IF NOT EXISTS person_name_words USING fts5 (words,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'", prefix = '1 2 3', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE IF NOT EXISTS person_words USING fts5 (words,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc Me'", prefix = '2 3', detail = none, columnsize = 0);
)";

constexpr const char* personColumns =
    "SELECT id, given_name, family_name, own_script_name, place, notes, "
    "(SELECT group_concat(name, ' ') FROM alternate_name WHERE person_id = person.id), "
    "(SELECT group_concat(value || ' ' || e164, ' ') FROM contact_point WHERE person_id = person.id), "
    "(SELECT group_concat(name || ' ' || short_name, ' ') FROM organisation WHERE id IN"
    " (SELECT organisation_id FROM affiliation WHERE person_id = person.id)) FROM person ";

IndexSource sourceOf(const Statement& row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
            row.text(5),    row.text(6), row.text(7), row.text(8)};
}

std::string_view ownWords(const QByteArray& all, qsizetype own)
{
    return {all.constData(), static_cast<size_t>(std::min(own, all.size()))};
}

// Writes entries by prepared statements, and at the end what they change of the vocabulary.
struct EntryWriter {
    sqlite3* database;
    Statement addNames, addAll, wordsOf, removeNames, removeAll, removeKey;
    PersonKeyWriter keys;
    WordCounts words = {};

    static Result<EntryWriter> open(sqlite3* database)
    {
        DTP_TRY(addNames, Statement::prepare(database, "INSERT INTO person_name_words (rowid, words) VALUES (?, ?)"));
        DTP_TRY(addAll, Statement::prepare(database, "INSERT INTO person_words (rowid, words) VALUES (?, ?)"));
        DTP_TRY(wordsOf, Statement::prepare(database, "SELECT words FROM person_words WHERE rowid = ?"));
        DTP_TRY(removeNames, Statement::prepare(database, "DELETE FROM person_name_words WHERE rowid = ?"));
        DTP_TRY(removeAll, Statement::prepare(database, "DELETE FROM person_words WHERE rowid = ?"));
        DTP_TRY(removeKey,
                Statement::prepare(database, "DELETE FROM person_key WHERE person_id = ? RETURNING own_words"));
        DTP_TRY(keys, PersonKeyWriter::open(database));
        return EntryWriter{database,
                           std::move(addNames),
                           std::move(addAll),
                           std::move(wordsOf),
                           std::move(removeNames),
                           std::move(removeAll),
                           std::move(removeKey),
                           std::move(keys)};
    }

    Result<> add(qint64 id, const IndexEntry& entry)
    {
        DTP_CHECK(addNames.bind(1, id).bindUtf8(2, entry.names).run());
        DTP_CHECK(addAll.bind(1, id).bindUtf8(2, entry.all).run());
        DTP_CHECK(words.add(database, ownWords(entry.all, entry.own), 1));
        return keys.add(id, entry.sortKey, entry.nameKey, entry.own);
    }

    Result<> remove(qint64 id)
    {
        removeKey.bind(1, id);
        DTP_TRY(there, removeKey.step());
        const qint64 own = there ? removeKey.integer(0) : 0;
        removeKey.reset();
        if (!there)
            return {};
        wordsOf.bind(1, id);
        DTP_TRY(known, wordsOf.step());
        if (known)
            DTP_CHECK(words.add(database, ownWords(wordsOf.utf8(0), own), -1));
        wordsOf.reset();
        DTP_CHECK(removeNames.bind(1, id).run());
        return removeAll.bind(1, id).run();
    }

    Result<> finish() { return words.write(database); }
};

class PersonIndex final : public CommitParticipant
{
public:
    Result<> opened(sqlite3* database, bool readOnly) override
    {
        DTP_CHECK(addTextFunctions(database));
        DTP_CHECK(addAgreementFunctions(database));
        DTP_TRY(isBuilt, isUpToDate(database));
        if (isBuilt)
            return {};
        if (readOnly) // the detail is that of a file whose records are in an older layout
            return fail(QCoreApplication::translate(
                            "Search",
                            "This file was last used with an older version of this program and must be brought"
                            " up to date first, which is not possible while it may only be read."),
                        QStringLiteral("older layout"));
        DTP_CHECK(execute(database, "BEGIN IMMEDIATE"));
        auto built = rebuild(database);
        if (built)
            built = execute(database, "COMMIT");
        if (!built && sqlite3_get_autocommit(database) == 0)
            (void)execute(database, "ROLLBACK");
        return built;
    }

    Result<bool> isUpToDate(sqlite3* database) override
    {
        DTP_TRY(exists, Statement::prepare(database, "SELECT count(*) FROM sqlite_schema WHERE name IN"
                                                     " ('person_key', 'person_word', 'person_words', "
                                                     "'person_name_words')"));
        DTP_TRY(there, exists.step());
        if (!there || exists.integer(0) != 4)
            return false;
        DTP_TRY(version, Statement::prepare(database, "SELECT value FROM setting WHERE key = 'personIndex'"));
        DTP_TRY(isKnown, version.step());
        return isKnown && version.utf8(0) == indexVersion();
    }

    Result<> beforeCommit(sqlite3* database, const Touched& touched) override
    {
        QSet<qint64> people = touched.records.value(Entity::Person) + touched.owners.value(Entity::Person);
        DTP_CHECK(addThoseOf(database, "SELECT person_id FROM affiliation WHERE organisation_id = ?",
                             touched.records.value(Entity::Organisation), people));
        DTP_CHECK(addThoseOf(database, "SELECT person_id FROM participation WHERE edition_id = ?",
                             touched.records.value(Entity::ProgramEdition), people));
        if (people.isEmpty())
            return {};
        QList<qint64> ids(people.cbegin(), people.cend());
        std::sort(ids.begin(), ids.end());
        const bool many = ids.size() > manyPeople;
        if (many)
            DTP_CHECK(holdWords(database, true));
        DTP_TRY(entries, EntryWriter::open(database));
        DTP_TRY(select, Statement::prepare(database, QByteArray(personColumns) + "WHERE id = ?"));
        DTP_TRY(isMost, isMostOfAll(database, ids.size()));
        if (isMost)
            DTP_CHECK(dropPersonKeyIndexes(database));
        DTP_TRY(newest, newestPerson(database)); // keys grow, so whoever comes after it is not in the index yet
        DTP_TRY(added, IndexSources::after(database, newest));
        qsizetype at = 0;
        const auto next = [&]() -> Result<std::optional<IndexSource>> {
            while (at < ids.size() && ids.at(at) <= newest) {
                const qint64 id = ids.at(at++);
                DTP_CHECK(entries.remove(id));
                select.bind(1, id);
                DTP_TRY(row, select.step());
                std::optional<IndexSource> person;
                if (row)
                    person = sourceOf(select);
                select.reset();
                if (person)
                    return person;
            }
            return added.next();
        };
        DTP_CHECK(many ? addMany(next, entries) : addFew(next, entries));
        DTP_CHECK(entries.finish());
        if (isMost)
            DTP_CHECK(indexPersonKeys(database));
        return many ? holdWords(database, false) : Result<>();
    }

    Result<> rebuild(sqlite3* database) override
    {
        DTP_CHECK(execute(database, "DROP TABLE IF EXISTS person_name_words; DROP TABLE IF EXISTS person_words;"));
        DTP_CHECK(dropPersonKeys(database));
        DTP_CHECK(dropVocabulary(database));
        DTP_CHECK(execute(database, createWords));
        DTP_CHECK(createPersonKeys(database));
        DTP_CHECK(createVocabulary(database));
        DTP_CHECK(holdWords(database, true));
        DTP_TRY(entries, EntryWriter::open(database));
        DTP_TRY(everybody, IndexSources::after(database, std::numeric_limits<qint64>::min()));
        DTP_CHECK(addMany([&everybody] { return everybody.next(); }, entries));
        DTP_CHECK(entries.finish());
        DTP_CHECK(holdWords(database, false));
        DTP_CHECK(indexPersonKeys(database)); // when the keys are there, which is quicker
        return noteVersion(database);
    }

    Result<QStringList> check(sqlite3* database) override
    {
        qint64 wrong = 0;
        QStringList faults;
        DTP_TRY(select, Statement::prepare(database, QByteArray(personColumns) + "ORDER BY id"));
        DTP_TRY(kept, Statement::prepare(
                          database,
                          "SELECT sort_key, name_key, (SELECT words FROM person_name_words WHERE rowid = person_id),"
                          " (SELECT words FROM person_words WHERE rowid = person_id), own_words"
                          " FROM person_key WHERE person_id = ?"));
        qint64 people = 0;
        WordCounts words;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            ++people;
            kept.bind(1, select.integer(0));
            DTP_TRY(found, kept.step());
            const IndexEntry entry = indexEntryOf(sourceOf(select));
            DTP_CHECK(words.add(nullptr, ownWords(entry.all, entry.own), 1));
            const IndexEntry known =
                found ? IndexEntry{kept.utf8(2), kept.utf8(3), kept.integer(4), kept.utf8(0), kept.utf8(1)}
                      : IndexEntry();
            if (entry != known && ++wrong <= mostTold)
                faults.append(differenceOf(select.integer(0), entry, known));
            kept.reset();
        }
        DTP_TRY(count, Statement::prepare(database, "SELECT count(*) FROM person_key"));
        DTP_TRY(counted, count.step());
        if (counted && count.integer(0) > people)
            wrong += count.integer(0) - people;
        DTP_TRY(copies, Statement::prepare(database, wrongPersonKeysSql()));
        for (;;) {
            DTP_TRY(differs, copies.step());
            if (!differs)
                break;
            if (++wrong <= mostTold)
                faults.append(differenceOf(copies.integer(0), copies.text(1), copies.text(2), copies.text(3)));
        }
        DTP_TRY(isVocabulary, words.isWritten(database));
        if (wrong == 0 && !isVocabulary)
            wrong = 1;
        if (wrong == 0)
            return QStringList();
        // Which of both is damaged cannot be known, so that nothing is made anew unasked.
        const int number = static_cast<int>(wrong);
        faults.append(QString(
            QCoreApplication::translate("Search", "The search index does not agree with %n people.", nullptr, number) +
            QLatin1Char(' ') +
            QCoreApplication::translate("Search", "Which of both is damaged is not known: compare them with a backup. "
                                                  "“check --rebuild” makes the index anew, as the records say.")));
        return faults;
    }

private:
    static constexpr qint64 mostTold = 20; // of the people whom check() finds
    static constexpr qsizetype manyPeople = 2000;
    static constexpr size_t portion = 500; // people folded at a time

    // People of whom is indexed what stands in these records.
    static Result<> addThoseOf(sqlite3* database, const char* sql, const QSet<qint64>& records, QSet<qint64>& people)
    {
        if (records.isEmpty())
            return {};
        DTP_TRY(select, Statement::prepare(database, sql));
        for (const qint64 record : records) {
            select.bind(1, record);
            for (;;) {
                DTP_TRY(row, select.step());
                if (!row)
                    break;
                people.insert(select.integer(0));
            }
            select.reset();
        }
        return {};
    }

    // How many bytes of words FTS5 holds in memory before it writes a segment: more for many people, so that there is
    // less to merge; else its own default. See https://www.sqlite.org/fts5.html ("hashsize" is the option's name in
    // its source).
    static Result<> holdWords(sqlite3* database, bool many)
    {
        const QByteArray bytes = many ? "33554432" : "1048576";
        DTP_CHECK(
            execute(database, "INSERT INTO person_words (person_words, rank) VALUES ('hashsize', " + bytes + ")"));
        return execute(database,
                       "INSERT INTO person_name_words (person_name_words, rank) VALUES ('hashsize', " + bytes + ")");
    }

    // Whether so many people are more than the index has, as in the first import of a file.
    static Result<bool> isMostOfAll(sqlite3* database, qsizetype people)
    {
        if (people <= manyPeople)
            return false;
        DTP_TRY(known, Statement::prepare(database, "SELECT count(*) FROM person_key"));
        DTP_TRY(there, known.step());
        return there && known.integer(0) < people;
    }

    // The highest key in the index; 0 when it is empty.
    static Result<qint64> newestPerson(sqlite3* database)
    {
        DTP_TRY(newest, Statement::prepare(database, "SELECT ifnull(max(person_id), 0) FROM person_key"));
        DTP_TRY(there, newest.step());
        return there ? newest.integer(0) : 0;
    }

    static Result<> execute(sqlite3* database, const QByteArray& sql)
    {
        if (sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(database));
        return {};
    }

    static Result<> noteVersion(sqlite3* database)
    {
        return execute(database,
                       QByteArray("INSERT OR REPLACE INTO setting VALUES ('personIndex', '") + indexVersion() + "')");
    }

    using NextPerson = std::function<Result<std::optional<IndexSource>>()>;

    static Result<> addFew(const NextPerson& next, EntryWriter& entries)
    {
        for (;;) {
            DTP_TRY(person, next());
            if (!person)
                return {};
            DTP_CHECK(entries.add(person->id, indexEntryOf(*person)));
        }
    }

    // While one portion is folded, the one before is written and the next one read.
    static Result<> addMany(const NextPerson& next, EntryWriter& entries)
    {
        IndexFolder folder;
        std::future<IndexFolder::Entries> folding;
        for (bool isLast = false; !isLast || folding.valid();) {
            std::vector<IndexSource> people;
            while (!isLast && people.size() < portion) {
                DTP_TRY(person, next());
                isLast = !person;
                if (person)
                    people.push_back(std::move(*person));
            }
            const IndexFolder::Entries folded = folding.valid() ? folding.get() : IndexFolder::Entries();
            if (!people.empty())
                folding = folder.fold(std::move(people));
            for (const auto& [id, entry] : folded)
                DTP_CHECK(entries.add(id, entry));
        }
        return {};
    }
};
} // namespace

std::shared_ptr<CommitParticipant> makePersonIndex()
{
    return std::make_shared<PersonIndex>();
}

} // namespace dtp
