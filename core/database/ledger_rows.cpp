// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/ledger_rows.h>

#include <database/connection.h>
#include <database/database_files.h>
#include <database/journal.h>
#include <database/table_rescue.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
// The columns that both files know, as "a, b, c".
Result<QByteArray> sharedColumns(Connection& connection, const QByteArray& table)
{
    DTP_TRY(columns,
            connection.value("SELECT group_concat(name, ', ') FROM pragma_table_info('" + table +
                             "') WHERE name IN (SELECT name FROM pragma_table_info('" + table + "', 'other'))"));
    return columns.toString().toUtf8();
}
} // namespace

Result<> closeBegunLedgerEntries(Connection& connection)
{
    DTP_TRY(begun, textsOf(connection, "SELECT value FROM setting WHERE key LIKE 'begunDisclosure/%'"));
    if (begun.isEmpty())
        return {};
    for (const QString& each : begun)
        removeLeftFolder(each); // a number is none
    DTP_TRY(transaction, Transaction::begin(connection));
    DTP_TRY(say,
            Statement::prepare(connection.handle(),
                               "UPDATE disclosure SET file = file || ? WHERE id IN (SELECT CAST(value AS INTEGER) "
                               "FROM setting WHERE key LIKE 'begunDisclosure/%')"));
    DTP_CHECK(say.bind(1, QVariant(QString(QLatin1Char(' ') +
                                           QCoreApplication::translate(
                                               "Storage", "(the program was stopped; it may have left or not)"))))
                  .run());
    DTP_CHECK(connection.run("DELETE FROM setting WHERE key LIKE 'begunDisclosure/%'"));
    return transaction->commit();
}

Result<> completeEntryOfCopy(Connection& copy, const QString& fileName)
{
    DTP_TRY(complete,
            copy.statement("DELETE FROM setting WHERE key LIKE 'begunDisclosure/%' AND CAST(value AS INTEGER) "
                           "IN (SELECT id FROM disclosure WHERE file = ?)"));
    return complete.bind(1, QVariant(fileName)).run();
}

Result<> takeOverLedger(Connection& connection, const QString& otherFile)
{
    {
        DTP_TRY(attach, Statement::prepare(connection.handle(), "ATTACH ? AS other"));
        DTP_CHECK(attach.bind(1, QVariant(databaseUri(otherFile, Connection::Mode::ReadWrite))).run());
    }
    const auto take = [&]() -> Result<> {
        for (const QByteArray table : {"disclosure", "disclosed_person"}) {
            DTP_TRY(columns, sharedColumns(connection, table));
            if (columns.isEmpty())
                continue;
            DTP_CHECK(connection.run("INSERT OR IGNORE INTO main." + table + " (" + columns + ") SELECT " + columns +
                                     " FROM other." + table + " WHERE id NOT IN (SELECT id FROM main." + table + ")"));
        }
        return connection.run("INSERT OR IGNORE INTO main.setting SELECT key, value FROM other.setting WHERE key LIKE "
                              "'begunDisclosure/%'");
    };
    const Result<> taken = take();
    const Result<> left = connection.run("DETACH other");
    return taken ? left : taken;
}

Result<bool> rescueLedger(Connection& connection, const QString& damaged)
{
    // SQLite writes nothing from a journal where it may only read.
    const bool hasMore = hasJournal(damaged);
    const auto from = Connection::open(damaged, hasMore ? Connection::Mode::ReadOnly : Connection::Mode::Immutable);
    if (!from || !readWhatCanBe(**from))
        return false;
    bool isAll = !hasMore || checkJournal(damaged);
    DTP_TRY(transaction, Transaction::begin(connection));
    for (const char* table : {"disclosure", "disclosed_person"}) {
        DTP_TRY(rescued, rescueTable(**from, connection, QLatin1String(table)));
        isAll = isAll && rescued.lost == 0 && !rescued.isBroken;
    }
    DTP_CHECK(connection.run("DELETE FROM disclosed_person WHERE disclosure_id NOT IN (SELECT id FROM disclosure)"));
    const auto begun =
        textsOf(**from, "SELECT key || char(10) || value FROM setting WHERE key LIKE 'begunDisclosure/%'");
    for (const QString& each : begun.value_or(QStringList())) {
        DTP_TRY(mark, connection.statement("INSERT OR IGNORE INTO setting VALUES (?, ?)"));
        DTP_CHECK(mark.bind(1, QVariant(each.section(QLatin1Char('\n'), 0, 0)))
                      .bind(2, QVariant(each.section(QLatin1Char('\n'), 1)))
                      .run());
    }
    DTP_CHECK(transaction->commit());
    return isAll && begun;
}

} // namespace dtp
