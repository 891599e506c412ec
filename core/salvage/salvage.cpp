// SPDX-License-Identifier: GPL-3.0-or-later
#include <salvage/salvage.h>

#include "file_place.h"
#include "file_start.h"
#include "stand_ins.h"
#include "stray_rows.h"

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
#include <algorithm>

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

Result<> rescue(Connection& from, Connection& to, const QString& table, Salvaged& salvaged, SoughtRows& sought)
{
    DTP_TRY(rescued, rescueTable(from, to, table));
    if (rescued.kept > 0)
        salvaged.kept[table] = rescued.kept;
    if (rescued.lost > 0)
        salvaged.lost[table] = rescued.lost;
    if (rescued.isBroken)
        salvaged.brokenTables.push_back(table);
    if (rescued.isBroken || rescued.lost > 0)
        sought[table] = std::move(rescued.lostKeys);
    return {};
}

Result<std::unique_ptr<Connection>> openDamaged(const QString& copy)
{
    DTP_TRY(connection, Connection::open(copy, Connection::Mode::ReadWrite)); // a copy, with its journal
    DTP_CHECK(readWhatCanBe(*connection));
    DTP_TRY(tables, textsOf(*connection, "SELECT name FROM sqlite_schema WHERE type = 'table'"));
    if (tables.isEmpty())
        return fail(QString(), QStringLiteral("SQLite 11: schema"));
    return std::move(connection);
}

// The tables that a file of its version has; all when that is not known.
Result<QStringList> tablesOfVersion(Connection& from)
{
    const auto said = from.value("PRAGMA user_version");
    const int version = said && said->toInt() > 0 ? said->toInt() : newestSchemaVersion();
    DTP_TRY(empty, Connection::open(QStringLiteral(":memory:"), Connection::Mode::Create));
    DTP_CHECK(migrate(*empty, version));
    return textsOf(*empty, "SELECT name FROM sqlite_schema WHERE type = 'table'");
}

// Whether a line of the list of tables is lost, or says nothing.
bool isUnknown(Connection& from, const QString& table)
{
    const auto columns = from.value("SELECT count(*) FROM pragma_table_info('" + table.toUtf8() + "')");
    return !columns || columns->toInt() == 0;
}

bool isListWhole(Connection& from)
{
    const auto expected = tablesOfVersion(from);
    return expected && std::none_of(expected->begin(), expected->end(),
                                    [&from](const QString& table) { return isUnknown(from, table); });
}

// As it is, or with a beginning that is made anew. Without any list of tables an empty one: there may still be rows.
Result<std::unique_ptr<Connection>> openWhatCanBe(const QString& copy)
{
    auto opened = openDamaged(copy);
    if (!opened && mendFileHead(copy))
        opened = openDamaged(copy);
    if (opened && isListWhole(**opened))
        return opened;
    opened = fail(QString());
    (void)mendTableList(copy);
    opened = openDamaged(copy);
    return opened ? std::move(opened) : Connection::open(QStringLiteral(":memory:"), Connection::Mode::Create);
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

Result<> rescueAll(Connection& from, Connection& to, Salvaged& salvaged, SoughtRows& sought, const Progress& progress)
{
    DTP_TRY(tables, textsOf(to, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"));
    DTP_TRY(expected, tablesOfVersion(from));
    qint64 done = 0;
    for (const QString& table : tables) {
        if (!goOn(progress, done++, tables.size(), Storage::tr("Saving what can be read")))
            return fail(Storage::tr("This was stopped; nothing was left behind."));
        DTP_CHECK(to.run("DELETE FROM " + quoted(table))); // what migrations put there
        DTP_CHECK(rescue(from, to, table, salvaged, sought));
        if (!sought.contains(table) && expected.contains(table) && isUnknown(from, table)) {
            const bool hasKeys = Statement::prepare(to.handle(), "SELECT rowid FROM " + quoted(table)).has_value();
            if (!hasKeys) // its pages look otherwise
                salvaged.brokenTables.push_back(table);
            salvaged.isTableListDamaged = true;
            sought[table] = {};
        }
    }
    return {};
}

// damaged: the copy of what is called name.
Result<> fill(const QString& damaged, const QString& name, const QString& target, Salvaged& salvaged,
              const Progress& progress)
{
    DTP_TRY(from, openWhatCanBe(damaged));
    DTP_TRY(to, Connection::open(target, Connection::Mode::Create));
    DTP_CHECK(to->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"));
    DTP_CHECK(migrate(*to));
    DTP_TRY(transaction, Transaction::begin(*to));
    SoughtRows sought;
    DTP_CHECK(rescueAll(*from, *to, salvaged, sought, progress));
    (void)from->run("PRAGMA wal_checkpoint(TRUNCATE)"); // pages are looked at in the file itself
    DTP_CHECK(saveStrayRows(*from, damaged, *to, sought, salvaged));
    std::erase_if(salvaged.kept, [](const auto& table) { return table.second <= 0; });
    if (salvaged.isTableListDamaged && salvaged.kept.empty())
        return fail(
            Storage::tr("Nothing of %1 can be read: no page of it is one of this program. If it was encrypted, "
                        "its first two pages are missing or damaged: they alone hold the key, so nobody can "
                        "open the others without them, whatever passphrase they have. Restore a backup.")
                .arg(name),
            QStringLiteral("SQLite 26: schema"));
    DTP_CHECK(putStandIns(*to, sought, salvaged));
    DTP_CHECK(mendReferences(*to, salvaged));
    std::erase_if(salvaged.lost, [](const auto& table) { return table.second <= 0; });
    return transaction->commit();
}

// With its journals, and with its pages in their places; what is wrong with it as a file is entered in salvaged.
Result<> copyDamaged(const QString& damaged, const QString& copy, Salvaged& salvaged)
{
    const auto notCopied = [&](const QString& file) {
        return fail(Storage::tr("%1 could not be copied: is the disk full?").arg(QFileInfo(damaged).fileName()), file);
    };
    for (const char* ending : {"", "-wal", "-journal"}) {
        const QString from = damaged + QLatin1String(ending);
        if (!QFileInfo::exists(from))
            continue;
        if (!QFile::copy(from, copy + QLatin1String(ending)))
            return notCopied(from);
        QFile::setPermissions(copy + QLatin1String(ending), onlyOwner);
    }
    const auto missing = moveIntoPlace(damaged, copy);
    if (!missing)
        return notCopied(damaged);
    salvaged.missingAtStart = *missing;
    salvaged.isJournalDamaged = !checkJournal(*missing == 0 ? damaged : copy);
    if (!vault::isVault(copy))
        return {};
    if (!vault::isUnlocked(copy))
        return tl::unexpected<Error>(vault::lockedError(damaged));
    DTP_TRY(pages, vault::damagedPages(copy));
    salvaged.damagedPages = std::move(pages);
    return {};
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
    // Of copies, so that the damaged one stays as it is, whatever SQLite does to play back its journal.
    removeLeftParts(QFileInfo(target).dir(), QFileInfo(target).fileName());
    const QString copy = partOf(target);
    const QString made = partOf(target);
    const auto work = [&]() -> Result<> {
        DTP_CHECK(copyDamaged(damaged, copy, salvaged));
        QFile file(made);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner))
            return fail(Storage::tr("%1 could not be made: %2. Choose another folder.")
                            .arg(QFileInfo(target).fileName(), file.errorString()),
                        made);
        file.close();
        if (vault::isVault(copy))
            DTP_CHECK(vault::createLike(copy, made));
        DTP_CHECK(fill(copy, name, made, salvaged, progress));
        {
            DTP_TRY(store, Store::open(made, environment));                         // whose index is made anew
            DTP_TRY(begin, Statement::prepare(store->handle(), "BEGIN IMMEDIATE")); // not one for each person
            DTP_CHECK(begin.run());
            for (const auto& participant : environment.participants)
                DTP_CHECK(participant->rebuild(store->handle()));
            DTP_TRY(commit, Statement::prepare(store->handle(), "COMMIT"));
            DTP_CHECK(commit.run());
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
