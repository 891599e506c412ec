// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/person_keys.h>

#include <database/connection.h>
#include <meaning/alumni.h>
#include <meaning/contacts.h>

#include <QByteArrayList>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// Short columns of person, empty or a few letters; a long one would make every walk along the names slower.
struct Copy {
    const char* column;
    const char* type;
    bool isSeldomSaid = false; // a text that most do not have: an index of those who do
};
constexpr Copy copies[] = {{"country", "TEXT NOT NULL"},        {"gender", "TEXT NOT NULL"},
                           {"status", "TEXT NOT NULL"},         {"safety_level", "TEXT NOT NULL"},
                           {"birth_year", "INTEGER"},           {"disability", "TEXT NOT NULL"},
                           {"last_verified", "TEXT NOT NULL"},  {"pronouns", "TEXT NOT NULL", true},
                           {"identity", "TEXT NOT NULL", true}, {"safe_channel", "TEXT NOT NULL", true}};

// What is worked out of records that refer to her.
struct Fact {
    const char* column;
    const char* type;
    QByteArray (*sql)(const QByteArray& person);
};

// What she agreed to; see KeptAgreements in meaning/consents.h.
QByteArray agreedOf(const QByteArray& person)
{
    return "(SELECT agreements_of(id, purpose, answer, answered_on, expires_on) FROM consent WHERE person_id = " +
           person + ")";
}

constexpr Fact facts[] = {{"agreed", "BLOB NOT NULL", &agreedOf},
                          {"alumni_from", "TEXT", &alumniFrom},
                          {"reach", "INTEGER NOT NULL", &reachOf}};
constexpr int factCount = static_cast<int>(std::size(facts));
constexpr int copyCount = static_cast<int>(std::size(copies));

QByteArrayList columnNames()
{
    QByteArrayList all;
    for (const Copy& copy : copies)
        all.append(copy.column);
    return all;
}

QByteArray columnsAndFacts()
{
    QByteArrayList all = columnNames();
    for (const Fact& fact : facts)
        all.append(fact.column);
    return all.join(", ");
}

// By country first, which is an order of lists as well. What costs most to ask of a million comes soon, where it is
// read without what stands before it, and those who say the same stand together.
QByteArray countedColumns()
{
    QByteArrayList all{"country", "gender", "status"};
    for (const Fact& fact : facts)
        all.append(fact.column);
    for (const QByteArray& column : columnNames()) {
        if (!all.contains(column))
            all.append(column);
    }
    return all.join(", ");
}

// Names of indexes, and of what.
std::vector<std::pair<QByteArray, QByteArray>> indexes()
{
    std::vector<std::pair<QByteArray, QByteArray>> all{
        {"person_key_by_sort", "(sort_key, person_id, " + columnsAndFacts() + ')'},
        // The same without names, which is half as long: for numbers of people.
        {"person_key_by_state", '(' + countedColumns() + ')'},
        // Of a person in the order of a list: what the search box sorts by is looked up for many at each key.
        {"person_key_by_person", "(person_id, sort_key)"},
        {"person_key_by_country", "(country, sort_key)"},
        {"person_key_by_name", "(name_key)"}};
    for (const Copy& copy : copies) {
        const QByteArray column = copy.column;
        if (copy.isSeldomSaid)
            all.emplace_back("person_key_by_" + column, '(' + column + ") WHERE " + column + " <> ''");
    }
    return all;
}

Result<> execute(sqlite3* database, const QByteArray& sql)
{
    if (sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(database));
    return {};
}
} // namespace

bool isInPersonKeys(const char* column)
{
    return std::any_of(std::begin(copies), std::end(copies),
                       [column](const Copy& copy) { return qstrcmp(copy.column, column) == 0; });
}

Result<> createPersonKeys(sqlite3* database)
{
    QByteArray sql = "CREATE TABLE IF NOT EXISTS person_key (person_id INTEGER PRIMARY KEY, sort_key TEXT NOT NULL";
    for (const Copy& copy : copies)
        sql += QByteArray(", ") + copy.column + ' ' + copy.type;
    for (const Fact& fact : facts)
        sql += QByteArray(", ") + fact.column + ' ' + fact.type;
    return execute(database, sql + ", name_key TEXT NOT NULL, own_words INTEGER NOT NULL) STRICT");
}

Result<> indexPersonKeys(sqlite3* database)
{
    for (const auto& [name, columns] : indexes())
        DTP_CHECK(execute(database, "CREATE INDEX IF NOT EXISTS " + name + " ON person_key " + columns));
    return {};
}

Result<> dropPersonKeyIndexes(sqlite3* database)
{
    for (const auto& [name, columns] : indexes())
        DTP_CHECK(execute(database, "DROP INDEX IF EXISTS " + name));
    return {};
}

bool isSeldomSaid(const char* column)
{
    return std::any_of(std::begin(copies), std::end(copies),
                       [column](const Copy& copy) { return copy.isSeldomSaid && qstrcmp(copy.column, column) == 0; });
}

Result<> dropPersonKeys(sqlite3* database)
{
    return execute(database, "DROP TABLE IF EXISTS person_key");
}

Result<PersonKeyWriter> PersonKeyWriter::open(sqlite3* database)
{
    QByteArrayList wanted = columnNames();
    for (const Fact& fact : facts)
        wanted.append(fact.sql("person.id"));
    DTP_TRY(select, Statement::prepare(database, "SELECT " + wanted.join(", ") + " FROM person WHERE id = ?"));
    const QByteArrayList marks(4 + copyCount + factCount, "?");
    DTP_TRY(insert, Statement::prepare(database, "INSERT INTO person_key (person_id, sort_key, name_key, own_words, " +
                                                     columnsAndFacts() + ") VALUES (" + marks.join(", ") + ")"));
    return PersonKeyWriter(std::move(select), std::move(insert));
}

Result<> PersonKeyWriter::add(qint64 person, const QByteArray& sortKey, const QByteArray& nameKey, qint64 ownWords)
{
    m_copies.bind(1, person);
    DTP_TRY(there, m_copies.step());
    if (!there) {
        m_copies.reset();
        return {};
    }
    m_insert.bind(1, person).bindUtf8(2, sortKey).bindUtf8(3, nameKey).bind(4, ownWords);
    for (int i = 0; i < copyCount + factCount; ++i) {
        sqlite3_value* copy = sqlite3_column_value(m_copies.handle(), i);
        if (const int code = sqlite3_bind_value(m_insert.handle(), i + 5, copy); code != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(code, QStringLiteral("bind")));
    }
    m_copies.reset();
    return m_insert.run();
}

QByteArray wrongPersonKeysSql()
{
    const auto readable = [](const QByteArray& value) -> QByteArray {
        return "iif(typeof(" + value + ") = 'blob', hex(" + value + "), " + value + ')';
    };
    QByteArrayList conditions;
    QByteArrayList selects;
    const auto add = [&](const QByteArray& column, const QByteArray& inRecord) {
        const QByteArray inKeys = "person_key." + column;
        conditions.append(inRecord + " IS NOT " + inKeys);
        selects.append("SELECT person.id, '" + column + "', " + readable(inRecord) + ", " + readable(inKeys) +
                       " FROM differing JOIN person USING (id) JOIN person_key ON person_id = person.id WHERE " +
                       conditions.back());
    };
    for (const Copy& copy : copies)
        add(copy.column, QByteArray("person.") + copy.column);
    for (const Fact& fact : facts)
        add(fact.column, fact.sql("person.id"));
    // One walk along everybody; what differs is told of the few whom it finds.
    return "WITH differing (id) AS MATERIALIZED (SELECT person.id FROM person JOIN person_key ON person_id = person.id"
           " WHERE " +
           conditions.join(" OR ") + ") " + selects.join(" UNION ALL ");
}

} // namespace dtp
