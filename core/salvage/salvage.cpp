// SPDX-License-Identifier: GPL-3.0-or-later
#include <salvage/salvage.h>

#include <base/output_path.h>
#include <database/connection.h>
#include <database/database_files.h>
#include <database/schema.h>
#include <storage/store.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <set>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

QByteArray quoted(const QString& name)
{
    return '"' + name.toUtf8() + '"';
}

Result<QStringList> namesOf(Connection& connection, const QByteArray& sql)
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

// One table of the damaged file into the same of the new one.
class TableRescue
{
public:
    TableRescue(Connection& from, Connection& to, QString table) : m_from(from), m_to(to), m_table(std::move(table)) {}

    Result<> copy(Salvaged& salvaged)
    {
        DTP_TRY(ours, namesOf(m_to, "SELECT name FROM pragma_table_info('" + m_table.toUtf8() + "')"));
        const auto theirs = namesOf(m_from, "SELECT name FROM pragma_table_info('" + m_table.toUtf8() + "')");
        QStringList shared;
        for (const QString& column : ours) {
            if (theirs && theirs->contains(column))
                shared.append(column);
        }
        if (shared.isEmpty())
            return {}; // of an earlier layout, which had none
        QByteArray marks;
        for (const QString& column : shared) {
            m_columns += (m_columns.isEmpty() ? "" : ", ") + quoted(column);
            marks += marks.isEmpty() ? "?" : ", ?";
        }
        m_columnCount = static_cast<int>(shared.size());
        m_insert = "INSERT OR IGNORE INTO " + quoted(m_table) + " (" + m_columns + ") VALUES (" + marks + ")";
        const bool hasKeys = Statement::prepare(m_from.handle(), "SELECT rowid FROM " + quoted(m_table)).has_value();
        DTP_CHECK(hasKeys ? copyByKeys() : copyAsItComes());
        if (m_kept > 0)
            salvaged.kept[m_table] = m_kept;
        if (m_lost > 0)
            salvaged.lost[m_table] = m_lost;
        if (m_isBroken)
            salvaged.brokenTables.push_back(m_table);
        return {};
    }

private:
    // Every key that the table itself and each of its indexes knows, from both ends: a page that cannot be read ends a
    // walk, and what stands behind it is met from the other side, or by an index. Then row by row.
    Result<> copyByKeys()
    {
        std::set<qint64> keys;
        walk("NOT INDEXED", "rowid", keys);
        if (m_isBroken) {
            const auto indexes =
                namesOf(m_from, "SELECT name FROM pragma_index_list('" + m_table.toUtf8() + "') WHERE partial = 0");
            for (const QString& index : indexes.value_or(QStringList())) {
                const auto columns =
                    namesOf(m_from, "SELECT name FROM pragma_index_info('" + index.toUtf8() + "') LIMIT 1");
                if (columns && !columns->isEmpty())
                    walk("INDEXED BY " + quoted(index), quoted(columns->front()), keys);
            }
        }
        const QByteArray sql = "SELECT " + m_columns + " FROM " + quoted(m_table) + " NOT INDEXED WHERE rowid = ?";
        DTP_TRY(select, Statement::prepare(m_from.handle(), sql));
        for (const qint64 key : keys) {
            select.reset();
            const auto row = select.bind(1, key).step();
            if (row && *row)
                DTP_CHECK(insert(select));
            else
                ++m_lost;
        }
        return {};
    }

    void walk(const QByteArray& how, const QByteArray& order, std::set<qint64>& keys)
    {
        for (const char* direction : {" ASC", " DESC"}) {
            auto select = Statement::prepare(m_from.handle(), "SELECT rowid FROM " + quoted(m_table) + ' ' + how +
                                                                  " ORDER BY " + order + direction);
            if (!select) {
                m_isBroken = true;
                return;
            }
            for (;;) {
                const auto row = select->step();
                if (!row)
                    m_isBroken = true;
                if (!row || !*row)
                    break;
                keys.insert(select->integer(0));
            }
            if (!m_isBroken)
                return;
        }
    }

    // A table that is its own index: small ones, of settings and of what belongs to the history.
    Result<> copyAsItComes()
    {
        DTP_TRY(select, Statement::prepare(m_from.handle(), "SELECT " + m_columns + " FROM " + quoted(m_table)));
        for (;;) {
            const auto row = select.step();
            if (!row)
                m_isBroken = true;
            if (!row || !*row)
                return {};
            DTP_CHECK(insert(select));
        }
    }

    Result<> insert(const Statement& row)
    {
        DTP_TRY(insert, m_to.statement(m_insert));
        insert.bindRow(row, m_columnCount);
        DTP_CHECK(insert.run());
        ++m_kept;
        return {};
    }

    Connection& m_from;
    Connection& m_to;
    QString m_table;
    QByteArray m_columns;
    QByteArray m_insert;
    int m_columnCount = 0;
    qint64 m_kept = 0;
    qint64 m_lost = 0;
    bool m_isBroken = false;
};

// What refers to a lost record: without it, or lost too.
Result<> mendReferences(Connection& connection, Salvaged& salvaged)
{
    struct Broken {
        QString table;
        qint64 key;
        qint64 reference;
    };
    constexpr int mostRounds = 20; // what owns what is less deep than that
    for (int round = 0; round < mostRounds; ++round) {
        std::vector<Broken> broken;
        {
            DTP_TRY(check, Statement::prepare(connection.handle(), "PRAGMA foreign_key_check"));
            for (;;) {
                DTP_TRY(row, check.step());
                if (!row)
                    break;
                broken.push_back({check.text(0), check.integer(1), check.integer(3)});
            }
        }
        if (broken.empty())
            return {};
        for (const Broken& each : broken) {
            const QByteArray table = quoted(each.table);
            DTP_TRY(column, connection.value("SELECT \"from\" FROM pragma_foreign_key_list('" + each.table.toUtf8() +
                                             "') WHERE id = " + QByteArray::number(each.reference)));
            const QByteArray where = " WHERE rowid = " + QByteArray::number(each.key);
            if (!connection.run("UPDATE " + table + " SET " + quoted(column.toString()) + " = NULL" + where)) {
                DTP_CHECK(connection.run("DELETE FROM " + table + where));
                ++salvaged.lost[each.table];
                --salvaged.kept[each.table];
            }
        }
    }
    return {};
}

// damaged: the copy of what is called name.
Result<> fill(const QString& damaged, const QString& name, const QString& target, Salvaged& salvaged,
              const Progress& progress)
{
    DTP_TRY(from, Connection::open(damaged, Connection::Mode::ReadWrite)); // a copy, with its journal
    // writable_schema: a file that is shorter than it says is read as far as it goes.
    DTP_CHECK(from->run("PRAGMA writable_schema = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;"
                        "PRAGMA trusted_schema = OFF;"));
    DTP_TRY(to, Connection::open(target, Connection::Mode::Create));
    DTP_CHECK(to->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"));
    DTP_CHECK(migrate(*to));
    auto tables = namesOf(*to, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    if (!tables)
        return tl::unexpected<Error>(std::move(tables.error()));
    const auto theirs = namesOf(*from, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    if (!theirs || theirs->isEmpty())
        return fail(Storage::tr("Nothing of %1 can be read: the list of its tables is damaged.").arg(name),
                    QStringLiteral("SQLite 11: schema"));
    DTP_TRY(transaction, Transaction::begin(*to));
    qint64 done = 0;
    for (const QString& table : *tables) {
        if (!goOn(progress, done++, tables->size(), Storage::tr("Saving what can be read")))
            return fail(Storage::tr("This was stopped; nothing was left behind."));
        DTP_CHECK(to->run("DELETE FROM " + quoted(table))); // what migrations put there
        DTP_CHECK(TableRescue(*from, *to, table).copy(salvaged));
    }
    DTP_CHECK(mendReferences(*to, salvaged));
    return transaction->commit();
}
} // namespace

Result<Salvaged> salvage(const QString& damaged, const QString& target, const Environment& environment,
                         const Progress& progress)
{
    const QString name = QFileInfo(damaged).fileName();
    if (!QFileInfo(damaged).isFile())
        return fail(Storage::tr("%1 is not there.").arg(name), damaged);
    if (vault::isVault(damaged) && !vault::isUnlocked(damaged))
        return tl::unexpected<Error>(vault::lockedError(damaged));
    DTP_CHECK(checkOutput(target, {damaged}));
    if (QFileInfo::exists(target))
        return fail(Storage::tr("%1 exists already. Choose another name.").arg(QFileInfo(target).fileName()), target);
    Salvaged salvaged;
    if (vault::isVault(damaged)) {
        DTP_TRY(pages, vault::damagedPages(damaged));
        salvaged.damagedPages = std::move(pages);
    }
    // Of copies, so that the damaged one stays as it is, whatever SQLite does to play back its journal.
    removeLeftParts(QFileInfo(target).dir(), QFileInfo(target).fileName());
    const QString copy = partOf(target);
    const QString made = partOf(target);
    const auto work = [&]() -> Result<> {
        for (const char* ending : {"", "-wal", "-journal"}) {
            const QString from = damaged + QLatin1String(ending);
            if (!QFileInfo::exists(from))
                continue;
            if (!QFile::copy(from, copy + QLatin1String(ending)))
                return fail(Storage::tr("%1 could not be copied: is the disk full?").arg(name), from);
            QFile::setPermissions(copy + QLatin1String(ending), onlyOwner);
        }
        QFile file(made);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
            return fail(Storage::tr("%1 could not be made: %2. Choose another folder.")
                            .arg(QFileInfo(target).fileName(), file.errorString()),
                        made);
        file.close();
        if (vault::isVault(damaged))
            DTP_CHECK(vault::createLike(damaged, made));
        DTP_CHECK(fill(copy, name, made, salvaged, progress));
        {
            DTP_TRY(store, Store::open(made, environment)); // whose index is made anew
            for (const auto& participant : environment.participants)
                DTP_CHECK(participant->rebuild(store->handle()));
        }
        DTP_CHECK(foldJournals(made));
        return replaceBy(made, target);
    };
    const auto worked = work();
    removeDatabase(copy);
    removeDatabase(made);
    QFile::remove(made + QStringLiteral(".lock"));
    if (!worked)
        return tl::unexpected<Error>(worked.error());
    return salvaged;
}

} // namespace dtp
