// SPDX-License-Identifier: GPL-3.0-or-later
// What left has left: its entries outlive a restored backup and a kill, and no file that was in the making stays.
#include <database/database_files.h>
#include <records/reports.h>
#include <storage/ledger.h>
#include <storage/restore.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void writeText(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("Dear Dara") > 0);
}

} // namespace

TEST_CASE("what left since the backup stays in the ledger when it is restored", "[storage][restore][ledger]")
{
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString backup = file.path(s("bk.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    REQUIRE_OK(file->change(s("Record"), [](ChangeWriter& writer) -> Result<> {
        Disclosure entry;
        entry.what = s("People as CSV");
        entry.audience = s("public");
        entry.at = writer.store().environment().clock->now();
        DTP_CHECK(writer.insert(entry));
        const std::vector<qint64> people{11, 12};
        return addToLedger(writer, entry.id, people, true);
    }));
    const QString path = file->path();
    file.store.reset();
    REQUIRE_OK(Store::restore(backup, path));
    file.reopen();
    CHECK(file->count(Entity::Disclosure).value_or(-1) == 1);
    CHECK(file->count(Entity::DisclosedPerson).value_or(-1) == 2);
    CHECK(file->count(Entity::Person).value_or(-1) == 1);
}

TEST_CASE("what left since the backup is read of a damaged file as far as it can be, and said when it is not all",
          "[storage][restore][ledger]")
{
    const char* const damaged = GENERATE("invitation", "disclosed_person", "disclosure", "sqlite_schema");
    CAPTURE(damaged);
    FreshStore file;
    addPerson(*file, s("Dara"), s("Sok"));
    const QString backup = file.path(s("bk.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    REQUIRE_OK(file->change(s("Record"), [](ChangeWriter& writer) -> Result<> {
        Disclosure entry;
        entry.what = s("People as CSV");
        entry.audience = s("public");
        entry.at = writer.store().environment().clock->now();
        DTP_CHECK(writer.insert(entry));
        DTP_CHECK(beginLedgerEntry(writer, entry.id));
        const std::vector<qint64> people{11, 12};
        return addToLedger(writer, entry.id, people, true);
    }));
    const QString path = file->path();
    file.store.reset();
    if (qstrcmp(damaged, "sqlite_schema") == 0) {
        QFile raw(path);
        REQUIRE(raw.open(QIODevice::ReadWrite));
        REQUIRE(raw.seek(100));
        REQUIRE(raw.write(QByteArray(3900, '\x5A')) == 3900);
    } else {
        damageTable(path, damaged);
    }
    const auto remarks = restoreBackup(backup, path);
    REQUIRE_OK(remarks);
    const bool isAll = qstrcmp(damaged, "invitation") == 0;
    CHECK(remarks->size() == (isAll ? 0 : 1));
    file.reopen();
    const bool hasEntry = isAll || qstrcmp(damaged, "disclosed_person") == 0;
    CHECK(file->count(Entity::Disclosure).value_or(-1) == (hasEntry ? 1 : 0));
    CHECK(file->count(Entity::DisclosedPerson).value_or(-1) == (isAll ? 2 : 0));
    CHECK(file->count(Entity::Person).value_or(-1) == 1);
    CHECK(file->check().value() == QStringList());
    if (hasEntry) // which was begun and not completed
        CHECK(file->find<Disclosure>(Where())->front().file.contains(s("the program was stopped")));
    CHECK(QDir(file.folder.path()).entryList({s("*set aside*.dtp")}, QDir::Files).size() == 1);
}

TEST_CASE("a folder in the making that a killed run left is cleared at the next start, and no other folder is",
          "[storage][safety]")
{
    FreshStore file;
    const QString left = folderInMaking(file.path(s("mails")));
    const QString others = file.path(s("mine"));
    for (const QString& folder : {left, others}) {
        REQUIRE(QDir().mkpath(folder));
        writeText(folder + s("/001 Dara Sok.eml"));
        REQUIRE_OK(beginFolder(*file, folder));
    }
    REQUIRE(QFileInfo::exists(left + s("/001 Dara Sok.eml")));
    file.reopen();
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK(QFileInfo::exists(others + s("/001 Dara Sok.eml")));
    REQUIRE(QDir().mkpath(left)); // it is known no longer
    file.reopen();
    CHECK(QFileInfo::exists(left));
}

TEST_CASE("an entry whose file may not have got to its place says so after the next start", "[storage][ledger]")
{
    FreshStore file;
    REQUIRE_OK(file->change(s("Record"), [](ChangeWriter& writer) -> Result<> {
        for (const char* name : {"killed.csv", "done.csv"}) {
            Disclosure entry;
            entry.file = s(name);
            entry.what = s("People as CSV");
            entry.audience = s("public");
            entry.at = writer.store().environment().clock->now();
            DTP_CHECK(writer.insert(entry));
            DTP_CHECK(beginLedgerEntry(writer, entry.id));
        }
        return {};
    }));
    const auto all = file->find<Disclosure>(Where().orderBy("file"));
    REQUIRE_OK(all);
    REQUIRE_OK(completeLedgerEntry(*file, all->front().id));
    file.reopen();
    const auto entries = file->find<Disclosure>(Where().orderBy("file"));
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().file == s("done.csv"));
    CHECK(entries->back().file == s("killed.csv (the program was stopped; it may have left or not)"));
    file.reopen();
    CHECK(file->find<Disclosure>(Where().orderBy("file"))->back().file == entries->back().file);
}
