// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/ledger.h>

#include <database/connection.h>
#include <storage/store.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
// In the table of settings, which no change set watches: undo does not touch it.
QString markOf(Id<Disclosure> disclosure)
{
    return QStringLiteral("begunDisclosure/%1").arg(disclosure.value);
}

Result<> removeMark(const Store& store, Id<Disclosure> disclosure)
{
    DTP_TRY(remove, Statement::prepare(store.handle(), "DELETE FROM setting WHERE key = ?"));
    return remove.bind(1, QVariant(markOf(disclosure))).run();
}

// The columns that both files know, as "a, b, c".
Result<QByteArray> sharedColumns(Connection& connection, const QByteArray& table)
{
    DTP_TRY(columns,
            connection.value("SELECT group_concat(name, ', ') FROM pragma_table_info('" + table +
                             "') WHERE name IN (SELECT name FROM pragma_table_info('" + table + "', 'other'))"));
    return columns.toString().toUtf8();
}
} // namespace

Result<> addToLedger(ChangeWriter& writer, Id<Disclosure> disclosure, std::span<const qint64> people, bool named)
{
    const Store& store = writer.store();
    DTP_TRY(insert, Statement::prepare(
                        store.handle(),
                        "INSERT INTO disclosed_person (id, disclosure_id, person_key, named) VALUES (?, ?, ?, ?)"));
    for (const qint64 person : people) {
        insert.bind(1, store.environment().ids->next())
            .bind(2, disclosure.value)
            .bind(3, person)
            .bind(4, qint64(named ? 1 : 0));
        DTP_CHECK(insert.run());
    }
    return {};
}

Result<> beginLedgerEntry(ChangeWriter& writer, Id<Disclosure> disclosure)
{
    DTP_TRY(insert, Statement::prepare(writer.store().handle(), "INSERT OR REPLACE INTO setting VALUES (?, ?)"));
    return insert.bind(1, QVariant(markOf(disclosure))).bind(2, QVariant(QString::number(disclosure.value))).run();
}

Result<> completeLedgerEntry(Store& store, Id<Disclosure> disclosure)
{
    return removeMark(store, disclosure);
}

Result<> withdrawLedgerEntry(Store& store, Id<Disclosure> disclosure)
{
    DTP_TRY(remove, Statement::prepare(store.handle(), "DELETE FROM disclosure WHERE id = ?"));
    DTP_CHECK(remove.bind(1, disclosure.value).run());
    DTP_CHECK(removeMark(store, disclosure));
    store.noteChangesElsewhere();
    return {};
}

Result<> closeBegunLedgerEntries(Connection& connection)
{
    DTP_TRY(left, connection.value("SELECT count(*) FROM setting WHERE key LIKE 'begunDisclosure/%'"));
    if (left.toLongLong() == 0)
        return {};
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

} // namespace dtp
