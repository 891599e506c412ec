// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/index_comparison.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

struct Index {
    QString name;
    QString table;
    QStringList columns;  // empty: of a term, which is not read from the index alone
    QByteArray condition; // " WHERE …" of one that has not all records
};

Result<std::vector<Index>> readIndexes(Connection& connection, const QSet<QString>& wanted)
{
    std::vector<Index> all;
    DTP_TRY(select, Statement::prepare(connection.handle(),
                                       "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index'"
                                       " AND sql IS NOT NULL ORDER BY name"));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return all;
        if (!wanted.contains(select.text(0)))
            continue;
        Index index{select.text(0), select.text(1), {}, {}};
        const QByteArray sql = select.utf8(2);
        if (const qsizetype at = sql.indexOf(" WHERE "); at >= 0)
            index.condition = sql.mid(at);
        DTP_TRY(columns, Statement::prepare(connection.handle(), "SELECT name FROM pragma_index_info('" +
                                                                     index.name.toUtf8() + "') ORDER BY seqno"));
        for (;;) {
            DTP_TRY(column, columns.step());
            if (!column)
                break;
            index.columns.append(columns.text(0));
        }
        if (index.columns.contains(QString()))
            index.columns.clear();
        all.push_back(std::move(index));
    }
}

// One index beside its table.
class Comparison
{
public:
    Comparison(Connection& connection, const Index& index, int most, QStringList& found)
        : m_connection(connection), m_index(index), m_most(most), m_found(found)
    {
    }

    Result<> run()
    {
        QByteArray columns = "rowid";
        for (const QString& column : m_index.columns)
            columns += ", \"" + column.toUtf8() + '"';
        const QByteArray from = " FROM \"" + m_index.table.toUtf8() + '"';
        DTP_TRY(entries, prepare("SELECT " + columns + from + " INDEXED BY \"" + m_index.name.toUtf8() + '"' +
                                 m_index.condition));
        DTP_TRY(record, prepare("SELECT " + columns + from + " NOT INDEXED WHERE rowid = ?"));
        QSet<qint64> known;
        while (m_found.size() <= m_most) {
            DTP_TRY(row, entries.step());
            if (!row)
                return findMissing(from, known);
            known.insert(entries.integer(0));
            DTP_TRY(isThere, record.bind(1, entries.integer(0)).step());
            if (isThere)
                compare(entries, record);
            else
                m_found.append(Storage::tr("The index %1 knows the record %2 of “%3”, which is not there.")
                                   .arg(m_index.name)
                                   .arg(entries.integer(0))
                                   .arg(m_index.table));
            record.reset();
        }
        return {};
    }

private:
    Result<Statement> prepare(const QByteArray& sql) { return Statement::prepare(m_connection.handle(), sql); }

    void compare(const Statement& entry, const Statement& record)
    {
        for (int i = 0; i < m_index.columns.size(); ++i) {
            if (entry.utf8(i + 1) != record.utf8(i + 1) || entry.isNull(i + 1) != record.isNull(i + 1))
                m_found.append(Storage::tr("Record %1 of “%2”: “%3” is “%4” in the record and “%5” in the index %6.")
                                   .arg(entry.integer(0))
                                   .arg(m_index.table, m_index.columns.at(i), record.text(i + 1), entry.text(i + 1),
                                        m_index.name));
        }
    }

    Result<> findMissing(const QByteArray& from, const QSet<qint64>& known)
    {
        DTP_TRY(records, prepare("SELECT rowid" + from + " NOT INDEXED" + m_index.condition));
        while (m_found.size() <= m_most) {
            DTP_TRY(row, records.step());
            if (!row)
                break;
            if (!known.contains(records.integer(0)))
                m_found.append(Storage::tr("The record %1 of “%2” is not in the index %3.")
                                   .arg(records.integer(0))
                                   .arg(m_index.table, m_index.name));
        }
        return {};
    }

    Connection& m_connection;
    const Index& m_index;
    int m_most;
    QStringList& m_found;
};
} // namespace

Result<QStringList> indexDifferences(Connection& connection, const QSet<QString>& indexes, int most)
{
    QStringList found;
    DTP_TRY(all, readIndexes(connection, indexes));
    for (const Index& index : all) {
        if (found.size() > most)
            break;
        if (index.columns.isEmpty() || !Comparison(connection, index, most, found).run())
            found.append(Storage::tr("The index %1 does not agree with “%2”.").arg(index.name, index.table));
    }
    return found;
}

} // namespace dtp
