// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>

#include <database/people_collation.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

#include <vault/sqlite_start.h>
#include <vault/vault.h>
#include <vault/vault_files.h>

#include <atomic>
#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};
} // namespace

Statement::Statement(sqlite3* database, sqlite3_stmt* statement, bool owned)
    : m_database(database), m_statement(statement), m_owned(owned)
{
}

Result<Statement> Statement::prepare(sqlite3* database, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.constData(), static_cast<int>(sql.size()), &statement, nullptr) !=
        SQLITE_OK) {
        Error error = sqliteError(database);
        error.detail += QStringLiteral(" in: ") + QString::fromUtf8(sql.left(400));
        return tl::unexpected<Error>(std::move(error));
    }
    return Statement(database, statement, true);
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    if (m_owned)
        sqlite3_finalize(m_statement);
    else
        reset();
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_owned(other.m_owned),
      m_bindError(other.m_bindError)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_owned, other.m_owned);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement& Statement::bind(int index, const QVariant& value)
{
    int code = SQLITE_OK;
    switch (value.isNull() && value.typeId() != QMetaType::QString && value.typeId() != QMetaType::QByteArray
                ? static_cast<int>(QMetaType::UnknownType)
                : value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        code = sqlite3_bind_null(m_statement, index);
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        code = sqlite3_bind_int64(m_statement, index, value.toLongLong());
        break;
    case QMetaType::Double:
    case QMetaType::Float:
        code = sqlite3_bind_double(m_statement, index, value.toDouble());
        break;
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        code = sqlite3_bind_blob64(m_statement, index, bytes.isEmpty() ? "" : bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
        break;
    }
    default:
        return bindUtf8(index, value.toString().toUtf8());
    }
    if (code != SQLITE_OK)
        m_bindError = code;
    return *this;
}

Statement& Statement::bind(int index, qint64 value)
{
    if (const int code = sqlite3_bind_int64(m_statement, index, value); code != SQLITE_OK)
        m_bindError = code;
    return *this;
}

Statement& Statement::bindUtf8(int index, const QByteArray& text)
{
    const int code = sqlite3_bind_text64(m_statement, index, text.isEmpty() ? "" : text.constData(),
                                         static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_bindError = code;
    return *this;
}

void Statement::bindRow(const Statement& row, int columns)
{
    for (int column = 0; column < columns; ++column) {
        if (const int code =
                sqlite3_bind_value(m_statement, column + 1, sqlite3_column_value(row.m_statement, column));
            code != SQLITE_OK)
            m_bindError = code;
    }
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK) {
        const int code = std::exchange(m_bindError, SQLITE_OK);
        return tl::unexpected<Error>(sqliteError(code, QStringLiteral("bind")));
    }
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default: {
        Error error = sqliteError(m_database);
        sqlite3_reset(m_statement);
        return tl::unexpected<Error>(std::move(error));
    }
    }
}

Result<> Statement::run()
{
    for (;;) {
        DTP_TRY(more, step());
        if (!more)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::utf8(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return {text, sqlite3_column_bytes(m_statement, column)};
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isBusy() const
{
    return sqlite3_stmt_busy(m_statement) != 0;
}

QString databaseUri(const QString& path, Connection::Mode mode)
{
    if (path == QLatin1String(":memory:"))
        return path;
    QUrlQuery query;
    if (vault::isVault(path))
        query.addQueryItem(QStringLiteral("vfs"), QLatin1String(vault::vaultFilesName()));
    // A file in WAL mode in a folder that cannot be written to is readable in this way only.
    if (mode == Connection::Mode::Immutable)
        query.addQueryItem(QStringLiteral("immutable"), QStringLiteral("1"));
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

namespace
{
// Before the first table is made: room at the end of each page for what seals it.
Result<> prepareVault(Connection& connection, Connection::Mode mode)
{
    if (mode == Connection::Mode::Create) {
        int reserved = vault::reservedBytes;
        sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        DTP_CHECK(connection.run("PRAGMA page_size = 4096"));
    }
    return connection.run("PRAGMA temp_store = MEMORY"); // nothing of it goes to a file of another kind
}
} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Mode mode)
{
    vault::startSqlite();
    const bool isEncrypted = vault::isVault(path);
    if (isEncrypted && !vault::isUnlocked(path))
        return tl::unexpected<Error>(vault::lockedError(path));
    static std::atomic<int> count = 0;
    const QString name = QStringLiteral("dtp-%1").arg(++count);
    std::unique_ptr<Connection> connection(new Connection(path, name, mode));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=4000;QSQLITE_OPEN_URI");
        if (mode == Mode::ReadOnly || mode == Mode::Immutable)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        database.setConnectOptions(options);
        database.setDatabaseName(databaseUri(path, mode));
        if (!database.open())
            return tl::unexpected<Error>(sqliteError(database.lastError().nativeErrorCode().toInt(),
                                                     database.lastError().databaseText(), path));
        connection->m_handle = *static_cast<sqlite3* const*>(database.driver()->handle().data());
    }
    if (isEncrypted)
        DTP_CHECK(prepareVault(*connection, mode));
    // Two different SQLite libraries on one file would not see each other's locks.
    DTP_TRY(source, connection->value("SELECT sqlite_source_id()"));
    if (source.toString() != QLatin1String(sqlite3_sourceid()))
        return fail(
            Storage::tr(
                "The program is not installed properly: it has two different versions of SQLite. Install it again."),
            source.toString());
    addPeopleCollation(connection->m_handle);
    return connection;
}

namespace
{
// Who only reads leaves an empty journal behind, since it may not remove it; who may write and closes the file as the
// last one does. Nothing is written by that: there is nothing in the journal.
void closeEmptyJournal(const QString& path)
{
    const QFileInfo journal(path + QStringLiteral("-wal"));
    const bool isThere = journal.exists() || QFileInfo::exists(path + QStringLiteral("-shm"));
    if (!isThere || journal.size() > 0 || !QFileInfo(path).isWritable() || vault::isLocked(path))
        return;
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(databaseUri(path, Connection::Mode::ReadWrite).toUtf8().constData(), &database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, nullptr) == SQLITE_OK)
        sqlite3_exec(database, "PRAGMA schema_version", nullptr, nullptr, nullptr);
    sqlite3_close_v2(database);
}
} // namespace

Connection::~Connection()
{
    for (sqlite3_stmt* statement : std::as_const(m_kept))
        sqlite3_finalize(statement);
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    if (m_mode == Mode::ReadOnly)
        closeEmptyJournal(m_path);
}

Result<Statement> Connection::statement(const QByteArray& sql)
{
    if (sqlite3_stmt* kept = m_kept.value(sql)) {
        if (!sqlite3_stmt_busy(kept))
            return Statement(m_handle, kept, false);
        return Statement::prepare(m_handle, sql);
    }
    DTP_TRY(fresh, Statement::prepare(m_handle, sql));
    constexpr qsizetype most = 200; // statements are made from the field tables; more than this are one-off
    if (m_kept.size() >= most)
        return std::move(fresh);
    m_kept.insert(sql, fresh.m_statement);
    fresh.m_owned = false;
    return std::move(fresh);
}

Result<> Connection::run(const QByteArray& sql)
{
    char* message = nullptr;
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK) {
        sqlite3_free(message);
        return tl::unexpected<Error>(sqliteError(m_handle, m_path));
    }
    return {};
}

Result<QVariant> Connection::value(const QByteArray& sql)
{
    DTP_TRY(statement, Statement::prepare(m_handle, sql));
    DTP_TRY(row, statement.step());
    if (!row || statement.isNull(0))
        return QVariant();
    if (sqlite3_column_type(statement.m_statement, 0) == SQLITE_INTEGER)
        return QVariant(statement.integer(0));
    return QVariant(statement.text(0));
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Connection& connection)
{
    DTP_CHECK(connection.run("BEGIN IMMEDIATE"));
    return std::unique_ptr<Transaction>(new Transaction(connection));
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself, as when the disk is full.
    if (m_open && m_connection.inTransaction())
        (void)m_connection.run("ROLLBACK");
}

Result<> Transaction::commit()
{
    DTP_CHECK(m_connection.run("COMMIT"));
    m_open = false;
    return {};
}

} // namespace dtp
