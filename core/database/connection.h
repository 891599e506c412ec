// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the file: opened through Qt SQL, spoken to in SQLite's own API, which change sets, blobs and
// functions need. For core/storage and core/search alone.
#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace dtp
{

// What SQLite says, as a sentence for a person; detail holds the code's name ("SQLITE_FULL: …").
Error sqliteError(sqlite3* database, const QString& file = {});
Error sqliteError(int code, const QString& detail, const QString& file = {});

// A prepared statement. Text is UTF-8 in the file.
class Statement
{
public:
    static Result<Statement> prepare(sqlite3* database, const QByteArray& sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    Statement& bind(int index, const QVariant& value); // from 1; errors come out at step()
    Statement& bind(int index, qint64 value);
    Statement& bindUtf8(int index, const QByteArray& text);
    void bindRow(const Statement& row, int columns); // the first columns of a row of another one, as they are kept
    Result<bool> step();                             // true: there is a row
    Result<> run();                                  // to the end, and back to the start
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray utf8(int column) const;
    QByteArray blob(int column) const;
    bool isBusy() const;
    sqlite3_stmt* handle() const { return m_statement; }

private:
    friend class Connection;
    Statement(sqlite3* database, sqlite3_stmt* statement, bool owned);
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    bool m_owned = true;
    int m_bindError = 0;
};

class Connection
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Immutable };
    static Result<std::unique_ptr<Connection>> open(const QString& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const { return m_handle; }
    const QString& path() const { return m_path; }

    // A statement that is kept prepared; a fresh one while that is in use.
    Result<Statement> statement(const QByteArray& sql);
    // One or more statements without results.
    Result<> run(const QByteArray& sql);
    Result<QVariant> value(const QByteArray& sql); // first column of the first row; null when there is none
    bool inTransaction() const;

private:
    Connection(QString path, QString name, Mode mode) : m_path(std::move(path)), m_name(std::move(name)), m_mode(mode)
    {
    }
    QString m_path;
    QString m_name; // of the QSqlDatabase
    Mode m_mode;
    sqlite3* m_handle = nullptr;
    QHash<QByteArray, sqlite3_stmt*> m_kept;
};

// What SQLite is told to open or attach a file by: encrypted ones go by the vault's way to files.
QString databaseUri(const QString& path, Connection::Mode mode);

// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Result<> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(connection) {}
    Connection& m_connection;
    bool m_open = true;
};

} // namespace dtp
