// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/table_rescue.h>

#include <database/connection.h>

#include <sqlite3.h>

namespace dtp
{

Result<QStringList> textsOf(Connection& connection, const QByteArray& sql)
{
    QStringList names;
    DTP_TRY(select, Statement::prepare(connection.handle(), sql));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return names;
        names.append(select.text(0));
    }
}

namespace
{
QByteArray quoted(const QString& name)
{
    return '"' + name.toUtf8() + '"';
}

// A row that the table of the new file does not take is none of it: the list of tables led to those of another.
bool isOfOtherForm(const Error& error)
{
    const int code = error.detail.section(QLatin1Char(' '), 1, 1).remove(QLatin1Char(':')).toInt();
    return (code & 0xFF) == SQLITE_CONSTRAINT;
}

// One table of the damaged file into the same of the new one.
class TableRescue
{
public:
    TableRescue(Connection& from, Connection& to, QString table) : m_from(from), m_to(to), m_table(std::move(table)) {}

    Result<RescuedTable> copy()
    {
        DTP_TRY(ours, textsOf(m_to, "SELECT name FROM pragma_table_info('" + m_table.toUtf8() + "')"));
        const auto theirs = textsOf(m_from, "SELECT name FROM pragma_table_info('" + m_table.toUtf8() + "')");
        QStringList shared;
        for (const QString& column : ours) {
            if (theirs && theirs->contains(column))
                shared.append(column);
        }
        if (shared.isEmpty())
            return RescuedTable{0, 0, !theirs, {}}; // of an earlier layout, which had none
        QByteArray marks;
        for (const QString& column : shared) {
            m_columns += (m_columns.isEmpty() ? "" : ", ") + quoted(column);
            marks += marks.isEmpty() ? "?" : ", ?";
        }
        m_columnCount = static_cast<int>(shared.size());
        m_insert = "INSERT OR IGNORE INTO " + quoted(m_table) + " (" + m_columns + ") VALUES (" + marks + ")";
        const bool hasKeys = Statement::prepare(m_from.handle(), "SELECT rowid FROM " + quoted(m_table)).has_value();
        DTP_CHECK(hasKeys ? copyByKeys() : copyAsItComes());
        return m_rescued;
    }

private:
    // Every key that the table itself and each of its indexes knows, from both ends: a page that cannot be read ends a
    // walk, and what stands behind it is met from the other side, or by an index. Then row by row.
    Result<> copyByKeys()
    {
        std::set<qint64> keys;
        bool isEveryKeyKnown = walk("NOT INDEXED", "rowid", keys);
        if (!isEveryKeyKnown) {
            const auto indexes =
                textsOf(m_from, "SELECT name FROM pragma_index_list('" + m_table.toUtf8() + "') WHERE partial = 0");
            for (const QString& index : indexes.value_or(QStringList())) {
                const auto columns =
                    textsOf(m_from, "SELECT name FROM pragma_index_info('" + index.toUtf8() + "') LIMIT 1");
                if (columns && !columns->isEmpty())
                    isEveryKeyKnown =
                        walk("INDEXED BY " + quoted(index), quoted(columns->front()), keys) || isEveryKeyKnown;
            }
        }
        m_rescued.isBroken = !isEveryKeyKnown;
        const QByteArray sql = "SELECT " + m_columns + " FROM " + quoted(m_table) + " NOT INDEXED WHERE rowid = ?";
        auto select = Statement::prepare(m_from.handle(), sql);
        for (const qint64 key : keys) {
            if (select)
                select->reset();
            const auto row = select ? select->bind(1, key).step() : Result<bool>(false);
            DTP_TRY(isKept, row && *row ? insert(*select) : Result<bool>(false));
            if (!isKept)
                m_rescued.lostKeys.insert(key);
        }
        m_rescued.lost = static_cast<qint64>(m_rescued.lostKeys.size());
        return {};
    }

    // Whether it came to the end.
    bool walk(const QByteArray& how, const QByteArray& order, std::set<qint64>& keys)
    {
        for (const char* direction : {" ASC", " DESC"}) {
            auto select = Statement::prepare(m_from.handle(), "SELECT rowid FROM " + quoted(m_table) + ' ' + how +
                                                                  " ORDER BY " + order + direction);
            for (;;) {
                const auto row = select ? select->step() : tl::unexpected<Error>(select.error());
                if (!row)
                    break;
                if (!*row)
                    return true;
                keys.insert(select->integer(0));
            }
        }
        return false;
    }

    // A table that is its own index: small ones, of settings and of what belongs to the history.
    Result<> copyAsItComes()
    {
        auto select = Statement::prepare(m_from.handle(), "SELECT " + m_columns + " FROM " + quoted(m_table));
        for (;;) {
            const auto row = select ? select->step() : tl::unexpected<Error>(select.error());
            if (!row)
                m_rescued.isBroken = true;
            if (!row || !*row)
                return {};
            DTP_TRY(isKept, insert(*select));
            m_rescued.lost += isKept ? 0 : 1;
        }
    }

    Result<bool> insert(const Statement& row)
    {
        DTP_TRY(insert, m_to.statement(m_insert));
        insert.bindRow(row, m_columnCount);
        const auto done = insert.run();
        if (!done && !isOfOtherForm(done.error()))
            return tl::unexpected<Error>(done.error());
        m_rescued.kept += done ? 1 : 0;
        return done.has_value();
    }

    Connection& m_from;
    Connection& m_to;
    QString m_table;
    QByteArray m_columns;
    QByteArray m_insert;
    int m_columnCount = 0;
    RescuedTable m_rescued;
};

} // namespace

Result<> readWhatCanBe(Connection& damaged)
{
    // writable_schema: a file that is shorter than it says is read as far as it goes.
    return damaged.run("PRAGMA writable_schema = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;"
                       "PRAGMA trusted_schema = OFF;");
}

Result<RescuedTable> rescueTable(Connection& from, Connection& to, const QString& table)
{
    return TableRescue(from, to, table).copy();
}

} // namespace dtp
