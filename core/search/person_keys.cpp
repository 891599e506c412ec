// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/person_keys.h>

#include <database/connection.h>

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
};
constexpr Copy copies[] = {{"country", "TEXT NOT NULL"},       {"gender", "TEXT NOT NULL"},
                           {"status", "TEXT NOT NULL"},        {"safety_level", "TEXT NOT NULL"},
                           {"birth_year", "INTEGER"},          {"disability", "TEXT NOT NULL"},
                           {"last_verified", "TEXT NOT NULL"}, {"pronouns", "TEXT NOT NULL"},
                           {"identity", "TEXT NOT NULL"},      {"safe_channel", "TEXT NOT NULL"}};

// What she agreed to, which an index of everybody answers so; see KeptAgreements in meaning/consents.h.
QByteArray agreedOf(const QByteArray& person)
{
    return "(SELECT agreements_of(id, purpose, answer, answered_on, expires_on) FROM consent WHERE person_id = " +
           person + ")";
}

QByteArray columns(const char* before = "")
{
    QByteArrayList all;
    for (const Copy& copy : copies)
        all.append(QByteArray(before) + copy.column);
    return all.join(", ");
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
    return execute(database,
                   sql + ", agreed BLOB NOT NULL, name_key TEXT NOT NULL, own_words INTEGER NOT NULL) STRICT");
}

Result<> indexPersonKeys(sqlite3* database)
{
    return execute(database, "CREATE INDEX IF NOT EXISTS person_key_by_sort ON person_key (sort_key, person_id, " +
                                 columns() +
                                 ", agreed);"
                                 "CREATE INDEX IF NOT EXISTS person_key_by_country ON person_key (country, sort_key);"
                                 "CREATE INDEX IF NOT EXISTS person_key_by_name ON person_key (name_key);");
}

Result<> dropPersonKeys(sqlite3* database)
{
    return execute(database, "DROP TABLE IF EXISTS person_key");
}

Result<PersonKeyWriter> PersonKeyWriter::open(sqlite3* database)
{
    DTP_TRY(select, Statement::prepare(database, "SELECT " + columns() + ", " + agreedOf("person.id") +
                                                     " FROM person WHERE id = ?"));
    QByteArray marks = "?, ?, ?, ?, ?";
    for (size_t i = 0; i < std::size(copies); ++i)
        marks += ", ?";
    DTP_TRY(insert, Statement::prepare(database, "INSERT INTO person_key (person_id, sort_key, name_key, own_words, " +
                                                     columns() + ", agreed) VALUES (" + marks + ")"));
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
    for (int i = 0; i < static_cast<int>(std::size(copies)) + 1; ++i) { // and what she agreed to
        sqlite3_value* copy = sqlite3_column_value(m_copies.handle(), i);
        if (const int code = sqlite3_bind_value(m_insert.handle(), i + 5, copy); code != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(code, QStringLiteral("bind")));
    }
    m_copies.reset();
    return m_insert.run();
}

QByteArray wrongPersonKeysSql()
{
    return "SELECT count(*) FROM person JOIN person_key ON person_id = id WHERE (" + columns("person.") +
           ") IS NOT (" + columns("person_key.") + ") OR person_key.agreed IS NOT " + agreedOf("person.id");
}

} // namespace dtp
