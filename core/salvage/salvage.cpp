// SPDX-License-Identifier: GPL-3.0-or-later
#include <salvage/salvage.h>

#include <base/output_path.h>
#include <database/connection.h>
#include <database/database_files.h>
#include <database/journal.h>
#include <database/schema.h>
#include <database/table_rescue.h>
#include <storage/store.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

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

Result<> rescue(Connection& from, Connection& to, const QString& table, Salvaged& salvaged)
{
    DTP_TRY(rescued, rescueTable(from, to, table));
    if (rescued.kept > 0)
        salvaged.kept[table] = rescued.kept;
    if (rescued.lost > 0)
        salvaged.lost[table] = rescued.lost;
    if (rescued.isBroken)
        salvaged.brokenTables.push_back(table);
    return {};
}

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
    DTP_CHECK(readWhatCanBe(*from));
    DTP_TRY(to, Connection::open(target, Connection::Mode::Create));
    DTP_CHECK(to->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"));
    DTP_CHECK(migrate(*to));
    auto tables = textsOf(*to, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    if (!tables)
        return tl::unexpected<Error>(std::move(tables.error()));
    const auto theirs = textsOf(*from, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    if (!theirs || theirs->isEmpty())
        return fail(Storage::tr("Nothing of %1 can be read: the list of its tables is damaged.").arg(name),
                    QStringLiteral("SQLite 11: schema"));
    DTP_TRY(transaction, Transaction::begin(*to));
    qint64 done = 0;
    for (const QString& table : *tables) {
        if (!goOn(progress, done++, tables->size(), Storage::tr("Saving what can be read")))
            return fail(Storage::tr("This was stopped; nothing was left behind."));
        DTP_CHECK(to->run("DELETE FROM " + quoted(table))); // what migrations put there
        DTP_CHECK(rescue(*from, *to, table, salvaged));
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
    salvaged.isJournalDamaged = !checkJournal(damaged);
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
